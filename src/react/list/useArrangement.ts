'use client';

import { useMemo, useState } from 'react';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { useSettings } from '../settings.js';
import { useNow } from '../useDiagnosis.js';
import { arrange, close, itemsOf, NOTHING_LISTED, type Arrangement, type Hold } from './arrangement.js';
import type { ListFilter } from './listProps.js';
import { diagnoseForList, readForList } from './listReading.js';
import { useItemSnapshots } from './useItemSnapshots.js';

/** How a list stands, by what its Items say now and where its user is. */
export function useArrangement(
  links: readonly IntegrationLink[],
  filter: ListFilter | undefined,
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

  const listed = new Set(itemsOf(arrangement).map(({ itemId }) => itemId));
  const isTold = ({ link, diagnosis, reading }: (typeof known)[number]): boolean => {
    const { phase, itemId } = reading;
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

/** What is said of it changes with the time alone. */
export function hasTime({ repaired_at, pending_disconnect, consent_expiration_time }: IntegrationLink): boolean {
  return Boolean(repaired_at || pending_disconnect || consent_expiration_time);
}
