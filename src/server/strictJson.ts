import type { Parsed } from '../protocol/parsed.js';

/** None of the endpoint's bodies is nested deeper than twice, or has a dozen names. */
const MOST_DEPTH = 8;
const MOST_NAMES = 32;

/** Of valid JSON: its strings, those that are names with their colon, and its brackets. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/**
 * Reads JSON that every reader takes for the same: RFC 8259 leaves open which of two like names counts, and a name such
 * as `__proto__` is no field anywhere here.
 */
export function parseStrictJson(text: string): Parsed<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'the body is not JSON' };
  }
  const problem = findProblem(text);
  return problem === null ? { ok: true, value } : { ok: false, problem };
}

function findProblem(text: string): string | null {
  /** The names of each object that is open; of an array there are none. */
  const open: Set<string>[] = [];
  let names = 0;
  for (const [token, string, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (open.length > MOST_DEPTH) return `the body is nested more than ${MOST_DEPTH} levels deep`;
    if (string === undefined || colon === undefined) continue;
    names += 1;
    if (names > MOST_NAMES) return `the body has more than ${MOST_NAMES} names`;
    // Decoded: `\u005f` is an underscore as well.
    const name = String(JSON.parse(string));
    if (name in Object.prototype || name === 'prototype') return 'the body has a name that leads to a prototype';
    if (open.at(-1)?.has(name)) return 'the body has a name twice';
    open.at(-1)?.add(name);
  }
  return null;
}
