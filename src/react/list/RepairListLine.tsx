'use client';

import type { ReactNode } from 'react';
import { RepairBannerRoot, type RepairBannerRootElementProps } from '../banner/RepairBannerRoot.js';
import type { PartProps } from '../banner/partProps.js';

/** What a line of a list has to know besides its banner. */
export interface ListLine {
  /** It is its turn: its button is the list’s own, so the line has none. */
  isNext: boolean;
  /** Its text is to be read before its turn: steps at the bank, or a deadline. */
  needsText: boolean;
}

export interface RepairListLineProps extends PartProps<RepairListLineElementProps> {
  children: ReactNode;
}

/** As those of `RepairBannerRoot`, without what keeps the focus: where that goes is the list’s to say. */
export type RepairListLineElementProps = Omit<RepairBannerRootElementProps, 'ref' | 'tabIndex' | 'onFocus' | 'onBlur'>;

/** A line’s root: a group, since a region in each row would be too many of them. */
export function RepairListLine({ render = renderGroup, ...root }: RepairListLineProps): ReactNode {
  return (
    <RepairBannerRoot
      {...root}
      render={({ ref: _ref, tabIndex: _tabIndex, onFocus: _onFocus, onBlur: _onBlur, ...attributes }, banner) =>
        render({ ...attributes, role: 'group', ...INLINE }, banner)
      }
    />
  );
}

const INLINE = { 'data-variant': 'inline' };

const renderGroup = (props: RepairListLineElementProps) => <div {...props} />;
