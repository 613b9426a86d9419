'use client';

import { useId, useMemo, type ReactNode, type Ref } from 'react';
import { useSettings } from '../settings.js';
import type { BannerAppearance } from './bannerAppearance.js';
import { BannerContext, type RepairBanner } from './repairBanner.js';
import { RepairBannerLayout } from './RepairBannerLayout.js';

export interface BannerProps {
  banner: RepairBanner;
  opener: string;
  appearance: BannerAppearance;
  rootRef: Ref<HTMLElement>;
}

/** Gives the parts what they show, and renders them as the app wants them. */
export function Banner({ banner, opener, appearance, rootRef }: BannerProps): ReactNode {
  const titleId = useId();
  const { areWordsThere } = useSettings();
  const { headingLevel, className, style, render } = appearance;
  const scene = useMemo(
    () => ({ banner, titleId, opener, rootRef, headingLevel, className, style }),
    [banner, titleId, opener, rootRef, headingLevel, className, style],
  );
  // In no other language while the right one is on its way.
  if (!areWordsThere) return null;
  return (
    <BannerContext.Provider value={scene}>{render ? render(banner) : <RepairBannerLayout />}</BannerContext.Provider>
  );
}
