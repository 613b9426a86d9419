'use client';

import type { HTMLAttributes, ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';

export type RepairBannerTitleProps = PartProps<HTMLAttributes<HTMLElement>>;

/**
 * The heading, at the banner's `headingLevel`: `role` and `aria-level` among the props of `render` make one of any element.
 * Its id names the region: keep it on whatever you render instead.
 */
export function RepairBannerTitle({ className, style, render }: RepairBannerTitleProps): ReactNode {
  const { banner, titleId, headingLevel = 2 } = useBannerScene('<RepairBannerTitle>');
  const Heading = `h${headingLevel}` as const;
  const attributes = {
    id: titleId,
    className: joinClassNames('update-mode-banner__title', className),
    style,
    children: banner.title,
  };
  return render ? (
    render({ role: 'heading', 'aria-level': headingLevel, ...attributes }, banner)
  ) : (
    <Heading {...attributes} />
  );
}
