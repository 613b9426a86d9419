'use client';

import type { ReactNode } from 'react';
import { useBannerScene } from './repairBanner.js';
import { RepairBannerAction } from './RepairBannerAction.js';
import { RepairBannerDismissals } from './RepairBannerDismissals.js';
import { RepairBannerIcon } from './RepairBannerIcon.js';
import { RepairBannerLogo } from './RepairBannerLogo.js';
import { RepairBannerNotes } from './RepairBannerNotes.js';
import { RepairBannerRoot } from './RepairBannerRoot.js';
import { RepairBannerSupport } from './RepairBannerSupport.js';
import { RepairBannerText } from './RepairBannerText.js';
import { RepairBannerTitle } from './RepairBannerTitle.js';
import { RepairBannerWays } from './RepairBannerWays.js';
import { SteadyLayout } from './SteadyLayout.js';

/** The banner as this library puts its parts together. From a visit on it keeps its height and its button their place. */
export function RepairBannerLayout(): ReactNode {
  const { status, variant, notes, ways } = useBannerScene('<RepairBannerLayout>').banner;
  const isInline = variant === 'inline';
  // A row has no line to spare for what Link covers, nor for what a visit takes.
  const isCovered = status === 'open' && ways.every(({ kind }) => kind !== 'hosted_link');
  const hasNotes = !isInline || (notes.length > 0 && !isCovered);
  return (
    <RepairBannerRoot>
      <SteadyLayout isHeld={status !== 'idle'} scene={variant}>
        <div className="update-mode-banner__mark">
          {!isInline && <RepairBannerLogo />}
          <RepairBannerIcon />
        </div>
        <div className="update-mode-banner__body">
          <RepairBannerTitle />
          <RepairBannerText />
          {hasNotes && <RepairBannerNotes />}
        </div>
        <RepairBannerAction />
        <div className="update-mode-banner__foot">
          <RepairBannerWays />
          <RepairBannerDismissals />
          <RepairBannerSupport />
        </div>
      </SteadyLayout>
    </RepairBannerRoot>
  );
}
