'use client';

import type { ReactNode } from 'react';
import { useRepairBanner } from '../banner/repairBanner.js';
import { RepairBannerDismissals } from '../banner/RepairBannerDismissals.js';
import { RepairBannerIcon } from '../banner/RepairBannerIcon.js';
import { RepairBannerNotes } from '../banner/RepairBannerNotes.js';
import { RepairBannerRoot } from '../banner/RepairBannerRoot.js';
import { RepairBannerText } from '../banner/RepairBannerText.js';
import { RepairBannerTitle } from '../banner/RepairBannerTitle.js';
import { SteadyLayout } from '../banner/SteadyLayout.js';
import { hasBegun, itemsOf } from './arrangement.js';
import { useListScene } from './listScene.js';
import { RepairListAction } from './RepairListAction.js';
import { RepairListRows } from './RepairListRows.js';

/** The list as this library puts its parts together. */
export function CombinedLayout(): ReactNode {
  const { variant } = useRepairBanner();
  const { arrangement } = useListScene('<CombinedLayout>');
  return (
    <RepairBannerRoot>
      <SteadyLayout isHeld={itemsOf(arrangement).some(hasBegun)} scene={variant}>
        <div className="update-mode-banner__mark">
          <RepairBannerIcon />
        </div>
        <div className="update-mode-banner__body">
          <RepairBannerTitle />
          <RepairBannerText />
          <RepairBannerNotes />
        </div>
        <RepairListAction />
        <RepairBannerDismissals />
      </SteadyLayout>
      <RepairListRows />
    </RepairBannerRoot>
  );
}
