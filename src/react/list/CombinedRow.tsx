'use client';

import type { ReactNode } from 'react';
import type { RepairBanner } from '../banner/repairBanner.js';
import { SteadyLayout } from '../banner/SteadyLayout.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { useInstitutionName } from '../useInstitutionName.js';
import { useSettings } from '../settings.js';
import { formatCount } from '../words/formatMessage.js';
import { hasBegun, isUnderLink, type ListedItem, type ListRow } from './arrangement.js';
import { DoneLine } from './DoneLine.js';
import { useListScene } from './listScene.js';
import { ROW_ATTRIBUTE } from './useHold.js';

/** How a line looks: whose turn it is, whose text is to be read, and any other. */
export type LineRenders = Readonly<Record<'next' | 'text' | 'plain', (banner: RepairBanner) => ReactNode>>;

export interface CombinedRowProps {
  row: ListRow;
  renders: LineRenders;
}

/** One bank: a line for each of its connections that has more to say than those before it. */
export function CombinedRow({ row: { key, items }, renders }: CombinedRowProps): ReactNode {
  const { arrangement, ...line } = useListScene('<CombinedRow>');
  const { nextId } = arrangement;
  const { density, headingLevel } = line;
  const [first] = items;
  const isCurrent = items.some(({ itemId }) => itemId === nextId);
  return (
    <SteadyLayout
      element="li"
      className="update-mode-banner__row"
      {...{ [ROW_ATTRIBUTE]: key }}
      aria-current={isCurrent ? 'step' : undefined}
      isHeld={items.some(hasBegun)}
      isCovered={isUnderLink(arrangement)}
      scene={String(isCurrent)}
    >
      {first && items.length > 1 && <Bank itemId={first.itemId} count={items.length} />}
      {items
        .filter((item) => !isSaidBy(item, items, nextId))
        .map(({ itemId, isOver, needsText }) =>
          isOver ? (
            <DoneLine key={itemId} itemId={itemId} appearance={{ density, headingLevel, render: renders.plain }} />
          ) : (
            <RepairItemBanner
              key={itemId}
              itemId={itemId}
              variant={line.isDismissible ? 'compact' : 'inline'}
              render={itemId === nextId ? renders.next : needsText ? renders.text : renders.plain}
              {...line}
            />
          ),
        )}
    </SteadyLayout>
  );
}

/** Whether another connection of the bank says the same: the one whose turn it is, or else the first. */
function isSaidBy(item: ListedItem, items: readonly ListedItem[], nextId: string | null): boolean {
  const same = items.filter(({ words }) => words === item.words);
  return item !== (same.find(({ itemId }) => itemId === nextId) ?? same[0]);
}

function Bank({ itemId, count }: { itemId: string; count: number }): ReactNode {
  const { messages, locale } = useSettings();
  const institution = useInstitutionName(itemId) ?? messages.unnamedInstitution;
  return (
    <p className="update-mode-banner__bank">{formatCount(messages.listInstitution, count, locale, { institution })}</p>
  );
}
