'use client';

import { forwardRef } from 'react';
import { listAccountsChanges } from '../words/accountsChange.js';
import type { Remedy } from '../../core/diagnosis.js';
import type { SessionStatus } from '../../core/session.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { BannerAction } from './BannerAction.js';
import { BannerFrame, type BannerAppearance } from './BannerFrame.js';
import type { BannerView } from './bannerView.js';
import { SupportDetails } from './SupportDetails.js';
import type { BannerWords } from '../words/useBannerWords.js';
import type { UseUpdateModeResult } from '../useUpdateMode.js';

export interface BannerSectionProps extends BannerAppearance {
  view: BannerView;
  words: BannerWords;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
  status: SessionStatus;
  remedy: Remedy;
}

/** What a banner says of one Item. */
export const BannerSection = forwardRef<HTMLElement, BannerSectionProps>(function BannerSection(props, ref) {
  const { view, words, repair, link, itemId, ...frame } = props;
  const { speak, speakCount } = words;
  const { reference } = view;
  const lastSync = view.severity !== 'ok' && link?.last_successful_sync ? speak('lastSync') : null;
  // In one place, so that the banner does not grow under the pointer of someone who comes back from Link.
  const notes = [
    ...(view.note ? [speak(view.note)] : []),
    ...listAccountsChanges(view.accounts).map(([key, count]) => speakCount(key, count)),
    ...(view.wayOut ? [speak(view.wayOut)] : []),
  ];
  const common = { speak, repair, link, itemId, reference };

  return (
    <BannerFrame
      ref={ref}
      {...frame}
      severity={view.severity}
      opener={itemId}
      title={speak(view.title)}
      action={view.action && <BannerAction {...common} action={view.action} className="update-mode-banner__action" />}
    >
      {(titleId) => (
        <>
          {view.text && <p className="update-mode-banner__text">{speak(view.text)}</p>}
          {view.hint && <p className="update-mode-banner__text">{speak(view.hint)}</p>}
          {notes.length > 0 ? (
            <p className="update-mode-banner__note">{notes.join(' ')}</p>
          ) : (
            lastSync && <p className="update-mode-banner__meta">{lastSync}</p>
          )}
          {view.more.length > 0 && (
            <p className="update-mode-banner__more">
              {view.more.map((action) => (
                <BannerAction
                  key={action.kind}
                  {...common}
                  action={action}
                  className="update-mode-banner__way"
                  describedBy={titleId}
                />
              ))}
            </p>
          )}
          {reference && <SupportDetails reference={reference} speak={speak} describedBy={titleId} />}
        </>
      )}
    </BannerFrame>
  );
});
