'use client';

import { useMemo, type ReactNode } from 'react';
import { Banner } from '../banner/Banner.js';
import type { Arrangement } from './arrangement.js';
import { CombinedLayout } from './CombinedLayout.js';
import type { CombinedListProps } from './listProps.js';
import { ListContext } from './listScene.js';
import { useCombinedBanner } from './useCombinedBanner.js';

export interface CombinedBannerProps extends Omit<CombinedListProps, 'filter' | 'className' | 'style' | 'render'> {
  arrangement: Arrangement;
  onClose(): void;
}

/** The region of many: what there is to do altogether, the button of whose turn it is, and a row for each bank. */
export function CombinedBanner({ arrangement, onClose, headingLevel = 2, ...props }: CombinedBannerProps): ReactNode {
  const { variant = 'banner', density = 'comfortable', isDismissible, onRepaired, onExit, onError } = props;
  const { renderCombined: render = renderLayout } = props;
  const banner = useCombinedBanner(arrangement, { variant, density }, onClose);
  const lineLevel = BELOW[headingLevel];
  const scene = useMemo(
    () => ({ arrangement, density, headingLevel: lineLevel, isDismissible, onRepaired, onExit, onError }),
    [arrangement, density, lineLevel, isDismissible, onRepaired, onExit, onError],
  );
  return (
    <ListContext.Provider value={scene}>
      <Banner banner={banner} opener={arrangement.nextId ?? ''} appearance={{ headingLevel, render }} rootRef={null} />
    </ListContext.Provider>
  );
}

const BELOW = { 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

const renderLayout = () => <CombinedLayout />;
