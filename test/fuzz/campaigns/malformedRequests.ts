import fc from 'fast-check';
import { malformedRequest, type MalformedRequest, type ValidRequest } from '../arbitraries/malformedRequest.js';
import { heronSigning, plaidSigning, type Signing } from '../arbitraries/malformedToken.js';
import { createCampaign, type Campaign } from '../campaign.js';
import { createEdge } from '../edge.js';
import { createFuzzedApp, type FuzzedApp, type Handler } from '../fuzzedApp.js';
import { endpointRequest, heronWebhook, plaidWebhook, proxyRequest } from '../validRequests.js';
import { answerWell, assert, assertUnderstood } from '../wellBehaved.js';
import { withTrace } from '../withTrace.js';

interface Target {
  name: string;
  weight: number;
  valid: fc.Arbitrary<ValidRequest>;
  signing?: fc.Arbitrary<Signing>;
  pick(app: FuzzedApp): Handler;
}

const TARGETS: Target[] = [
  { name: 'requests to the endpoint', weight: 30, valid: endpointRequest, pick: ({ endpoint }) => endpoint },
  { name: 'requests to the proxy', weight: 10, valid: proxyRequest, pick: ({ proxy }) => proxy },
  {
    name: "Plaid's webhooks",
    weight: 10,
    valid: plaidWebhook,
    signing: plaidSigning,
    pick: (app) => app.plaidWebhook,
  },
  {
    name: "Heron's webhooks",
    weight: 10,
    valid: heronWebhook,
    signing: heronSigning,
    pick: (app) => app.heronWebhook,
  },
];

/** Plaid and Heron answer as they should: whatever goes wrong is the request's fault, and no 5xx. */
export const malformedRequests: Campaign[] = TARGETS.map(({ name, weight, valid, signing, pick }) => {
  const request = fc
    .tuple(valid, signing ?? fc.constant(() => ({})))
    .chain(([each, sign]) => malformedRequest(each, sign));
  return createCampaign(
    { name, kind: 'requests', weight },
    fc.record({ request, isBroken: fc.boolean() }),
    ({ request: malformed, isBroken }) => check(malformed, isBroken, pick),
  );
});

async function check(malformed: MalformedRequest, isBroken: boolean, pick: (app: FuzzedApp) => Handler): Promise<void> {
  const edge = createEdge({ isBroken });
  const app = createFuzzedApp(edge);
  const request = malformed.create();
  const { pathname } = new URL(request.url);
  await withTrace(
    () => ({ malformed, exchanges: edge.exchanges, log: app.log }),
    async () => {
      const answered = await answerWell(app, pick(app), request);
      assert(answered.status < 500, `${answered.status} ${answered.code}: a request made it`);
      assertUnderstood(pathname, answered);
      assert(edge.strayed.length === 0, `sent ${edge.strayed.join()}`);
      for (const { code, operation } of app.log) assert(code !== 'internal', `internal at ${operation}`);
    },
  );
}
