import type { Diagnosis } from '../../core/diagnosis.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import type { BannerAppearance } from '../banner/bannerAppearance.js';
import type { RepairCallbacks } from '../callbacks.js';

/** What each layout of the list takes. */
export interface ListProps
  extends RepairCallbacks, Pick<BannerAppearance, 'density' | 'headingLevel' | 'className' | 'style' | 'render'> {
  /** @default 'banner' */
  variant?: 'banner' | 'card' | 'compact' | undefined;
  /** As in `<RepairItemBanner>`: what is put away leaves the list. A critical one is a line already. @default false */
  isDismissible?: boolean | undefined;
  /** Leaves out what the page tells of elsewhere, as in `<RepairAllBanner>`. Asked often, so it has to be quick. */
  filter?: ListFilter | undefined;
}

export interface CombinedListProps extends ListProps {
  /**
   * Renders something else than this library's one banner of many, from the same parts and `<RepairListAction>` and
   * `<RepairListRows>`. `render` is for the Items' own banners.
   */
  renderCombined?: BannerAppearance['render'];
}

/** Whether a list is to tell of this connection, and of what is wrong with it. */
export type ListFilter = (link: IntegrationLink, diagnosis: Diagnosis) => boolean;
