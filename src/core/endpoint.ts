import type { IntegrationLinkList } from '../protocol/integrationLink.js';
import type { LinkTokenAnswer, LinkTokenRequest } from '../protocol/linkToken.js';
import type { RepairAnswer, RepairReport } from '../protocol/repair.js';

export interface EndpointContext {
  signal: AbortSignal;
}

export interface ReportContext extends EndpointContext {
  /** The same for each attempt at the same report. */
  idempotencyKey: string;
}

/** The server is still asking Plaid: send the same report again after `retryAfter` seconds. */
export interface StillChecking {
  result: 'checking';
  retryAfter: number;
}

/**
 * The app's server as this library needs it. Most apps give a URL instead; functions of one's own serve
 * routes that exist already. Whatever a function rejects with counts as a failed request that can be
 * tried again, unless it is an `UpdateModeError` that says otherwise.
 */
export interface UpdateModeEndpoint {
  listIntegrationLinks(context: EndpointContext): Promise<IntegrationLinkList>;
  createLinkToken(request: LinkTokenRequest, context: EndpointContext): Promise<LinkTokenAnswer>;
  reportRepair(report: RepairReport, context: ReportContext): Promise<RepairAnswer | StillChecking>;
  /** Pushes news, where the server can: `createServerSentEvents`, or a way of one's own. Without it the page asks now and then. */
  subscribe?: Subscribe | undefined;
}

/**
 * Calls `onChange` whenever something may have changed, until `signal` is aborted. Called once while the list is on
 * the page, however many components show it. What was missed, as through a broken connection, is a change as well.
 */
export type Subscribe = (onChange: (change?: EndpointChange) => void, context: EndpointContext) => void;

/** A hint and no more: the list is read again for it, many hints in a burst for one reading. */
export interface EndpointChange {
  /** The Item that has changed, where that is known. */
  item_id?: string | undefined;
}
