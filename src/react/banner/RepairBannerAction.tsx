'use client';

import type { CSSProperties, ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { BannerWayElement } from './BannerWayElement.js';
import { useBannerScene, type BannerWay, type RepairBanner } from './repairBanner.js';

export interface RepairBannerActionProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders another element: spread `way.props` on it, with `way.label` as its content. */
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
  if (render) return render(action, banner);
  return (
    <BannerWayElement way={action} className={joinClassNames('update-mode-banner__action', className)} style={style} />
  );
}
