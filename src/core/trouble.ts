import type { IntegrationLink } from '../protocol/integrationLink.js';
import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import { diagnose } from './diagnosis.js';
import type { Clock } from './ports.js';

/**
 * Remembers how an Item was when it was broken last, until it works again. By the server's word alone: Heron's
 * `active`, or a newer repair. What lies ahead of an Item that works, such as the end of a consent, is no trouble.
 */
export function createTrouble(clock: Pick<Clock, 'now'>) {
  let broken: IntegrationLink | null = null;

  function isSerious(link: IntegrationLink): boolean {
    const { severity } = diagnose(link, { now: clock.now() });
    return severity === 'warning' || severity === 'critical';
  }

  /** Whether it has stopped and waits for somebody. */
  function isBroken(link: IntegrationLink): boolean {
    const hasStopped = link.status === 'erroring' || link.status === 'deleted_in_plaid' || Boolean(link.error);
    return hasStopped && isSerious(link);
  }

  function isHealed(link: IntegrationLink): boolean {
    if (!broken) return false;
    // Some cache's word from before it broke.
    const isOutdated = isLater(broken.last_updated, link.last_updated);
    return isLater(link.repaired_at, broken.repaired_at ?? '1970-01-01') || (isWorking(link) && !isOutdated);
  }

  /** Whether it has ended in a way that nobody should be told of as a success. */
  function isMoot(link: IntegrationLink): boolean {
    const { status } = link;
    return status === 'unknown' || status === 'sync_disabled' || (isWorking(link) && isSerious(link));
  }

  return {
    isKnown: () => broken !== null,
    isBroken,
    /** Of a link that has been noted. */
    isHealed,
    /** Whether a visit for that purpose would be about it. A selection of accounts is not ended by what has healed meanwhile. */
    isFor(purpose: Purpose): boolean {
      if (!broken) return false;
      return purpose === DEFAULT_PURPOSE || purpose === diagnose(broken, { now: clock.now() }).purpose;
    },
    note(link: IntegrationLink): void {
      if (isBroken(link)) broken = link;
      else if (isMoot(link)) broken = null;
    },
    forget: () => void (broken = null),
  };
}

/** Whether data flows: not yet where Plaid still names an error, be it the bank's. */
export function isWorking({ status, error }: IntegrationLink): boolean {
  return status === 'active' && !error;
}

/** False where either is unknown. */
function isLater(one: string | null | undefined, other: string | null | undefined): boolean {
  return Date.parse(one ?? '') > Date.parse(other ?? '');
}
