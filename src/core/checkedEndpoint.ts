import { parseIntegrationLinkList } from '../protocol/integrationLink.js';
import { parseLinkTokenAnswer, type LinkTokenRequest } from '../protocol/linkToken.js';
import type { Parsed } from '../protocol/parsed.js';
import { parseRepairAnswer, type RepairReport } from '../protocol/repair.js';
import type { EndpointContext, ReportContext, StillChecking, Subscribe, UpdateModeEndpoint } from './endpoint.js';
import { EndpointFault } from './endpointFault.js';

/** An endpoint whose answers nobody has looked at yet. */
export interface UncheckedEndpoint {
  listIntegrationLinks(context: EndpointContext): Promise<unknown>;
  createLinkToken(request: LinkTokenRequest, context: EndpointContext): Promise<unknown>;
  reportRepair(report: RepairReport, context: ReportContext): Promise<unknown>;
  subscribe?: Subscribe | undefined;
}

const checkedEndpoints = new WeakSet<UncheckedEndpoint>();

/**
 * The one gate for what a server says, in whatever form the endpoint came: behind it every answer has the
 * shape that its type promises.
 */
export function createCheckedEndpoint(endpoint: UncheckedEndpoint): UpdateModeEndpoint {
  const checked: UpdateModeEndpoint = {
    listIntegrationLinks: async (context) =>
      accept(parseIntegrationLinkList(await endpoint.listIntegrationLinks(context))),
    createLinkToken: async (request, context) =>
      accept(parseLinkTokenAnswer(await endpoint.createLinkToken(request, context))),
    async reportRepair(report, context) {
      const answer = await endpoint.reportRepair(report, context);
      return isStillChecking(answer) ? answer : accept(parseRepairAnswer(answer));
    },
    // It carries hints alone: there is nothing in them to check.
    subscribe: endpoint.subscribe && ((onChange, context) => endpoint.subscribe?.(onChange, context)),
  };
  checkedEndpoints.add(checked);
  return checked;
}

/** An app's own functions have not been through the gate; the endpoints that this library makes have. */
export function ensureCheckedEndpoint(endpoint: UpdateModeEndpoint): UpdateModeEndpoint {
  return checkedEndpoints.has(endpoint) ? endpoint : createCheckedEndpoint(endpoint);
}

function accept<Value>(parsed: Parsed<Value>): Value {
  if (parsed.ok) return parsed.value;
  throw new EndpointFault('invalid_answer', `The endpoint's answer has another shape (${parsed.problem}).`);
}

function isStillChecking(answer: unknown): answer is StillChecking {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'result' in answer &&
    answer.result === 'checking' &&
    'retryAfter' in answer &&
    typeof answer.retryAfter === 'number'
  );
}
