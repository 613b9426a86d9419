'use client';

import type { ReactNode } from 'react';
import { Banner } from '../banner/Banner.js';
import { RepairBannerAction } from '../banner/RepairBannerAction.js';
import { RepairBannerDismissals } from '../banner/RepairBannerDismissals.js';
import { RepairBannerIcon } from '../banner/RepairBannerIcon.js';
import { RepairBannerNotes } from '../banner/RepairBannerNotes.js';
import { RepairBannerRoot } from '../banner/RepairBannerRoot.js';
import { RepairBannerText } from '../banner/RepairBannerText.js';
import { RepairBannerTitle } from '../banner/RepairBannerTitle.js';
import { SteadyLayout } from '../banner/SteadyLayout.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { hasBegun, itemsOf, type Arrangement } from './arrangement.js';
import { CombinedRow } from './CombinedRow.js';
import type { ListProps } from './listProps.js';
import { useCombinedBanner } from './useCombinedBanner.js';

export interface CombinedBannerProps extends Omit<ListProps, 'filter' | 'className' | 'style'> {
  arrangement: Arrangement;
  onClose(): void;
}

/** The region of many: what there is to do altogether, the button of whose turn it is, and a row for each bank. */
export function CombinedBanner({ arrangement, onClose, headingLevel = 2, ...props }: CombinedBannerProps): ReactNode {
  const { variant = 'banner', density = 'comfortable', isDismissible, ...callbacks } = props;
  const { rows, nextId } = arrangement;
  const shownId = nextId ?? rows[0]?.items[0]?.itemId;
  const banner = useCombinedBanner(arrangement, { variant, density }, onClose);
  const render = () => (
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
        {/* There when it is nobody's turn, too: it hears how the visit ends that its button has launched. */}
        {shownId !== undefined && (
          <RepairItemBanner itemId={shownId} render={nextId === null ? renderNothing : renderAction} {...callbacks} />
        )}
        <RepairBannerDismissals />
      </SteadyLayout>
      <ul className="update-mode-banner__rows">
        {rows.map((row) => (
          <CombinedRow
            key={row.key}
            row={row}
            nextId={nextId}
            density={density}
            isDismissible={isDismissible}
            headingLevel={BELOW[headingLevel]}
            {...callbacks}
          />
        ))}
      </ul>
    </RepairBannerRoot>
  );
  return <Banner banner={banner} opener={nextId ?? ''} appearance={{ headingLevel, render }} rootRef={null} />;
}

const BELOW = { 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

const renderAction = () => <RepairBannerAction />;
const renderNothing = () => null;
