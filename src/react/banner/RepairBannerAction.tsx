'use client';

import type { CSSProperties, ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { BannerWayElement, dressWay } from './BannerWayElement.js';
import { useBannerScene, type BannerWay, type RepairBanner } from './repairBanner.js';

export interface RepairBannerActionProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /**
   * Renders a button of your own, with no class of this library: spread `way.props` on it, which hold the label as `children`.
   * Keep it one element through a visit, and enabled while it is busy, or it loses the focus.
   */
  render?: ((way: BannerWay, banner: RepairBanner) => ReactNode) | undefined;
}

/**
 * The one button. The one into Link stays the same element through a visit, so that the focus has a place to return
 * to.
 */
export function RepairBannerAction({ className, style, render }: RepairBannerActionProps): ReactNode {
  const { banner } = useBannerScene('<RepairBannerAction>');
  const { action } = banner;
  if (!action) return null;
  if (render) return render(dressWay(action, { className, style }), banner);
  return (
    <BannerWayElement way={action} className={joinClassNames('update-mode-banner__action', className)} style={style} />
  );
}
