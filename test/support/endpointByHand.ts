import type { UpdateModeEndpoint } from '../../src/core/endpoint.js';
import type { IntegrationLink, IntegrationLinkList } from '../../src/protocol/integrationLink.js';
import type { LinkTokenAnswer, LinkTokenRequest } from '../../src/protocol/linkToken.js';
import type { RepairAnswer, RepairReport, RepairResult } from '../../src/protocol/repair.js';
import { settled } from './clockByHand.js';

/** A request that waits for the test to answer it. */
export interface Waiting<Request, Answer> {
  request: Request;
  signal: AbortSignal;
  idempotencyKey: string | undefined;
  /** Answers, and lets all that follows from it happen. */
  answer(answer: Answer): Promise<void>;
  fail(cause: unknown): Promise<void>;
}

type Checking = { result: 'checking'; retryAfter: number };

export interface EndpointByHand extends UpdateModeEndpoint {
  readonly tokenRequests: Waiting<LinkTokenRequest, LinkTokenAnswer>[];
  readonly reports: Waiting<RepairReport, RepairAnswer | Checking>[];
}

/** An endpoint whose every answer is the test's. */
export function createEndpointByHand(): EndpointByHand {
  const endpoint: EndpointByHand = {
    tokenRequests: [],
    reports: [],
    listIntegrationLinks: () => new Promise<IntegrationLinkList>(() => {}),
    createLinkToken: (request, { signal }) => waitFor(endpoint.tokenRequests, request, signal),
    reportRepair: (report, { signal, idempotencyKey }) => waitFor(endpoint.reports, report, signal, idempotencyKey),
  };
  return endpoint;
}

function waitFor<Request, Answer>(
  waiting: Waiting<Request, Answer>[],
  request: Request,
  signal: AbortSignal,
  idempotencyKey?: string,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    waiting.push({
      request,
      signal,
      idempotencyKey,
      answer(answer) {
        resolve(answer);
        return settled();
      },
      fail(cause) {
        reject(cause);
        return settled();
      },
    });
  });
}

/** A token that the server makes now, by a clock that is right. */
export function tokenAnswer(value: string, now: number, lifetimeMs = 30 * 60_000) {
  return { link_token: value, expiration: new Date(now + lifetimeMs).toISOString() };
}

export function repairAnswer(result: RepairResult, ...integration_links: IntegrationLink[]): RepairAnswer {
  return { result, integration_links };
}
