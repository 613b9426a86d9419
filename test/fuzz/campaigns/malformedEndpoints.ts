import fc from 'fast-check';
import {
  createHeronProxyEndpoint,
  createHttpEndpoint,
  UpdateModeError,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';
import { createEndpointError } from '../../../src/core/endpointError.js';
import { createWireResponse, malformedAnswer, type Reply } from '../arbitraries/malformedAnswer.js';
import { createCampaign, type Campaign } from '../campaign.js';
import { ITEM } from '../names.js';
import { isIntegrationLinkList, isLinkTokenAnswer, isOneOf, isRecord, isRepairAnswer, type Shape } from '../shapes.js';
import { FULL_LINK, LINK_LIST, LINK_TOKEN, REPAIR_ANSWER, REPORT } from '../validAnswers.js';
import { assert, assertNoPollution } from '../wellBehaved.js';
import { withTrace } from '../withTrace.js';

const context = { signal: new AbortController().signal };
const isNumber: Shape = (value) => typeof value === 'number' && !Number.isNaN(value);
const isStillChecking = isRecord({ result: isOneOf('checking'), retryAfter: isNumber });

const CALLS: readonly { call(endpoint: UpdateModeEndpoint): Promise<unknown>; shape: Shape }[] = [
  { call: (endpoint) => endpoint.listIntegrationLinks(context), shape: isIntegrationLinkList },
  {
    call: (endpoint) => endpoint.createLinkToken({ target: { item_id: ITEM }, purpose: 'repair' }, context),
    shape: isLinkTokenAnswer,
  },
  {
    call: (endpoint) => endpoint.reportRepair(REPORT, { ...context, idempotencyKey: 'visit-1' }),
    shape: (value) => isRepairAnswer(value) || isStillChecking(value),
  },
];

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const ENDPOINTS: readonly { name: string; create(fetch: Fetch): UpdateModeEndpoint; answers: readonly unknown[] }[] = [
  {
    name: 'the endpoint',
    create: (fetch) => createHttpEndpoint('https://app.test/api/update-mode', { fetch }),
    answers: [LINK_LIST, LINK_TOKEN, REPAIR_ANSWER],
  },
  {
    name: "a proxy in Heron's shape",
    create: (fetch) =>
      createHeronProxyEndpoint(
        {
          baseUrl: 'https://app.test/heron',
          linkTokenUrl: 'https://app.test/token',
          linksUrl: 'https://app.test/links',
        },
        { fetch },
      ),
    answers: [{ links: [FULL_LINK] }, LINK_TOKEN, { integration_link: FULL_LINK, result: 'repaired' }],
  },
];

/** What a server answers to the browser: a value of the promised shape comes of it, or an error that an app can read. */
export const malformedEndpoints: Campaign[] = ENDPOINTS.map(({ name, create, answers }) =>
  createCampaign(
    { name: `answers of ${name} to the browser`, kind: 'answers', weight: 15 },
    fc.record({ which: fc.constantFrom(0, 1, 2), replies: fc.array(malformedAnswer, { minLength: 1, maxLength: 2 }) }),
    ({ which, replies }) => check(create, answers[which], which, replies),
  ),
);

async function check(
  create: (fetch: Fetch) => UpdateModeEndpoint,
  valid: unknown,
  which: number,
  replies: readonly Reply[],
): Promise<void> {
  const heard: unknown[] = [];
  const endpoint = create(async () => {
    const wire = replies[heard.length % replies.length]?.(valid) ?? 'network error';
    if (typeof wire === 'string') {
      heard.push(wire);
      throw new TypeError('fetch failed');
    }
    heard.push({ ...wire, text: new TextDecoder().decode(wire.bytes) });
    return createWireResponse(wire);
  });
  const asked = CALLS[which];
  if (!asked) return;
  await withTrace(
    () => heard,
    async () => {
      let value: unknown;
      try {
        value = await asked.call(endpoint);
      } catch (cause) {
        return assertReadable(createEndpointError('report_failed', cause), cause);
      }
      assert(asked.shape(value), `took ${JSON.stringify(value)} for an answer`);
      assertNoPollution();
    },
  );
}

function assertReadable(error: UpdateModeError, cause: unknown): void {
  assert(UpdateModeError.isInstance(error), 'rejected with something else than an error of the library');
  const { failure, retryAfter, problemCode, requestId } = error;
  assert(failure !== undefined, `rejected with ${String(cause)}, which no answer can make`);
  assert(retryAfter === undefined || (Number.isFinite(retryAfter) && retryAfter >= 0), `asks for ${retryAfter} s`);
  for (const text of [problemCode, requestId]) assert(text === undefined || typeof text === 'string', 'not a text');
}
