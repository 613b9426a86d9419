import type { Remedy } from '../../core/diagnosis.js';
import type { SessionStatus } from '../../core/session.js';
import { pictureUrl } from '../../protocol/webAddress.js';
import { listAccountsChanges } from '../words/accountsChange.js';
import { bankName } from '../words/bankName.js';
import { SEVERITY_WORDS } from '../words/severityWords.js';
import type { BannerWords } from '../words/useBannerWords.js';
import { describeSupport } from './bannerSupport.js';
import type { BannerView } from './bannerView.js';
import { createWay, type WayContext } from './bannerWay.js';
import type { RepairBanner } from './repairBanner.js';

export interface ItemBannerContext extends Omit<WayContext, 'speak' | 'reference'> {
  view: BannerView;
  words: BannerWords;
  status: SessionStatus;
  remedy: Remedy;
  appearance: Pick<RepairBanner, 'variant' | 'density'>;
}

/** What a banner says of one Item. */
export function describeItem({ view, words, status, remedy, appearance, ...rest }: ItemBannerContext): RepairBanner {
  const { speak, speakCount, trust } = words;
  const { reference, severity } = view;
  const { link } = rest;
  const lastSync = severity !== 'ok' && link?.last_successful_sync ? [speak('lastSync')] : [];
  const notes = [
    ...(view.note ? [speak(view.note)] : []),
    ...listAccountsChanges(view.accounts).map(([key, count]) => speakCount(key, count)),
    ...(view.wayOut ? [speak(view.wayOut)] : []),
  ];
  const context: WayContext = { ...rest, speak, reference };
  return {
    ...appearance,
    severity,
    severityLabel: speak(SEVERITY_WORDS[severity]),
    status,
    remedy,
    institution: { name: bankName(link?.institution_name), logo: pictureUrl(link?.institution_logo) },
    title: speak(view.title),
    texts: view.texts.map(speak),
    notes,
    meta: [...lastSync, ...(view.isVisitAhead ? [trust] : [])],
    action: view.action && createWay(view.action, context),
    ways: view.more.map((action) => createWay(action, context)),
    support: reference && describeSupport(reference, speak),
    dismissals: [],
    language: words.language,
    direction: words.direction,
  };
}
