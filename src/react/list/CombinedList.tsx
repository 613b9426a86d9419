'use client';

import { useRef, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { useIntegrationLinks } from '../useIntegrationLinks.js';
import { itemsOf } from './arrangement.js';
import { CombinedBanner } from './CombinedBanner.js';
import type { CombinedListProps } from './listProps.js';
import { useArrangement } from './useArrangement.js';
import { useFocusOnNext, useHold } from './useHold.js';

/** One banner for all that need their user; below two of them, or where none does, each Item's own. */
export function CombinedList(props: CombinedListProps): ReactNode {
  const { filter, className, style, render, renderCombined, ...common } = props;
  const { isDismissible } = common;
  const { links } = useIntegrationLinks();
  const user = useHold();
  const [arrangement, close] = useArrangement(links, { filter, isDismissible }, user.hold);
  const place = useRef<HTMLDivElement>(null);
  useFocusOnNext(user, arrangement.nextId, () => place.current);
  const items = itemsOf(arrangement);
  if (items.length === 0) {
    if (user.hold.isHeld) user.leave();
    return null;
  }
  return (
    <div ref={place} className={joinClassNames('update-mode-banner-list', className)} style={style} {...user.handlers}>
      {arrangement.isCombined ? (
        <CombinedBanner arrangement={arrangement} onClose={close} renderCombined={renderCombined} {...common} />
      ) : (
        items.map(({ itemId }) => <RepairItemBanner key={itemId} itemId={itemId} render={render} {...common} />)
      )}
    </div>
  );
}
