'use client';

import { createContext, useContext } from 'react';
import { UpdateModeError } from '../../core/errors.js';
import type { BannerAppearance } from '../banner/bannerAppearance.js';
import type { RepairCallbacks } from '../callbacks.js';
import type { Arrangement } from './arrangement.js';
import type { ListProps } from './listProps.js';

/** What the parts of a combined list share besides the banner around them. */
export interface ListScene extends RepairCallbacks, Pick<ListProps, 'isDismissible'> {
  arrangement: Arrangement;
  density: NonNullable<BannerAppearance['density']>;
  /** Of its lines. */
  headingLevel: NonNullable<BannerAppearance['headingLevel']>;
}

export const ListContext = createContext<ListScene | null>(null);

export function useListScene(caller: string): ListScene {
  const scene = useContext(ListContext);
  if (scene) return scene;
  throw new UpdateModeError(
    'misuse',
    `${caller} is used outside of a list, so it has nothing to show. ` +
      'Render it within <RepairItemBannerList renderCombined={() => …}>.',
  );
}
