'use client';

import { Fragment, type CSSProperties, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { BannerWayElement } from './BannerWayElement.js';
import { useBannerScene, type BannerWay, type RepairBanner } from './repairBanner.js';

export interface RepairBannerWaysProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders another element for each: spread `way.props` on it, with `way.label` as its content. */
  render?: ((way: BannerWay, banner: RepairBanner) => ReactNode) | undefined;
}

/** What else helps, less loud than the button. */
export function RepairBannerWays({ className, style, render }: RepairBannerWaysProps): ReactNode {
  const { banner, titleId } = useBannerScene('<RepairBannerWays>');
  if (banner.ways.length === 0) return null;
  return (
    <p className={joinClassNames('update-mode-banner__more', className)} style={style}>
      {banner.ways.map((way) =>
        render ? (
          <Fragment key={way.kind}>{render(way, banner)}</Fragment>
        ) : (
          <BannerWayElement key={way.kind} way={way} className="update-mode-banner__way" aria-describedby={titleId} />
        ),
      )}
    </p>
  );
}
