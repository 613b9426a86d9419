'use client';

import { useCallback, type ReactNode } from 'react';
import { RepairBannerAction, type RepairBannerActionProps } from '../banner/RepairBannerAction.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { useListScene } from './listScene.js';

/** The list's one loud button: the `RepairBannerAction` of whose turn it is, and nothing while it is nobody's. */
export function RepairListAction({ className, style, render }: RepairBannerActionProps): ReactNode {
  const { arrangement, onRepaired, onExit, onError } = useListScene('<RepairListAction>');
  const { nextId, rows } = arrangement;
  const renderAction = useCallback(
    () => <RepairBannerAction className={className} style={style} render={render} />,
    [className, style, render],
  );
  // There when it is nobody's turn, too: it hears how the visit ends that its button has launched.
  const itemId = nextId ?? rows[0]?.items[0]?.itemId;
  if (itemId === undefined) return null;
  return (
    <RepairItemBanner
      itemId={itemId}
      render={nextId === null ? renderNothing : renderAction}
      onRepaired={onRepaired}
      onExit={onExit}
      onError={onError}
    />
  );
}

const renderNothing = () => null;
