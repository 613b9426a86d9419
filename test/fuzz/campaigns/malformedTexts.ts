import { inspect } from 'node:util';
import fc from 'fast-check';
import { createServerSentEvents, diagnose } from 'react-plaid-update-mode';
import { createLinkEvent, readId } from '../../../src/core/linkMetadata.js';
import { readRecord, writeRecord } from '../../../src/core/outboxRecord.js';
import { createReport } from '../../../src/core/visitReport.js';
import { createWaitingVisits } from '../../../src/core/waitingVisits.js';
import { parseHeronLinkList, parseHeronUpdateAnswer } from '../../../src/protocol/heron.js';
import { parseIntegrationLink, parseIntegrationLinkList } from '../../../src/protocol/integrationLink.js';
import { parseLinkTokenAnswer } from '../../../src/protocol/linkToken.js';
import { parseLinkTokenRequest } from '../../../src/protocol/parseLinkTokenRequest.js';
import { parseRepairReport } from '../../../src/protocol/parseRepairReport.js';
import type { Parsed } from '../../../src/protocol/parsed.js';
import { parseRepairAnswer } from '../../../src/protocol/repair.js';
import { createLinkExitError } from '../../../src/react/linkExitError.js';
import { jsonMutation, mutatedValue } from '../arbitraries/mutatedJson.js';
import { createCampaign, type Campaign } from '../campaign.js';
import { ITEM, NOW, QUOTE } from '../names.js';
import { withPage } from '../pageByHand.js';
import * as shapes from '../shapes.js';
import { FULL_LINK, LINK_LIST, LINK_TOKEN, REPAIR_ANSWER, REPORT } from '../validAnswers.js';
import { assert, assertNoPollution, assertNoSecret } from '../wellBehaved.js';

interface Parser {
  name: string;
  parse(input: unknown): Parsed<unknown>;
  valid: unknown;
  shape: shapes.Shape;
}

const PARSERS: Parser[] = [
  { name: 'a list', parse: parseIntegrationLinkList, valid: LINK_LIST, shape: shapes.isIntegrationLinkList },
  { name: 'a link token', parse: parseLinkTokenAnswer, valid: LINK_TOKEN, shape: shapes.isLinkTokenAnswer },
  { name: 'a repair', parse: parseRepairAnswer, valid: REPAIR_ANSWER, shape: shapes.isRepairAnswer },
  { name: 'a report', parse: parseRepairReport, valid: REPORT, shape: shapes.isRepairReport },
  {
    name: 'a request for a link token',
    parse: parseLinkTokenRequest,
    valid: { target: { item_id: ITEM }, purpose: 'repair' },
    shape: shapes.isLinkTokenRequest,
  },
  { name: "Heron's list", parse: parseHeronLinkList, valid: { links: [FULL_LINK] }, shape: shapes.isHeronLinkList },
  {
    name: "Heron's update",
    parse: parseHeronUpdateAnswer,
    valid: { integration_link: FULL_LINK, result: 'repaired' },
    shape: shapes.isHeronUpdateAnswer,
  },
];

const parserCase = fc
  .constantFrom(...PARSERS)
  .chain((parser) => fc.record({ parser: fc.constant(parser), input: mutatedValue(parser.valid) }));

const protocol = createCampaign({ name: 'values for the parsers', kind: 'texts', weight: 10 }, parserCase, (drawn) => {
  const { name, parse, shape } = drawn.parser;
  const parsed = parse(drawn.input);
  if (parsed.ok) assert(shape(parsed.value), `takes it for ${name}: ${JSON.stringify(parsed.value)}`);
  else assertNoSecret('problem', parsed.problem);
  assertNoPollution();
});

const diagnosis = createCampaign(
  { name: 'links to diagnose', kind: 'texts', weight: 4 },
  fc.record({ input: mutatedValue(FULL_LINK), now: fc.constantFrom(0, NOW, 8.64e15) }),
  ({ input, now }) => {
    const link = parseIntegrationLink(input);
    if (!link.ok) return;
    const { severity, remedy, code, deadline } = diagnose(link.value, { now });
    assert(['ok', 'info', 'warning', 'critical'].includes(severity), `severity ${severity}`);
    assert(typeof remedy === 'string' && typeof code === 'string', 'no remedy');
    assert(deadline === undefined || shapes.isTime(deadline), `deadline ${deadline}`);
  },
);

const VISIT = {
  version: 1,
  scope: 'user-1',
  target: { item_id: ITEM },
  purpose: 'repair',
  token: 'link-sandbox-1',
  expires_at: NOW,
  is_asked: false,
};

const isWaitingVisit = shapes.isRecord({
  id: shapes.isText,
  scope: shapes.isText,
  target: shapes.isTarget,
  purpose: shapes.isPurpose,
  token: shapes.isNullOr(shapes.isText),
  expiresAt: shapes.isMoment,
  isOwn: shapes.isBoolean,
  isAsked: shapes.isBoolean,
});

/** Storage is open to every script of the page's origin, and to every version that was ever there. */
const waitingVisits = createCampaign(
  { name: 'visits in storage', kind: 'texts', weight: 4 },
  fc.array(jsonMutation, { minLength: 1, maxLength: 3 }),
  (mutations) => {
    const notes = mutations.map((mutate, index) => ({ id: String(index), text: mutate(VISIT), isOwn: index === 0 }));
    const visitStorage = {
      read: () => notes,
      write() {},
      rewrite() {},
      leave() {},
      remove() {},
      onChange: () => () => {},
    };
    const visits = createWaitingVisits('user-1', { visitStorage, tabLocks: { request: () => () => {} } });
    for (const visit of visits.read()) {
      assert(isWaitingVisit(visit), `takes it for a visit: ${JSON.stringify(visit)}`);
      const { target, purpose, expiresAt } = visit;
      const report = createReport({ target, purpose }, { outcome: 'unknown', startedAt: expiresAt, finishedAt: NOW });
      assertSendable(report);
    }
    assertNoPollution();
  },
);

const RECORD = {
  version: 1,
  report: REPORT,
  written_at: NOW,
  attempts: 3,
  not_before: NOW,
  wanted_at: 0,
  refusal: { http_status: 404, problem_code: 'item_not_found' },
};

const isOutboxRecord = shapes.isRecord({
  id: shapes.isText,
  report: shapes.isRepairReport,
  writtenAt: shapes.isMoment,
  attempts: shapes.isCount,
  notBefore: shapes.isMoment,
  wantedAt: shapes.isMoment,
  refusal: shapes.isNullOr(
    shapes.isRecord({ httpStatus: shapes.optional(shapes.isCount), problemCode: shapes.optional(shapes.isText) }),
  ),
});

const outboxRecords = createCampaign(
  { name: 'reports in storage', kind: 'texts', weight: 4 },
  jsonMutation,
  (mutate) => {
    const record = readRecord({ id: 'report-1', text: mutate(RECORD) });
    if (!record) return;
    assert(isOutboxRecord(record), `takes it for a report: ${JSON.stringify(record)}`);
    assertSendable(record.report);
    const again = readRecord({ id: 'report-1', text: writeRecord(record) });
    assert(JSON.stringify(again) === JSON.stringify(record), 'is not read as it was written');
    assertNoPollution();
  },
);

const METADATA = {
  error_type: 'ITEM_ERROR',
  error_code: 'ITEM_LOCKED',
  error_message: QUOTE,
  exit_status: 'requires_credentials',
  institution: { institution_id: 'ins_1', name: 'First Platypus Bank' },
  account_number_mask: '0000',
  routing_number: '110000000',
  institution_search_query: QUOTE,
  link_session_id: '79e772be-547d-4c9c-8b76-4ac4ed4c441a',
  request_id: 'HNTDNrA8F1shFEW',
  view_name: 'SELECT_INSTITUTION',
  timestamp: '2026-05-01T12:00:00.000Z',
};

/** Whatever Link says, the report of its visit is one that the server takes. */
const linkMetadata = createCampaign(
  { name: "Link's metadata", kind: 'texts', weight: 4 },
  fc.record({ metadata: mutatedValue(METADATA), error: mutatedValue(METADATA), name: mutatedValue('OPEN') }),
  ({ metadata, error, name }) => {
    const request = { target: { item_id: ITEM }, purpose: 'repair' };
    const told = [createLinkEvent(request, name, metadata), createLinkExitError(error, {})];
    const said = inspect(told);
    assertNoSecret('telemetry', said);
    assert(!said.includes('110000000'), 'the routing number is told');
    const id = typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'link_session_id') : undefined;
    const linkSessionId = readId(id);
    assertSendable(createReport(request, { outcome: 'exit', linkSessionId, startedAt: NOW, finishedAt: NOW }));
    assertNoPollution();
  },
);

const isChange = shapes.isRecord({ item_id: shapes.optional(shapes.isText) });

const serverSentEvents = createCampaign(
  { name: 'server-sent events', kind: 'texts', weight: 3 },
  fc.oneof(
    jsonMutation.map((mutate): unknown => mutate({ item_id: ITEM })),
    mutatedValue({ item_id: ITEM }),
  ),
  (data) =>
    withPage(async (send) => {
      const heard: unknown[] = [];
      const controller = new AbortController();
      const subscribe = createServerSentEvents('/events');
      subscribe((change) => void heard.push(change), { signal: controller.signal });
      send(data);
      controller.abort();
      assert(heard.length === 1 && isChange(heard[0]), `heard ${JSON.stringify(heard)}`);
      assertNoPollution();
    }),
);

function assertSendable(report: unknown): void {
  const parsed = parseRepairReport(JSON.parse(JSON.stringify(report)));
  assert(parsed.ok, `the server would refuse the report: ${parsed.ok ? '' : parsed.problem}`);
}

export const malformedTexts: Campaign[] = [
  protocol,
  diagnosis,
  waitingVisits,
  outboxRecords,
  linkMetadata,
  serverSentEvents,
];
