import type { CSSProperties, ReactNode } from 'react';
import type { RepairBanner } from './repairBanner.js';

/** What every part of a banner takes. `Props` is what its element would get. */
export interface PartProps<Props> {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders another element: spread the props on it. They hold the part's content as `children`. */
  render?: ((props: Props, banner: RepairBanner) => ReactNode) | undefined;
}
