'use client';

import { Fragment, type CSSProperties, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { useBannerScene, type BannerDismissal, type RepairBanner } from './repairBanner.js';

export interface RepairBannerDismissalsProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders an element of your own for each: spread `dismissal.props` on it, with `dismissal.label` as its name. */
  render?: ((dismissal: BannerDismissal, banner: RepairBanner) => ReactNode) | undefined;
}

/** What makes room on the page: "Remind me later" and the cross, or "Show less" and "Show more". */
export function RepairBannerDismissals({ className, style, render }: RepairBannerDismissalsProps): ReactNode {
  const { banner, titleId } = useBannerScene('<RepairBannerDismissals>');
  if (banner.dismissals.length === 0) return null;
  const described = { 'aria-describedby': titleId };
  return (
    <div className={joinClassNames('update-mode-banner__dismissals', className)} style={style}>
      {banner.dismissals.map((dismissal) => (
        <Fragment key={keyOf(dismissal)}>
          {render ? (
            render({ ...dismissal, props: { ...dismissal.props, ...described } }, banner)
          ) : (
            <button
              {...dismissal.props}
              {...described}
              className="update-mode-banner__dismissal"
              aria-label={dismissal.kind === 'dismiss' ? dismissal.label : undefined}
            >
              {dismissal.kind === 'dismiss' ? <Cross /> : dismissal.label}
            </button>
          )}{' '}
        </Fragment>
      ))}
    </div>
  );
}

/** Both sides of the toggle are one element, so that the focus stays on it. */
function keyOf({ kind }: BannerDismissal): string {
  return kind === 'shrink' || kind === 'expand' ? 'toggle' : kind;
}

function Cross(): ReactNode {
  return (
    <svg className="update-mode-banner__cross" viewBox="0 0 20 20" width={20} height={20} aria-hidden="true">
      <path
        className="update-mode-banner__shape"
        d="m5 5 10 10M15 5 5 15"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
      />
    </svg>
  );
}
