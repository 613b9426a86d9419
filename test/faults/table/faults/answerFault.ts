import type { Fault } from '../fault.js';
import { lookAgain } from '../drive/person.js';
import type { Door } from '../world/doors.js';
import type { Phase } from '../world/gates.js';
import type { Spoil } from '../world/spoils.js';
import { RowFailure } from '../drive/stage.js';

/** One way in which an answer goes wrong. */
export interface BadAnswer {
  name: string;
  phase: Phase;
  spoil: Spoil;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = '<!doctype html><title>Gateway</title><h1>Bad gateway</h1>';

function status(code: number, headers: Record<string, string> = {}): BadAnswer {
  const after = headers['retry-after'];
  const name = after === undefined ? String(code) : `${code}, Retry-After: ${after}`;
  const spoil: Spoil = { kind: 'answer', status: code, headers: { ...JSON_TYPE, ...headers }, body: '{}' };
  return { name, phase: 'before', spoil };
}

/** The other side has done its work, and a proxy on the way answers in its place. */
function instead(name: string, code: number, headers: Record<string, string>, body: string): BadAnswer {
  return { name, phase: 'after', spoil: { kind: 'answer', status: code, headers, body } };
}

/** Another try is worth it. */
export const PASSING: readonly BadAnswer[] = [
  { name: 'reset before it is heard', phase: 'before', spoil: { kind: 'reset' } },
  { name: 'reset after the work is done', phase: 'after', spoil: { kind: 'reset' } },
  { name: 'cut half way', phase: 'after', spoil: { kind: 'cut' } },
  status(429),
  status(429, { 'retry-after': '20' }),
  status(500),
  status(503),
  status(503, { 'retry-after': '20' }),
  instead('502 after the work is done', 502, { 'content-type': 'text/html' }, HTML),
  instead('504 after the work is done', 504, { 'content-type': 'text/html' }, HTML),
  instead('garbage for JSON', 200, JSON_TYPE, '{"integration_links":[{]'),
  instead('an empty 200', 200, JSON_TYPE, ''),
  instead('a 200 with HTML', 200, { 'content-type': 'text/html' }, HTML),
  instead('another shape', 200, JSON_TYPE, '{"integration_links":"none","link_token":7,"item":[]}'),
];

/** Slow beyond every limit. */
export const SILENCE: BadAnswer = { name: 'no answer', phase: 'before', spoil: { kind: 'silence' } };

export const UNAUTHENTICATED = status(401);

/** The same again would be answered alike. */
export const FINAL: readonly BadAnswer[] = [400, 403, 404, 409, 422].map((code) => status(code));

const UPSTREAM_LIMIT_MS = 200;

/** That door gives this answer until all is well. */
export function answerFault(door: Door, { name, phase, spoil }: BadAnswer): Fault {
  const isUpstream = !door.startsWith('app');
  return {
    name: `${door}: ${name}`,
    async prepare({ world }) {
      // What never answers would hold up each row for ten seconds.
      if (spoil.kind === 'silence' && isUpstream) world.app.restart({ upstreamLimitMs: UPSTREAM_LIMIT_MS });
    },
    begin: async ({ world }) => world.spoils.set(door, phase, spoil),
    async end(stage) {
      const { world, tab } = stage;
      if (world.spoils.areUntaken()) throw new RowFailure('the fault never struck');
      world.spoils.clear();
      // The app's server heeds it for everybody, however often it is asked.
      if (spoil.kind === 'answer' && spoil.headers?.['retry-after']) await stage.pass(21_000);
      // A list that can't be had is asked for again when the page is looked at, and so is a server that knows nobody.
      const waitsForUser = door.endsWith('list') || (spoil.kind === 'answer' && spoil.status === 401);
      if (waitsForUser) await lookAgain(tab);
    },
  };
}
