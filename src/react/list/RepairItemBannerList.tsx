'use client';

import type { ReactNode } from 'react';
import { CombinedList } from './CombinedList.js';
import type { CombinedListProps } from './listProps.js';
import { StackedList } from './StackedList.js';

export interface RepairItemBannerListProps extends CombinedListProps {
  /**
   * `combined`: one banner, with a row for each bank and one loud button, that of whose turn it is. `stacked`: a banner for
   * each connection, in the order of the app's list.
   * @default 'combined'
   */
  layout?: 'combined' | 'stacked' | undefined;
}

/**
 * All of the user's connections that need them, the most pressing first. Nothing while all is well, and the one Item's own
 * banner where it is one. After a visit the next one is offered and waits for the user.
 */
export function RepairItemBannerList({
  layout = 'combined',
  renderCombined,
  ...props
}: RepairItemBannerListProps): ReactNode {
  return layout === 'combined' ? (
    <CombinedList renderCombined={renderCombined} {...props} />
  ) : (
    <StackedList {...props} />
  );
}
