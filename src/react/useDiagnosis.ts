'use client';

import { useSyncExternalStore } from 'react';
import { minutes } from '../browser/minutes.js';
import { diagnose, type Diagnosis } from '../core/diagnosis.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';

const subscribeToNothing = () => () => {};
const getServerNow = () => null;

/** The time to the minute, in milliseconds since 1970; null on the server and while its markup is taken over. */
export function useNow(isMoving: boolean): number | null {
  return useSyncExternalStore<number | null>(
    isMoving ? minutes.subscribe : subscribeToNothing,
    minutes.getSnapshot,
    getServerNow,
  );
}

const HEALTHY: Diagnosis = { code: 'active', cause: 'healthy', severity: 'ok', remedy: 'none' };

/** What is wrong with a link now. Until the page is mounted "now" is when Heron last touched the link. */
export function useDiagnosis(link: IntegrationLink | null): { diagnosis: Diagnosis; now: number | null } {
  const now = useNow(Boolean(link?.repaired_at || link?.pending_disconnect || link?.consent_expiration_time));
  if (!link) return { diagnosis: HEALTHY, now };
  return { diagnosis: diagnose(link, { now: now ?? Date.parse(link.last_updated ?? '') }), now };
}
