'use client';

import type { ReactNode } from 'react';
import type { BannerWay } from './repairBanner.js';

/** A way on as a `<button>`, or as an `<a>` where it leads to another page. */
export function BannerWayElement({ way, ...common }: { way: BannerWay } & WayAttributes): ReactNode {
  // Not a spread of both: which element it is decides which props there are.
  return way.element === 'a' ? (
    <a {...way.props} {...common}>
      {way.label}
    </a>
  ) : (
    <button type="button" {...way.props} {...common}>
      {way.label}
    </button>
  );
}

export interface WayAttributes {
  className?: string | undefined;
  style?: React.CSSProperties | undefined;
  'aria-describedby'?: string | undefined;
}
