import type { ReactNode } from 'react';
import type { BannerStyle } from './bannerStyle.js';
import type { RepairBanner } from './repairBanner.js';

/**
 * `banner`: across a page. `card`: one under another, for a column. `inline`: one line in the connection's own row.
 * `compact`: without a frame, for a dialog or a menu.
 */
export type BannerVariant = 'banner' | 'card' | 'inline' | 'compact';

export type BannerDensity = 'comfortable' | 'dense';

/** What an app may choose of a banner's looks. */
export interface BannerAppearance {
  /** @default 'banner' */
  variant?: BannerVariant | undefined;
  /** How much room there is around and between its parts. @default 'comfortable' */
  density?: BannerDensity | undefined;
  /** The level of its heading, to fit the page's outline. @default 2 */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  className?: string | undefined;
  style?: BannerStyle | undefined;
  /** Renders something else than the banner of this library; begin with `<RepairBannerRoot>`, which keeps the focus. */
  render?: ((banner: RepairBanner) => ReactNode) | undefined;
}
