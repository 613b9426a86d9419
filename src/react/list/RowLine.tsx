'use client';

import type { ReactNode } from 'react';
import { useRepairBanner } from '../banner/repairBanner.js';
import { RepairBannerAction } from '../banner/RepairBannerAction.js';
import { RepairBannerDismissals } from '../banner/RepairBannerDismissals.js';
import { RepairBannerIcon } from '../banner/RepairBannerIcon.js';
import { RepairBannerLogo } from '../banner/RepairBannerLogo.js';
import { RepairBannerNotes } from '../banner/RepairBannerNotes.js';
import { RepairBannerSupport } from '../banner/RepairBannerSupport.js';
import { RepairBannerText } from '../banner/RepairBannerText.js';
import { RepairBannerTitle } from '../banner/RepairBannerTitle.js';
import { RepairBannerWays } from '../banner/RepairBannerWays.js';
import { SteadyLayout } from '../banner/SteadyLayout.js';
import { isUnderLink } from './arrangement.js';
import { useListScene } from './listScene.js';
import { RepairListLine, type ListLine } from './RepairListLine.js';

/**
 * An Item's banner as a line of the list. It is one line until it is its turn, or until there is more to tell: then it says
 * all that a banner says. The button of whose turn it is stands above, and what is to be said while Link is open.
 */
export function RowLine({ isNext, needsText }: ListLine): ReactNode {
  const { arrangement } = useListScene('<RowLine>');
  const { status, action, ways, notes, severity, density } = useRepairBanner();
  const isHosted = ways.some(({ kind }) => kind === 'hosted_link');
  const isClosed = status === 'idle' || status === 'launching' || (status === 'open' && !isHosted);
  const isOpen = isNext || needsText || !isClosed || !action;
  return (
    <RepairListLine>
      <SteadyLayout isHeld={status !== 'idle'} scene={String(isNext)} isCovered={isUnderLink(arrangement)}>
        <div className="update-mode-banner__mark">
          <RepairBannerLogo />
          <RepairBannerIcon />
        </div>
        <div className="update-mode-banner__body">
          <RepairBannerTitle />
          {isOpen && density !== 'dense' && <RepairBannerText />}
          {notes.length > 0 && status !== 'open' && <RepairBannerNotes />}
        </div>
        {!isNext && <RepairBannerAction />}
        <div className="update-mode-banner__foot">
          {isOpen && <RepairBannerWays />}
          {severity !== 'critical' && <RepairBannerDismissals />}
          {isOpen && <RepairBannerSupport />}
        </div>
      </SteadyLayout>
    </RepairListLine>
  );
}
