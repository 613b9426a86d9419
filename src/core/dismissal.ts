import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { Diagnosis, Severity } from './diagnosis.js';

/** A banner that the user has put away: until something changes, for a time, or down to one line. */
export type DismissalKind = 'dismissed' | 'snoozed' | 'shrunk';

/** What was put away, and how things stood then. */
export interface Dismissal {
  kind: DismissalKind;
  cause: string;
  severity: Severity;
  /** ISO 8601. */
  deadline: string | null;
  /** Milliseconds since 1970, by the device's clock. */
  at: number;
  /** Of a snoozed one: when its time is over. */
  until: number | null;
  /** The link's, as the server gave them: no two clocks are compared. */
  repairedAt: string | null;
  syncedAt: string | null;
}

/** What a banner is about. */
export interface Affair extends Pick<Diagnosis, 'cause' | 'severity' | 'deadline'> {
  link: IntegrationLink;
}

export type DismissalOffer = 'dismiss' | 'snooze' | 'shrink';

const DAY_MS = 86_400_000;
const SNOOZE_MS = 3 * DAY_MS;
/** How long before a deadline whatever was put away earlier comes back. */
const NOTICES_MS = [7 * DAY_MS, DAY_MS];
/** A shorter pause is none. */
const SHORTEST_SNOOZE_MS = 3_600_000;

const RANK: Record<Severity, number> = { ok: 0, info: 1, warning: 2, critical: 3 };

export function createAffair(link: IntegrationLink, { cause, severity, deadline }: Omit<Affair, 'link'>): Affair {
  return { link, cause, severity, ...(deadline !== undefined && { deadline }) };
}

/** What somebody may do with a banner that has nothing else to say. What blocks them now only gets smaller. */
export function findOffers({ severity, deadline }: Affair, now: number): readonly DismissalOffer[] {
  if (severity === 'ok') return [];
  if (severity === 'critical') return ['shrink'];
  const isWorthIt = severity === 'warning' || (deadline !== undefined && toTime(deadline) > now);
  return isWorthIt && endOfSnooze(deadline, now) - now >= SHORTEST_SNOOZE_MS ? ['snooze', 'dismiss'] : ['dismiss'];
}

export function createDismissal(kind: DismissalKind, affair: Affair, now: number): Dismissal {
  const { link, cause, severity, deadline } = affair;
  return {
    kind,
    cause,
    severity,
    deadline: deadline ?? null,
    at: now,
    until: kind === 'snoozed' ? endOfSnooze(deadline, now) : null,
    repairedAt: link.repaired_at ?? null,
    syncedAt: link.last_successful_sync ?? null,
  };
}

/** Whether the affair is still the one that was put away, and no worse. */
export function isInForce(dismissal: Dismissal, affair: Affair, now: number): boolean {
  const { kind, cause, severity, deadline, at } = dismissal;
  return (
    cause === affair.cause &&
    RANK[affair.severity] <= RANK[severity] &&
    (kind === 'shrunk') === (affair.severity === 'critical') &&
    toTime(affair.deadline) >= toTime(deadline) &&
    !hasComeAgain(dismissal, affair, now) &&
    now < returnsAt(dismissal, affair.deadline) &&
    // The device's clock was set back since: by that one it could take for ever.
    now > at - DAY_MS
  );
}

/** When it comes back by time alone; `Infinity` where it does not. */
export function returnsAt({ at, until }: Dismissal, deadline: string | null | undefined): number {
  const notices = NOTICES_MS.map((ms) => toTime(deadline) - ms).filter((notice) => notice > at);
  return Math.min(until ?? Number.POSITIVE_INFINITY, ...notices);
}

/** In three days, or half-way to a nearer deadline; never on its last day. */
function endOfSnooze(deadline: string | undefined, now: number): number {
  const due = toTime(deadline);
  return due > now ? Math.min(now + SNOOZE_MS, now + (due - now) / 2, due - DAY_MS) : now + SNOOZE_MS;
}

/** Whether it was over in between, although this browser may not have seen it. */
function hasComeAgain({ deadline, repairedAt, syncedAt }: Dismissal, affair: Affair, now: number): boolean {
  const { status, error, repaired_at, last_successful_sync } = affair.link;
  const isRepaired = isLater(repaired_at, repairedAt);
  if (status === 'erroring') return isRepaired || isLater(last_successful_sync, syncedAt);
  if (error) return isRepaired;
  // What works all the while, as until a consent ends: another end is another matter.
  return toTime(affair.deadline) !== toTime(deadline) && (isRepaired || toTime(deadline) <= now);
}

function isLater(one: string | null | undefined, other: string | null): boolean {
  return one != null && (other === null || Date.parse(one) > Date.parse(other));
}

function toTime(isoTime: string | null | undefined): number {
  return isoTime == null ? Number.POSITIVE_INFINITY : Date.parse(isoTime);
}
