'use client';

import type { ReactNode } from 'react';
import type { BannerStyle } from './banner/bannerStyle.js';
import type { RepairCallbacks } from './callbacks.js';
import { joinClassNames } from './joinClassNames.js';
import { RepairItemBanner, type RepairItemBannerProps } from './RepairItemBanner.js';
import { useIntegrationLinks } from './useIntegrationLinks.js';

export interface RepairItemBannerListProps extends RepairCallbacks {
  /** The level of each banner's heading. @default 2 */
  headingLevel?: RepairItemBannerProps['headingLevel'];
  className?: string | undefined;
  style?: BannerStyle | undefined;
}

/** A banner for each of the user's connections that needs one, in the order of the list. */
export function RepairItemBannerList({ className, style, ...bannerProps }: RepairItemBannerListProps): ReactNode {
  const { links } = useIntegrationLinks();
  return (
    <div className={joinClassNames('update-mode-banner-list', className)} style={style}>
      {links.map(({ item_id }) => (
        <RepairItemBanner key={item_id} itemId={item_id} {...bannerProps} />
      ))}
    </div>
  );
}
