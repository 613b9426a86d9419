import { describe, expect, it } from 'vitest';
import { parseHeronLinkList, parseHeronUpdateAnswer } from '../../src/protocol/heron.js';
import { parseIntegrationLink, parseIntegrationLinkList } from '../../src/protocol/integrationLink.js';
import { parseLinkTokenAnswer } from '../../src/protocol/linkToken.js';
import type { Parsed } from '../../src/protocol/parsed.js';
import { parseLinkTokenRequest } from '../../src/protocol/parseLinkTokenRequest.js';
import { parseRepairReport } from '../../src/protocol/parseRepairReport.js';
import { parseProblem } from '../../src/protocol/problem.js';
import { parseRepairAnswer } from '../../src/protocol/repair.js';

const SECRET = 'access-sandbox-0a1b2c3d';

const PARSERS: [string, (input: unknown) => Parsed<unknown>, object][] = [
  ['integration link', parseIntegrationLink, { item_id: '', status: 1, status_message: 1, created: '', error: 1 }],
  ['link list', parseIntegrationLinkList, { integration_links: [] }],
  ['Heron’s list', parseHeronLinkList, { links: [] }],
  ['Heron’s answer', parseHeronUpdateAnswer, { integration_link: {}, result: '' }],
  ['link token request', parseLinkTokenRequest, { target: { item_id: '' }, purpose: '' }],
  ['link token answer', parseLinkTokenAnswer, { link_token: [], expiration: '' }],
  ['report', parseRepairReport, { target: {}, purpose: '', outcome: '', started_at: '', finished_at: '' }],
  ['repair’s answer', parseRepairAnswer, { result: '', integration_links: [] }],
  ['problem', parseProblem, { title: 1, code: 1, request_id: 1 }],
];

describe('the sentence of a failed parse', () => {
  it.each(PARSERS)('of a %s never repeats what was received', (_what, parse, shape) => {
    const inputs: unknown[] = [SECRET, [SECRET], { [SECRET]: 1 }, { data: SECRET }];
    for (const name of Object.keys(shape)) {
      for (const value of [
        SECRET,
        [SECRET],
        { value: SECRET },
        { item_id: `${SECRET}/` },
        [{ item_id: `${SECRET}/` }],
      ]) {
        inputs.push({ ...shape, [name]: value }, { [name]: value });
      }
      inputs.push({ ...shape, [SECRET]: SECRET });
    }
    const refused = inputs.map(parse).filter((parsed) => !parsed.ok);
    expect(refused).not.toHaveLength(0);
    expect(JSON.stringify(refused)).not.toContain('0a1b2c3d');
  });

  it('tells the place and what belongs there', () => {
    expect(parseLinkTokenAnswer({ link_token: 1 })).toEqual({ ok: false, problem: 'link_token: expected string' });
    expect(parseLinkTokenAnswer(null)).toEqual({ ok: false, problem: 'the whole: expected Object' });
  });

  it('tells the name of a missing field', () => {
    expect(parseRepairAnswer({ result: 'repaired' })).toMatchObject({ problem: /^integration_links: / });
  });
});
