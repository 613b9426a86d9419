'use client';

import { forwardRef, useId, useImperativeHandle, useRef } from 'react';
import type { BannerStyle } from './bannerStyle.js';
import type { Remedy } from '../core/diagnosis.js';
import type { Messages } from '../core/messages.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { BannerAction } from './BannerAction.js';
import { BannerIcon } from './BannerIcon.js';
import type { BannerView } from './bannerView.js';
import { joinClassNames } from './joinClassNames.js';
import { useKeptFocus } from './useKeptFocus.js';
import type { UseUpdateModeResult } from './useUpdateMode.js';

export interface BannerSectionProps {
  view: BannerView;
  speak(key: keyof Messages): string;
  repair: UseUpdateModeResult;
  link: IntegrationLink | null;
  itemId: string;
  remedy: Remedy;
  headingLevel: 2 | 3 | 4 | 5 | 6;
  className: string | undefined;
  style: BannerStyle | undefined;
}

/** A banner's markup. Class names and data attributes are the styling contract. */
export const BannerSection = forwardRef<HTMLElement, BannerSectionProps>(function BannerSection(props, ref) {
  const { view, speak, repair, link, itemId, remedy, headingLevel, className, style } = props;
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => section.current, []);
  const focusHandlers = useKeptFocus(section, itemId, view.action !== null);
  const Heading = `h${headingLevel}` as const;
  const lastSync = view.severity !== 'ok' && link?.last_successful_sync ? speak('lastSync') : null;

  return (
    <section
      ref={section}
      className={joinClassNames('update-mode-banner', className)}
      style={style}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-severity={view.severity}
      data-status={repair.status}
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
          {/* In one place, so that the banner does not grow under the pointer of someone who comes back from Link. */}
          {view.note ? (
            <p className="update-mode-banner__note">{speak(view.note)}</p>
          ) : (
            lastSync && <p className="update-mode-banner__meta">{lastSync}</p>
          )}
        </div>
        <BannerAction action={view.action} speak={speak} repair={repair} link={link} itemId={itemId} />
      </div>
    </section>
  );
});
