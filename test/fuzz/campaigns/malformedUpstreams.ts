import fc from 'fast-check';
import { malformedAnswer, silence, type Reply } from '../arbitraries/malformedAnswer.js';
import type { ValidRequest } from '../arbitraries/malformedRequest.js';
import { createCampaign, type Campaign } from '../campaign.js';
import { createEdge, type Exchange } from '../edge.js';
import { createFuzzedApp, type FuzzedApp, type Handler } from '../fuzzedApp.js';
import { ITEM, ORIGIN, USER } from '../names.js';
import { isKnownToWork } from '../plaidsWord.js';
import { signForHeron, signForPlaid } from '../signatures.js';
import { endpointRequest, heronWebhook, plaidWebhook, proxyRequest } from '../validRequests.js';
import { answerWell, assert, assertUnderstood, type Answered } from '../wellBehaved.js';
import { withTrace } from '../withTrace.js';

interface Target {
  name: string;
  weight: number;
  valid: fc.Arbitrary<ValidRequest>;
  sign?(bytes: Uint8Array): Record<string, string>;
  pick(app: FuzzedApp): Handler;
}

const TARGETS: Target[] = [
  { name: 'answers to the endpoint', weight: 30, valid: endpointRequest, pick: ({ endpoint }) => endpoint },
  { name: 'answers to the proxy', weight: 5, valid: proxyRequest, pick: ({ proxy }) => proxy },
  {
    name: "answers to the receiver of Plaid's webhooks",
    weight: 5,
    valid: plaidWebhook,
    sign: (bytes) => ({ 'plaid-verification': signForPlaid(bytes) }),
    pick: (app) => app.plaidWebhook,
  },
  {
    name: "answers to the receiver of Heron's webhooks",
    weight: 5,
    valid: heronWebhook,
    sign: (bytes) => ({ 'heron-signature': signForHeron(bytes) }),
    pick: (app) => app.heronWebhook,
  },
];

/** An upstream that has asked to be left alone is, for that long at most. */
const LONGEST_PAUSE_MS = 3_600_000;

/** What a handler may say of Plaid's and Heron's failures; a failure of its own is none of these. */
const UPSTREAM_CODES = ['plaid_unavailable', 'heron_unavailable', 'misconfigured', 'rate_limited'];

const oneReply = fc.oneof({ weight: 60, arbitrary: malformedAnswer }, { weight: 1, arbitrary: fc.constant(silence) });

/** The requests are as they should be: whatever goes wrong is Plaid's or Heron's fault, and named so. */
export const malformedUpstreams: Campaign[] = TARGETS.map((target) =>
  createCampaign(
    { name: target.name, kind: 'answers', weight: target.weight },
    fc.record({
      valid: target.valid,
      isBroken: fc.boolean(),
      // A valid one among them lets a handler come farther.
      replies: fc.array(
        fc.oneof({ weight: 2, arbitrary: oneReply }, { weight: 1, arbitrary: fc.constant(validReply) }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    }),
    (drawn) => check(target, drawn),
  ),
);

async function check(
  { pick, sign }: Target,
  { valid, isBroken, replies }: { valid: ValidRequest; isBroken: boolean; replies: Reply[] },
): Promise<void> {
  const edge = createEdge({ isBroken, replies });
  const app = createFuzzedApp(edge, { upstreamTimeLimitMs: replies.includes(silence) ? 1 : undefined });
  await withTrace(
    () => ({ valid, isBroken, exchanges: edge.exchanges, log: app.log }),
    async () => {
      const answered = await answerWell(app, pick(app), createRequest(valid, sign));
      assertUpstreamsFault(answered, edge.exchanges);
      assertUnderstood(valid.path, answered);
      assertNoFalseRepair(answered, valid, edge.exchanges);
      assert(edge.strayed.length === 0, `sent ${edge.strayed.join()}`);
      for (const { code, operation } of app.log) assert(code !== 'internal', `internal at ${operation}`);
      edge.calm();
      app.advance(LONGEST_PAUSE_MS);
      const path = '/api/update-mode/integration-links';
      const headers = { 'x-user': USER };
      const list = await answerWell(app, app.endpoint, new Request(ORIGIN + path, { headers }));
      assert(list.status === 200, `what was kept of it breaks the next list: ${list.status} ${list.code}`);
      assertUnderstood(path, list);
    },
  );
}

function validReply(valid: unknown): ReturnType<Reply> {
  const bytes = new TextEncoder().encode(JSON.stringify(valid));
  return { status: 200, headers: [], bytes, deliver: (all) => all };
}

function createRequest({ method, path, headers, body }: ValidRequest, sign: Target['sign']): Request {
  const bytes = body === undefined ? null : new TextEncoder().encode(JSON.stringify(body));
  return new Request(ORIGIN + path, { method, headers: { ...headers, ...(bytes && sign?.(bytes)) }, body: bytes });
}

function assertUpstreamsFault({ status, code }: Answered, exchanges: readonly Exchange[]): void {
  if (status < 500) return;
  assert(code !== null && UPSTREAM_CODES.includes(code), `${status} ${code}`);
  if (code !== 'misconfigured') return;
  // A refusal of the keys, of the request or by a redirect; or a healthy answer about another Item.
  const isRefused = exchanges.some((exchange) => exchange.status !== null && exchange.status % 300 < 200);
  const isForeign = exchanges.some(({ route, text }) => route === 'POST /item/get' && !text.includes(`"${ITEM}"`));
  const isRenamed = exchanges.some(({ route, text }) => route === 'POST /item/get' && /"item_id"/g.test(text));
  assert(isRefused || isForeign || isRenamed, 'misconfigured, and nobody has refused anything');
}

function assertNoFalseRepair({ body }: Answered, { body: sent }: ValidRequest, exchanges: readonly Exchange[]): void {
  if (typeof body !== 'object' || body === null || !('result' in body) || body.result !== 'repaired') return;
  const isRepair = typeof sent === 'object' && sent !== null && (!('purpose' in sent) || sent.purpose === 'repair');
  if (isRepair) assert(isKnownToWork(exchanges), 'repaired, and Plaid has not said that the Item works');
}
