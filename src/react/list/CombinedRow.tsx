'use client';

import type { ReactNode } from 'react';
import type { BannerAppearance } from '../banner/bannerAppearance.js';
import { SteadyLayout } from '../banner/SteadyLayout.js';
import type { RepairCallbacks } from '../callbacks.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { useInstitutionName } from '../useInstitutionName.js';
import { useSettings } from '../settings.js';
import { formatCount } from '../words/formatMessage.js';
import { hasBegun, type ListedItem, type ListRow } from './arrangement.js';
import { DoneLine } from './DoneLine.js';
import type { ListProps } from './listProps.js';
import { RowLine } from './RowLine.js';
import { ROW_ATTRIBUTE } from './useHold.js';

export interface CombinedRowProps extends RepairCallbacks, Pick<ListProps, 'isDismissible'> {
  row: ListRow;
  nextId: string | null;
  density: NonNullable<BannerAppearance['density']>;
  /** Of its lines. */
  headingLevel: NonNullable<BannerAppearance['headingLevel']>;
}

/** One bank: a line for each of its connections that has more to say than those before it. */
export function CombinedRow({ row: { key, items }, nextId, ...line }: CombinedRowProps): ReactNode {
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
      scene={String(isCurrent)}
    >
      {first && items.length > 1 && <Bank itemId={first.itemId} count={items.length} />}
      {items
        .filter((item) => !isSaidBy(item, items, nextId))
        .map(({ itemId, isOver, hasBankSteps }) =>
          isOver ? (
            <DoneLine key={itemId} itemId={itemId} density={density} headingLevel={headingLevel} />
          ) : (
            <RepairItemBanner
              key={itemId}
              itemId={itemId}
              variant={line.isDismissible ? 'compact' : 'inline'}
              render={itemId === nextId ? renderNext : hasBankSteps ? renderSteps : renderLine}
              {...line}
            />
          ),
        )}
    </SteadyLayout>
  );
}

// The same ones each time: a line is rendered again only for its own Item.
const renderNext = () => <RowLine isNext />;
const renderLine = () => <RowLine isNext={false} />;
const renderSteps = () => <RowLine isNext={false} hasSteps />;

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
