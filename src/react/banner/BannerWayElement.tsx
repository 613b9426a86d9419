'use client';

import type { CSSProperties, ReactNode } from 'react';
import type { BannerWay } from './repairBanner.js';

export interface WayAttributes {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  'aria-describedby'?: string | undefined;
}

/** The way with all that its element gets: to spread its `props` is enough. */
export function dressWay(way: BannerWay, attributes: WayAttributes): BannerWay {
  // Not a spread of both: which element it is decides which props there are.
  return way.element === 'a'
    ? { ...way, props: { ...way.props, ...attributes, children: way.label } }
    : { ...way, props: { type: 'button', ...way.props, ...attributes, children: way.label } };
}

/** A way on as a `<button>`, or as an `<a>` where it leads to another page. */
export function BannerWayElement({ way, ...attributes }: { way: BannerWay } & WayAttributes): ReactNode {
  const dressed = dressWay(way, attributes);
  return dressed.element === 'a' ? <a {...dressed.props}>{way.label}</a> : <button {...dressed.props} />;
}
