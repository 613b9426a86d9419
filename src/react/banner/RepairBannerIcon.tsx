'use client';

import type { ReactNode, SVGAttributes } from 'react';
import type { Severity } from '../../core/diagnosis.js';
import { joinClassNames } from '../joinClassNames.js';
import type { PartProps } from './partProps.js';
import { useBannerScene } from './repairBanner.js';

/** A shape for each severity, so that colour is never the only sign. */
const PATHS: Record<Severity, string> = {
  ok: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm4.2 5.6-1.3-1.2-4.2 4.6-1.7-1.8-1.3 1.3 3 3.1 5.5-6Z',
  info: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-.9 7v6h1.8v-6H9.1Zm0-3v1.8h1.8V5.5H9.1Z',
  warning: 'M10 2 1.2 17.5h17.6L10 2Zm-.9 5.5h1.8v5H9.1v-5Zm0 6.2h1.8v1.8H9.1v-1.8Z',
  critical: 'M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5Zm2.6 4v6h1.8v-6H9.1Zm0 7.2v1.8h1.8v-1.8H9.1Z',
};

export type RepairBannerIconProps = PartProps<SVGAttributes<SVGSVGElement>>;

/** How serious it is, as a shape for the eye and as a word for the ear. */
export function RepairBannerIcon({ className, style, render }: RepairBannerIconProps): ReactNode {
  const { banner } = useBannerScene('<RepairBannerIcon>');
  const attributes = {
    className: joinClassNames('update-mode-banner__icon', className),
    style,
    viewBox: '0 0 20 20',
    width: 20,
    height: 20,
    role: 'img',
    'aria-label': banner.severityLabel,
    children: (
      <path className="update-mode-banner__shape" fill="currentColor" fillRule="evenodd" d={PATHS[banner.severity]} />
    ),
  };
  return render ? render(attributes, banner) : <svg {...attributes} />;
}
