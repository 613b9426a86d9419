'use client';

import { forwardRef, useId, useImperativeHandle, useRef, type ReactNode } from 'react';
import type { Remedy, Severity } from '../../core/diagnosis.js';
import type { SessionStatus } from '../../core/session.js';
import { BannerIcon } from './BannerIcon.js';
import type { BannerStyle } from './bannerStyle.js';
import { joinClassNames } from '../joinClassNames.js';
import { useKeptFocus } from './useKeptFocus.js';

/** What an app may choose of a banner's looks. */
export interface BannerAppearance {
  /** The level of its heading, to fit the page's outline. @default 2 */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  className?: string | undefined;
  style?: BannerStyle | undefined;
}

export interface BannerFrameProps extends BannerAppearance {
  severity: Severity;
  status: SessionStatus;
  remedy: Remedy;
  /** What its opener is marked with: there the focus returns. */
  opener: string;
  title: string;
  /** Below the title; `titleId` describes what does not name the bank. */
  children(titleId: string): ReactNode;
  /** The one button. */
  action: ReactNode;
}

/** A banner's region, icon, heading and button. Class names and data attributes are the styling contract. */
export const BannerFrame = forwardRef<HTMLElement, BannerFrameProps>(function BannerFrame(props, ref) {
  const { severity, status, remedy, opener, title, children, action, headingLevel = 2, className, style } = props;
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => section.current, []);
  const focusHandlers = useKeptFocus(section, opener, Boolean(action));
  const Heading = `h${headingLevel}` as const;

  return (
    <section
      ref={section}
      className={joinClassNames('update-mode-banner', className)}
      style={style}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-severity={severity}
      data-status={status}
      data-remedy={remedy}
      {...focusHandlers}
    >
      <div className="update-mode-banner__layout">
        <BannerIcon severity={severity} />
        <div className="update-mode-banner__body">
          <Heading className="update-mode-banner__title" id={titleId}>
            {title}
          </Heading>
          {children(titleId)}
        </div>
        {action}
      </div>
    </section>
  );
});
