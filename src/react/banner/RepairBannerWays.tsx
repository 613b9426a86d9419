'use client';

import { Fragment, type CSSProperties, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { BannerWayElement, dressWay } from './BannerWayElement.js';
import { useBannerScene, type BannerWay, type RepairBanner } from './repairBanner.js';

export interface RepairBannerWaysProps {
  /** Of the element around them. */
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders an element of your own for each: spread `way.props` on it, which hold the label as `children`. */
  render?: ((way: BannerWay, banner: RepairBanner) => ReactNode) | undefined;
}

/** What else helps, less loud than the button. */
export function RepairBannerWays({ className, style, render }: RepairBannerWaysProps): ReactNode {
  const { banner, titleId } = useBannerScene('<RepairBannerWays>');
  if (banner.ways.length === 0) return null;
  const described = { 'aria-describedby': titleId };
  return (
    <div className={joinClassNames('update-mode-banner__more', className)} style={style}>
      {banner.ways.map((way) => (
        // The space parts them where there is no stylesheet.
        <Fragment key={way.kind}>
          {render ? (
            render(dressWay(way, described), banner)
          ) : (
            <BannerWayElement way={way} className="update-mode-banner__way" {...described} />
          )}{' '}
        </Fragment>
      ))}
    </div>
  );
}
