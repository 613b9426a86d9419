'use client';

import { Fragment, type HTMLAttributes, type ReactNode } from 'react';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';

export type RepairBannerTextProps = PartProps<HTMLAttributes<HTMLElement>>;

/** What it means and what to do: a paragraph for each of `texts`. */
export function RepairBannerText({ className, style, render }: RepairBannerTextProps): ReactNode {
  const { banner } = useBannerScene('<RepairBannerText>');
  const common = { className: joinClassNames('update-mode-banner__text', className), style };
  return banner.texts.map((text) => {
    const attributes = { ...common, children: text };
    return render ? <Fragment key={text}>{render(attributes, banner)}</Fragment> : <p key={text} {...attributes} />;
  });
}
