'use client';

import { createContext, useContext, type AnchorHTMLAttributes, type ButtonHTMLAttributes, type Ref } from 'react';
import type { Remedy, Severity } from '../../core/diagnosis.js';
import { UpdateModeError } from '../../core/errors.js';
import type { SessionStatus } from '../../core/session.js';
import type { SupportReference } from '../settings.js';
import type { BannerAction } from './bannerActions.js';
import type { BannerAppearance, BannerDensity, BannerVariant } from './bannerAppearance.js';

/** One way on, with all that its element needs; in a part's `render` its `props` hold the label as `children`, too. */
export type BannerWay = {
  kind: BannerAction['kind'];
  label: string;
  /** Link opens, or a report is on its way. */
  isBusy: boolean;
} & (
  | { element: 'button'; props: ButtonHTMLAttributes<HTMLButtonElement> }
  | { element: 'a'; props: AnchorHTMLAttributes<HTMLAnchorElement> }
);

/** What makes room on the page. */
export interface BannerDismissal {
  kind: 'dismiss' | 'snooze' | 'shrink' | 'expand';
  label: string;
  /**
   * For its `<button>`; `aria-expanded` among them where it is a toggle, and during a visit a `style` by which it keeps its
   * place unseen, so that nothing moves under a pointer.
   */
  props: DismissalButtonProps;
}

export interface DismissalButtonProps {
  type: 'button';
  'data-kind': BannerDismissal['kind'];
  'aria-expanded'?: boolean | undefined;
  style?: { visibility: 'hidden' } | undefined;
  'aria-describedby'?: string | undefined;
  onClick(): void;
}

/** Whose connection it is. */
export interface BannerInstitution {
  /** Null where nobody has told it. */
  name: string | null;
  /** An address of an image, or the image itself as a `data:` address. */
  logo: string | null;
}

/** What support will ask for, and the words around it. */
export interface BannerSupport {
  reference: SupportReference;
  label: string;
  /** The words for each part, in the order in which they are shown. */
  entries: readonly { label: string; value: string }[];
  copyLabel: string;
  copiedText: string;
  copyFailedText: string;
}

/** All that a banner says and offers, in the reader's language. What it looks like is up to whoever renders it. */
export interface RepairBanner {
  variant: BannerVariant;
  density: BannerDensity;
  severity: Severity;
  /** The same in a word or two, for whoever does not see the icon. */
  severityLabel: string;
  status: SessionStatus;
  remedy: Remedy;
  /** Null where it is about several. */
  institution: BannerInstitution | null;
  title: string;
  texts: readonly string[];
  /** What became of the last visit; shown instead of `meta`, so that nothing moves under the pointer. */
  notes: readonly string[];
  /** When data came in last, and what a visit takes. */
  meta: readonly string[];
  /** The one button. */
  action: BannerWay | null;
  /** What else helps, less loud. */
  ways: readonly BannerWay[];
  support: BannerSupport | null;
  dismissals: readonly BannerDismissal[];
  /** BCP 47; set where the words are in another language than the page. */
  language: string | undefined;
  /** Set where such words are written the other way. */
  direction: 'ltr' | 'rtl' | undefined;
}

/** What the parts of one banner share besides what is said. */
export interface BannerScene extends BannerAppearance {
  banner: RepairBanner;
  titleId: string;
  /** What its opener is marked with: there the focus returns. */
  opener: string;
  rootRef: Ref<HTMLElement>;
}

export const BannerContext = createContext<BannerScene | null>(null);

export function useBannerScene(caller: string): BannerScene {
  const scene = useContext(BannerContext);
  if (scene) return scene;
  throw new UpdateModeError(
    'misuse',
    `${caller} is used outside of a banner, so it has nothing to show. ` +
      'Render it within <RepairItemBanner render={() => …}>.',
  );
}

/** What the banner around says and offers, for parts of one's own. */
export function useRepairBanner(): RepairBanner {
  return useBannerScene('useRepairBanner()').banner;
}
