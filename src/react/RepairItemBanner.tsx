'use client';

import { forwardRef, memo } from 'react';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { httpsUrl } from '../protocol/webAddress.js';
import { isVisiting, type SessionState } from '../core/session.js';
import { Banner } from './banner/Banner.js';
import type { BannerAppearance } from './banner/bannerAppearance.js';
import { createBannerView } from './banner/bannerView.js';
import { describeItem } from './banner/itemBanner.js';
import { useBannerDismissal } from './banner/useBannerDismissal.js';
import type { RepairCallbacks } from './callbacks.js';
import { useSettings } from './settings.js';
import { useBannerWords } from './words/useBannerWords.js';
import { useDiagnosis } from './useDiagnosis.js';
import { useGivenLink } from './useGivenLink.js';
import { useItem } from './useItem.js';
import { useReportConditions } from './useReportConditions.js';
import { useRetainedList } from './useRetainedList.js';
import { useUpdateMode } from './useUpdateMode.js';

interface CommonProps extends RepairCallbacks, BannerAppearance {
  /**
   * Lets the user put it away: until something changes, or for some days; a critical one only gets smaller. Remembered in
   * the browser, by `scope`, Item and cause. Without effect on `variant="inline"`. @default false
   */
  isDismissible?: boolean | undefined;
}

interface ByItemId extends CommonProps {
  /** Plaid's `item_id`. The connection is read from the provider's endpoint. */
  itemId: string;
  integrationLink?: undefined;
}

interface ByIntegrationLink extends CommonProps {
  itemId?: undefined;
  /** A connection that the app has read itself. A repair's answer replaces it until the app gives another. */
  integrationLink: IntegrationLink;
}

export type RepairItemBannerProps = ByItemId | ByIntegrationLink;

/**
 * Tells a person that a bank connection needs them, opens Link, and follows the repair until data flows
 * again. Renders nothing while all is well. On load it is a labelled region and no alert: it takes neither
 * the focus nor the word.
 */
export const RepairItemBanner = memo(
  forwardRef<HTMLElement, RepairItemBannerProps>(function RepairItemBanner(props, ref) {
    const { integrationLink, onRepaired, onExit, onError, density = 'comfortable' } = props;
    const { isDismissible = false, variant: givenVariant = 'banner' } = props;
    const itemId = props.integrationLink ? props.integrationLink.item_id : props.itemId;
    const { item, snapshot } = useItem(itemId, '<RepairItemBanner>');
    const isGiven = integrationLink !== undefined;
    useRetainedList(!isGiven || snapshot.recovery === 'syncing', '<RepairItemBanner>');
    useGivenLink(item, integrationLink);

    const link = snapshot.link ?? integrationLink ?? null;
    const { diagnosis, now } = useDiagnosis(link && withoutSync(link, snapshot.session));
    // A visit under way goes on for what it began for, whatever is learnt of the connection meanwhile.
    const purpose = isUnderWay(snapshot.session) ? snapshot.purpose : diagnosis.purpose;
    const repair = useUpdateMode({ itemId, purpose, onRepaired, onExit, onError });
    const words = useBannerWords(link, diagnosis, now);
    const { isHidden, variant, dismissals } = useBannerDismissal({
      link: isDismissible && givenVariant !== 'inline' ? link : null,
      diagnosis,
      snapshot,
      variant: givenVariant,
      now,
      speak: words.speak,
    });
    const { appActions } = useSettings();
    const { newLink, accountClosed, support } = appActions;
    const conditions = useReportConditions(snapshot.session, '<RepairItemBanner>');
    const ways = {
      newLink: newLink !== undefined && link !== null,
      accountClosed: accountClosed !== undefined && link !== null,
      support: support !== undefined,
      bankSite: httpsUrl(link?.institution_url) !== null,
    };
    const view = createBannerView({ ...snapshot, link }, diagnosis, ways, conditions);
    if (!view || isHidden) return null;
    const said = describeItem({
      view,
      words,
      repair,
      link,
      itemId,
      appActions,
      status: snapshot.session.status,
      remedy: diagnosis.remedy,
      appearance: { variant, density },
    });
    return <Banner banner={{ ...said, dismissals }} opener={itemId} appearance={props} rootRef={ref} />;
  }),
);

/** After a visit that did not help, what is missing is said at once, although Heron syncs what there is. */
export function withoutSync(link: IntegrationLink, { status }: SessionState): IntegrationLink {
  const isSyncing = link.status === 'pending' || link.status === 'syncing';
  return isSyncing && status === 'failed' ? { ...link, status: 'active' } : link;
}

function isUnderWay(session: SessionState): boolean {
  return isVisiting(session) || session.status === 'confirming';
}
