'use client';

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Diagnosis } from '../../core/diagnosis.js';
import {
  createAffair,
  findOffers,
  type Affair,
  type DismissalKind,
  type DismissalOffer,
} from '../../core/dismissal.js';
import type { Dismissals } from '../../core/dismissals.js';
import type { ItemSnapshot } from '../../core/item.js';
import type { MessageKey } from '../../core/messages.js';
import { isVisiting } from '../../core/session.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { useDismissals } from '../useDismissals.js';
import type { BannerVariant } from './bannerAppearance.js';
import type { BannerDismissal } from './repairBanner.js';

export interface BannerDismissalContext {
  /** Null where nothing can be put away. */
  link: IntegrationLink | null;
  diagnosis: Diagnosis;
  snapshot: ItemSnapshot;
  variant: BannerVariant;
  /** Milliseconds since 1970; null on the server and while its markup is taken over. */
  now: number | null;
  speak(key: MessageKey): string;
}

export interface BannerPresence {
  isHidden: boolean;
  /** `inline` where the user has made it smaller. */
  variant: BannerVariant;
  dismissals: readonly BannerDismissal[];
}

/**
 * Whether a banner was put away, and what somebody may do about it. Of a visit and what comes of it nothing is hidden.
 * Nobody knows on the server: there only what can't be dismissed is shown, so that nothing flashes.
 */
export function useBannerDismissal({ link, diagnosis, snapshot, ...context }: BannerDismissalContext): BannerPresence {
  const { variant, now, speak } = context;
  const dismissals = useDismissals('<RepairItemBanner>');
  const { cause, severity, deadline } = diagnosis;
  const affair = useMemo(
    () => link && createAffair(link, { cause, severity, deadline }),
    [link, cause, severity, deadline],
  );
  const subscribe = useCallback(
    (onChange: () => void) => (affair ? dismissals.watch(affair, onChange) : () => {}),
    [dismissals, affair],
  );
  const find = () => affair && dismissals.find(affair);
  const found = useSyncExternalStore<DismissalKind | 'unknown' | null>(subscribe, find, findOnServer);

  useEffect(() => {
    if (link) dismissals.sweep([link], false);
  }, [dismissals, link]);

  const { session, recovery } = snapshot;
  // How a repair comes out is news to whoever has hidden the trouble, too.
  if (!affair || recovery !== 'none') return { isHidden: false, variant, dismissals: [] };
  const isReporting = session.status === 'confirming';
  const isOffered = !isReporting && !isVisiting(session);
  const isShrunk = found === 'shrunk' && !isReporting;
  const buttons = findOffers(affair, now ?? 0).map((offer) => describe(offer, isShrunk, affair, { dismissals, speak }));
  return {
    isHidden: isOffered && severity !== 'critical' && found !== null,
    // Also under the pointer of somebody who opens Link it keeps its size.
    variant: isShrunk ? 'inline' : variant,
    dismissals: isOffered ? buttons : buttons.map(keepPlace),
  };
}

const findOnServer = () => 'unknown' as const;

interface Means {
  dismissals: Pick<Dismissals, 'put' | 'expand'>;
  speak(key: MessageKey): string;
}

function describe(
  offer: DismissalOffer,
  isShrunk: boolean,
  affair: Affair,
  { dismissals, speak }: Means,
): BannerDismissal {
  const button = (kind: BannerDismissal['kind'], onClick: () => void): BannerDismissal => ({
    kind,
    label: speak(kind),
    props: { type: 'button', 'data-kind': kind, onClick },
  });
  switch (offer) {
    case 'dismiss':
      return button('dismiss', () => dismissals.put('dismissed', affair));
    case 'snooze':
      return button('snooze', () => dismissals.put('snoozed', affair));
    case 'shrink': {
      const toggle = isShrunk
        ? button('expand', () => dismissals.expand(affair))
        : button('shrink', () => dismissals.put('shrunk', affair));
      return { ...toggle, props: { ...toggle.props, 'aria-expanded': !isShrunk } };
    }
  }
}

function keepPlace({ props, ...button }: BannerDismissal): BannerDismissal {
  return { ...button, props: { ...props, style: UNSEEN } };
}

const UNSEEN = { visibility: 'hidden' } as const;
