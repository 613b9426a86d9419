'use client';

import { forwardRef, useId, useImperativeHandle, useRef } from 'react';
import { listAccountsChanges } from './accountsChange.js';
import type { BannerStyle } from './bannerStyle.js';
import type { Remedy } from '../core/diagnosis.js';
import type { SessionStatus } from '../core/session.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { BannerAction } from './BannerAction.js';
import { BannerIcon } from './BannerIcon.js';
import type { BannerView } from './bannerView.js';
import { joinClassNames } from './joinClassNames.js';
import { SupportDetails } from './SupportDetails.js';
import type { BannerWords } from './useBannerWords.js';
import { useKeptFocus } from './useKeptFocus.js';
import type { UseUpdateModeResult } from './useUpdateMode.js';

export interface BannerSectionProps {
  view: BannerView;
  words: BannerWords;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
  status: SessionStatus;
  remedy: Remedy;
  headingLevel: 2 | 3 | 4 | 5 | 6;
  className: string | undefined;
  style: BannerStyle | undefined;
}

/** A banner's markup. Class names and data attributes are the styling contract. */
export const BannerSection = forwardRef<HTMLElement, BannerSectionProps>(function BannerSection(props, ref) {
  const { view, words, repair, link, itemId, status, remedy, headingLevel, className, style } = props;
  const { speak, speakCount } = words;
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => section.current, []);
  const focusHandlers = useKeptFocus(section, itemId, view.action !== null);
  const Heading = `h${headingLevel}` as const;
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
    <section
      ref={section}
      className={joinClassNames('update-mode-banner', className)}
      style={style}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-severity={view.severity}
      data-status={status}
      data-remedy={remedy}
      {...focusHandlers}
    >
      <div className="update-mode-banner__layout">
        <BannerIcon severity={view.severity} />
        <div className="update-mode-banner__body">
          <Heading className="update-mode-banner__title" id={titleId}>
            {speak(view.title)}
          </Heading>
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
        </div>
        {view.action && <BannerAction {...common} action={view.action} className="update-mode-banner__action" />}
      </div>
    </section>
  );
});
