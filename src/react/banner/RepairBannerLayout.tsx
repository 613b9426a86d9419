'use client';

import type { ReactNode } from 'react';
import { RepairBannerAction } from './RepairBannerAction.js';
import { RepairBannerIcon } from './RepairBannerIcon.js';
import { RepairBannerNotes } from './RepairBannerNotes.js';
import { RepairBannerRoot } from './RepairBannerRoot.js';
import { RepairBannerSupport } from './RepairBannerSupport.js';
import { RepairBannerText } from './RepairBannerText.js';
import { RepairBannerTitle } from './RepairBannerTitle.js';
import { RepairBannerWays } from './RepairBannerWays.js';

/** The banner as this library puts its parts together. */
export function RepairBannerLayout(): ReactNode {
  return (
    <RepairBannerRoot>
      <div className="update-mode-banner__layout">
        <RepairBannerIcon />
        <div className="update-mode-banner__body">
          <RepairBannerTitle />
          <RepairBannerText />
          <RepairBannerNotes />
          <RepairBannerWays />
          <RepairBannerSupport />
        </div>
        <RepairBannerAction />
      </div>
    </RepairBannerRoot>
  );
}
