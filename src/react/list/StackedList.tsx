'use client';

import type { ReactNode } from 'react';
import { diagnose } from '../../core/diagnosis.js';
import { joinClassNames } from '../joinClassNames.js';
import { RepairItemBanner } from '../RepairItemBanner.js';
import { useNow } from '../useDiagnosis.js';
import { useIntegrationLinks } from '../useIntegrationLinks.js';
import type { ListProps } from './listProps.js';
import { hasTime } from './useArrangement.js';

/** A banner for each connection that needs one, in the order of the list. */
export function StackedList({ filter, className, style, ...bannerProps }: ListProps): ReactNode {
  const { links } = useIntegrationLinks();
  const now = useNow(filter !== undefined && links.some(hasTime));
  const told = filter
    ? links.filter((link) => filter(link, diagnose(link, { now: now ?? Date.parse(link.last_updated ?? '') })))
    : links;
  return (
    <div className={joinClassNames('update-mode-banner-list', className)} style={style}>
      {told.map(({ item_id }) => (
        <RepairItemBanner key={item_id} itemId={item_id} {...bannerProps} />
      ))}
    </div>
  );
}
