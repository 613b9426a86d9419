'use client';

import { useMemo, useState } from 'react';
import { createAffair } from '../../core/dismissal.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { useSettings } from '../settings.js';
import { useNow } from '../useDiagnosis.js';
import { arrange, close, itemsOf, NOTHING_LISTED, type Arrangement, type Hold } from './arrangement.js';
import type { ListProps } from './listProps.js';
import { useDismissed } from './useDismissed.js';
import { diagnoseForList, readForList, type ListReading } from './listReading.js';
import { useItemSnapshots } from './useItemSnapshots.js';

/** How a list stands, by what its Items say now and where its user is. */
export function useArrangement(
  links: readonly IntegrationLink[],
  { filter, isDismissible }: Pick<ListProps, 'filter' | 'isDismissible'>,
  hold: Hold,
): [Arrangement, close: () => void] {
  const { appActions } = useSettings();
  const snapshots = useItemSnapshots(links);
  const now = useNow(links.some(hasTime));
  const [arrangement, setArrangement] = useState(NOTHING_LISTED);
  const known = useMemo(
    () =>
      snapshots.map((snapshot, index) => {
        const diagnosis = diagnoseForList(snapshot, now);
        return { link: snapshot.link, diagnosis, reading: readForList(snapshot, diagnosis, index, appActions) };
      }),
    [snapshots, now, appActions],
  );
  const affairs = useMemo(() => {
    const dismissible = isDismissible ? known.filter(({ reading }) => isDismissibleNow(reading)) : [];
    return dismissible.flatMap(({ link, diagnosis }) => (link ? [createAffair(link, diagnosis)] : []));
  }, [known, isDismissible]);
  const dismissed = useDismissed(affairs);

  const listed = new Set(itemsOf(arrangement).map(({ itemId }) => itemId));
  const isTold = ({ link, diagnosis, reading }: (typeof known)[number]): boolean => {
    const { phase, itemId } = reading;
    if (dismissed.includes(itemId)) return false;
    if (!filter || !link || phase === 'quiet') return true;
    // What another banner has told of, it tells the end of as well.
    if (phase !== 'needed' && listed.has(itemId)) return true;
    return phase !== 'done' && filter(link, diagnosis);
  };
  const readings = known.filter(isTold).map(({ reading }) => reading);
  const next = arrange(arrangement, readings, hold);
  const isNews = JSON.stringify(next) !== JSON.stringify(arrangement);
  // React renders once more before anybody sees anything.
  if (isNews) setArrangement(next);
  return [isNews ? next : arrangement, () => setArrangement(close)];
}

/** Of a visit and what comes of it nothing is hidden. */
function isDismissibleNow({ phase, isVisiting, severity }: ListReading): boolean {
  return phase === 'needed' && !isVisiting && severity !== 'critical';
}

/** What is said of it changes with the time alone. */
export function hasTime({ repaired_at, pending_disconnect, consent_expiration_time }: IntegrationLink): boolean {
  return Boolean(repaired_at || pending_disconnect || consent_expiration_time);
}
