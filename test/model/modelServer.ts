import { EndpointFault } from '../../src/core/endpointFault.js';
import type { IntegrationLink } from '../../src/protocol/integrationLink.js';
import type { LinkTokenAnswer, LinkTokenRequest } from '../../src/protocol/linkToken.js';
import type { RepairAnswer, RepairReport, RepairResult } from '../../src/protocol/repair.js';
import type { Target } from '../../src/protocol/target.js';

/** What becomes of a request. `held`: it waits for a command. Of a `lost answer` the server has done all that was asked. */
export type Weather =
  | { kind: 'held' | 'lost request' | 'lost answer' | 'silence' | 'garbage' | 'checking' }
  | { kind: 'status'; status: 400 | 403 | 404 | 422 | 429 | 500 | 503; retryAfter?: number | undefined };

export type RequestKind = 'report' | 'token' | 'list';

/** An Item as Plaid and Heron see it. */
export interface ModelItem {
  id: string;
  owner: string;
  isBroken: boolean;
  /** Whether Heron's data flows: it has the access token since the last repair, or nothing was ever wrong. */
  isActive: boolean;
  repairedAt: number | null;
  changedAt: number;
}

/** A report that has reached the server, whatever became of the answer. */
export interface TakenReport {
  scope: string;
  key: string;
  report: RepairReport;
}

const LIFETIME_MS = 30 * 60_000;

export type ModelServer = ReturnType<typeof createModelServer>;

/** The app's server with Plaid and Heron behind it: the truth that no page may contradict. */
export function createModelServer(now: () => number) {
  const items: ModelItem[] = ['a-1', 'a-2', 'b-1'].map((id) => ({
    id,
    owner: id.startsWith('a') ? 'anna' : 'ben',
    isBroken: true,
    isActive: false,
    repairedAt: null,
    changedAt: now(),
  }));
  const taken: TakenReport[] = [];
  /** What Plaid's truth made of a report once it was good, by idempotency key. */
  const repaired = new Map<string, RepairResult>();
  let tokens = 0;

  function itemsOf(user: string, target: Target): ModelItem[] {
    const owned = items.filter(({ owner }) => owner === user);
    return 'item_id' in target ? owned.filter(({ id }) => id === target.item_id) : owned;
  }

  function authorize(user: string | null, target: Target): ModelItem[] {
    if (user === null) throw refusal(401);
    const found = itemsOf(user, target);
    if (found.length === 0) throw refusal(404);
    return found;
  }

  function judge({ purpose, outcome }: RepairReport, found: readonly ModelItem[]): RepairResult {
    const isBroken = found.some((item) => item.isBroken);
    if (outcome === 'success') return isBroken ? 'still_broken' : 'repaired';
    const wasKnown = found.some((item) => !item.isActive);
    return !isBroken && wasKnown && purpose === 'repair' ? 'repaired' : 'unchanged';
  }

  function list(user: string | null): IntegrationLink[] {
    if (user === null) throw refusal(401);
    return items.filter(({ owner }) => owner === user).map(describeLink);
  }

  return {
    items,
    taken,
    itemsOf,
    list,
    makeToken(user: string | null, { target }: LinkTokenRequest): LinkTokenAnswer {
      authorize(user, target);
      const link_token = `link-token-${++tokens}`;
      const hosted_link_url = tokens % 2 === 0 ? `https://hosted.plaid.test/${tokens}` : undefined;
      return { link_token, expiration: new Date(now() + LIFETIME_MS).toISOString(), hosted_link_url };
    },
    /** Takes a report in as the real one does: Plaid is asked each time, Heron is told once for each key. */
    take(user: string | null, scope: string, key: string, report: RepairReport): RepairAnswer {
      const found = authorize(user, report.target);
      taken.push({ scope, key, report });
      const isBroken = found.some((item) => item.isBroken);
      const result = (isBroken ? null : repaired.get(key)) ?? judge(report, found);
      if (result === 'repaired') repaired.set(key, result);
      for (const item of found) {
        if (item.isBroken || item.isActive || result !== 'repaired') continue;
        Object.assign(item, { isActive: true, repairedAt: now(), changedAt: now() });
      }
      return { result, integration_links: found.map(describeLink) };
    },
    breakAnew(item: ModelItem): void {
      Object.assign(item, { isBroken: true, isActive: false, changedAt: now() });
    },
    /** Without anybody's report: Plaid's webhook has told. */
    healAlone(item: ModelItem): void {
      Object.assign(item, { isBroken: false, isActive: true, repairedAt: now(), changedAt: now() });
    },
  };
}

export function refusal(httpStatus: number, retryAfter?: number): EndpointFault {
  return new EndpointFault('http', 'No.', { httpStatus, retryAfter });
}

function describeLink({ id, isBroken, isActive, repairedAt, changedAt }: ModelItem): IntegrationLink {
  const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED' };
  return {
    item_id: id,
    institution_name: `Bank ${id}`,
    type: 'plaid_integration',
    status: isActive ? 'active' : 'erroring',
    status_message: isActive ? null : '[ITEM_LOGIN_REQUIRED] sign in again',
    last_updated: new Date(changedAt).toISOString(),
    ...(isBroken ? { error } : {}),
    ...(repairedAt === null ? {} : { repaired_at: new Date(repairedAt).toISOString() }),
  };
}
