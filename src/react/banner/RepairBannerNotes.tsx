'use client';

import { Fragment, type HTMLAttributes, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';

export type RepairBannerNotesProps = PartProps<HTMLAttributes<HTMLElement>>;

/**
 * What became of the last visit, or else when data came in last and what a visit takes. In one place, so that the banner
 * does not grow under the pointer of someone who comes back from Link.
 */
export function RepairBannerNotes({ className, style, render }: RepairBannerNotesProps): ReactNode {
  const { banner } = useBannerScene('<RepairBannerNotes>');
  const { notes, meta } = banner;
  const hasNotes = notes.length > 0;
  const paragraphs = hasNotes ? [notes.join(' ')] : meta;
  const common = { className: joinClassNames(`update-mode-banner__${hasNotes ? 'note' : 'meta'}`, className), style };
  return paragraphs.map((text) => {
    const attributes = { ...common, children: text };
    return render ? <Fragment key={text}>{render(attributes, banner)}</Fragment> : <p key={text} {...attributes} />;
  });
}
