import type { Sandbox } from 'react-plaid-update-mode/testing';
import { findBankDoor, type Door } from './doors.js';
import type { Gates } from './gates.js';
import type { Ledger } from './ledger.js';
import type { Serve } from './nodeServer.js';
import { readField } from './readField.js';
import type { Spoil, Spoils } from './spoils.js';

export interface BankServerOptions {
  sandbox: Sandbox;
  gates: Gates;
  spoils: Spoils;
  ledger: Ledger;
  findItemId(accessToken: string): string | undefined;
  /** Whether the run of the app's server that uses this key still lives. */
  isAlive(key: string): boolean;
}

/** Plaid, Heron and Link's own server, with a ledger of what they know. */
export function createBankServer({ sandbox, gates, spoils, ledger, findItemId, isAlive }: BankServerOptions): Serve {
  const itemByLinkToken = new Map<string, string>();

  /** Heron's part of the ledger is answered, so that it can be said later whether the app's server knows of it. */
  function note(door: Door, at: number, path: string, sent: unknown, received: unknown): { isKnown: boolean } | null {
    if (door === 'plaid.token') {
      itemByLinkToken.set(readField(received, 'link_token'), findItemId(readField(sent, 'access_token')) ?? '');
    }
    if (door === 'link.finish' && readField(sent, 'outcome') === 'success' && readField(received, 'publicToken')) {
      const itemId = itemByLinkToken.get(readField(sent, 'linkToken')) ?? '';
      ledger.finished.push({ itemId, at: ledger.next() });
    }
    if (door !== 'heron.put') return null;
    const told = { itemId: path.split('/').at(-1) ?? '', at, isKnown: false };
    ledger.told.push(told);
    return told;
  }

  async function serve(door: Door, request: Request, isGone: () => boolean): Promise<Response | Spoil> {
    const key = request.headers.get('x-api-key') ?? request.headers.get('plaid-secret');
    const sent = readJson(await request.clone().text());
    const at = ledger.next();
    await gates.pass(door, 'before');
    const early = spoils.take(door, 'before');
    if (early) return early;
    const response = await sandbox.fetch(request);
    const received = readJson(await response.clone().text());
    const told = response.ok ? note(door, at, new URL(request.url).pathname, sent, received) : null;
    await gates.pass(door, 'after');
    const late = spoils.take(door, 'after');
    if (late) return late;
    if (key !== null && !isAlive(key)) return { kind: 'reset' };
    if (told) told.isKnown = !isGone();
    return response;
  }

  return async (request, isGone) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'OPTIONS') return withCors(new Response(null, { status: 204 }));
    const outcome = await serve(findBankDoor(request.method, pathname), request, isGone);
    return outcome instanceof Response ? withCors(outcome) : outcome;
  };
}

/** Link's frame talks to its own server, whatever page it is in. */
function withCors(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-allow-headers', 'content-type');
  headers.set('access-control-max-age', '600');
  return new Response(response.body, { status: response.status, headers });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
