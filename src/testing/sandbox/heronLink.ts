import type { IntegrationLinkStatus } from '../../protocol/integrationLink.js';

export type HeronStatus = Exclude<IntegrationLinkStatus, 'unknown'>;

/** How Heron behaves; what its documentation leaves open can be had in each way. All fields may be changed at run time. */
export interface HeronProfile {
  /** Milliseconds that a link stays `pending` after a PUT with a working access token. */
  pendingFor: number;
  /** Milliseconds that it is `syncing` then. */
  syncingFor: number;
  /**
   * What follows a PUT: the two phases; `active` in the PUT's own answer; `erroring` as before, in the
   * answer and for as long as a link would be `pending`, and `syncing` then; or no change at all before
   * `POST /api/integrations/{heron_id}/links/{item_id}/refresh`, which then sets off the two phases.
   */
  afterPut: 'sync' | 'active_at_once' | 'stale_erroring' | 'refresh_needed';
}

/** An Integration Link as Heron keeps it. Its status follows from the clock. */
export interface HeronLink {
  endUserId: string;
  created: number;
  lastSuccessfulSync: number;
  lastUpdated: number;
  /** The status that stands until a PUT, or until a sync has come to its end. */
  restingStatus: HeronStatus;
  statusMessage: string | null;
  sync: { firstStatus: 'pending' | 'erroring'; syncingAt: number; activeAt: number } | null;
}

/** What Heron's API shows of a link. */
export interface HeronLinkView {
  item_id: string;
  status: HeronStatus;
  status_message: string | null;
  type: 'plaid_integration';
  created: string;
  last_updated: string;
  last_successful_sync: string;
}

export function createHeronLink(endUserId: string, now: number): HeronLink {
  return {
    endUserId,
    created: now,
    lastSuccessfulSync: now,
    lastUpdated: now,
    restingStatus: 'active',
    statusMessage: null,
    sync: null,
  };
}

/** Heron does not sync such a link any more, whatever becomes of the Item. */
export function isFinal({ restingStatus }: HeronLink): boolean {
  return restingStatus === 'sync_disabled' || restingStatus === 'deleted_in_plaid';
}

function findStatus(link: HeronLink, now: number): HeronStatus {
  if (link.sync === null) return link.restingStatus;
  if (now < link.sync.syncingAt) return link.sync.firstStatus;
  return now < link.sync.activeAt ? 'syncing' : 'active';
}

/** Heron's own trouble with the Item, or a status that someone has set. It ends a sync that is under way. */
export function setHeronStatus(link: HeronLink, status: HeronStatus, message: string | null, now: number): void {
  link.lastSuccessfulSync = findLastSuccessfulSync(link, now);
  link.restingStatus = status;
  link.lastUpdated = now;
  link.sync = null;
  if (message !== null) link.statusMessage = message;
}

/** What a PUT with a working access token sets going. */
export function startSync(link: HeronLink, profile: HeronProfile, now: number): void {
  link.lastSuccessfulSync = findLastSuccessfulSync(link, now);
  link.lastUpdated = now;
  const isAtOnce = profile.afterPut === 'active_at_once';
  const syncingAt = now + (isAtOnce ? 0 : profile.pendingFor);
  const activeAt = syncingAt + (isAtOnce ? 0 : profile.syncingFor);
  link.sync = { firstStatus: profile.afterPut === 'stale_erroring' ? 'erroring' : 'pending', syncingAt, activeAt };
}

function findLastSuccessfulSync(link: HeronLink, now: number): number {
  return link.sync !== null && now >= link.sync.activeAt ? link.sync.activeAt : link.lastSuccessfulSync;
}

function findLastUpdated(link: HeronLink, now: number): number {
  const changes = link.sync === null ? [] : [link.sync.syncingAt, link.sync.activeAt];
  return Math.max(link.lastUpdated, ...changes.filter((change) => change <= now));
}

/** The message of an error that is over stays, as in each sample of Heron's documentation: only `status` counts. */
export function viewHeronLink(itemId: string, link: HeronLink, now: number): HeronLinkView {
  return {
    item_id: itemId,
    status: findStatus(link, now),
    status_message: link.statusMessage,
    type: 'plaid_integration',
    created: new Date(link.created).toISOString(),
    last_updated: new Date(findLastUpdated(link, now)).toISOString(),
    last_successful_sync: new Date(findLastSuccessfulSync(link, now)).toISOString(),
  };
}
