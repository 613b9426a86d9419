'use client';

import type { ReactNode } from 'react';
import { useRepairBanner } from '../banner/repairBanner.js';
import { RepairBannerAction } from '../banner/RepairBannerAction.js';
import { RepairBannerDismissals } from '../banner/RepairBannerDismissals.js';
import { RepairBannerIcon } from '../banner/RepairBannerIcon.js';
import { RepairBannerNotes } from '../banner/RepairBannerNotes.js';
import { RepairBannerRoot, type RepairBannerRootElementProps } from '../banner/RepairBannerRoot.js';
import { RepairBannerSupport } from '../banner/RepairBannerSupport.js';
import { RepairBannerText } from '../banner/RepairBannerText.js';
import { RepairBannerTitle } from '../banner/RepairBannerTitle.js';
import { RepairBannerWays } from '../banner/RepairBannerWays.js';

/**
 * An Item's banner as a line of the list. It is one line until it is its turn, or until there is more to tell: then it says
 * all that a banner says. The button of whose turn it is stands above.
 */
export function RowLine({ isNext }: { isNext: boolean }): ReactNode {
  const { status, action, notes, severity } = useRepairBanner();
  const isOpen = isNext || status !== 'idle' || !action;
  return (
    <RepairBannerRoot render={renderGroup}>
      <div className="update-mode-banner__layout">
        <div className="update-mode-banner__mark">
          <RepairBannerIcon />
        </div>
        <div className="update-mode-banner__body">
          <RepairBannerTitle />
          {isOpen && <RepairBannerText />}
          {notes.length > 0 && <RepairBannerNotes />}
        </div>
        {!isNext && <RepairBannerAction />}
        <div className="update-mode-banner__foot">
          {isOpen && <RepairBannerWays />}
          {severity !== 'critical' && <RepairBannerDismissals />}
          {isOpen && <RepairBannerSupport />}
        </div>
      </div>
    </RepairBannerRoot>
  );
}

/** A region in each row would be too many of them; and where the focus goes is the list's to say. */
function renderGroup(props: RepairBannerRootElementProps): ReactNode {
  const { ref: _ref, tabIndex: _tabIndex, onFocus: _onFocus, onBlur: _onBlur, ...attributes } = props;
  return <div {...attributes} role="group" data-variant="inline" />;
}
