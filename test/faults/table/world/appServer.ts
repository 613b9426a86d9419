import { Configuration, CountryCode, PlaidApi } from 'plaid';
import { createUpdateModeHandler, type MemoryItems } from 'react-plaid-update-mode/server';
import { findAppDoor } from './doors.js';
import type { Gates } from './gates.js';
import type { Ledger } from './ledger.js';
import type { Serve } from './nodeServer.js';
import type { BuiltPage, PageSettings } from './builtPage.js';
import { readField } from './readField.js';
import type { Spoil, Spoils } from './spoils.js';

export interface AppServer {
  serve: Serve;
  /**
   * What is under way dies with the old run; what it had saved is there for the new one. `upstreamLimitMs`: how long
   * a request to Plaid or Heron may take.
   */
  restart(options?: { upstreamLimitMs?: number | undefined }): void;
  isAlive(key: string): boolean;
  /** Whether anything is being answered. */
  isBusy(): boolean;
  /** Nobody's session is good any more, or everybody's is again. */
  setSessions(areGood: boolean): void;
}

export interface AppServerOptions {
  page: BuiltPage;
  items: MemoryItems<string>;
  gates: Gates;
  spoils: Spoils;
  ledger: Ledger;
  now(): number;
  bankUrl: string;
  appUrl: string;
  /** For the page, as they are when it is loaded. */
  settings: Omit<PageSettings, 'user' | 'bankUrl'>;
}

const UPSTREAM_LIMIT_MS = 5_000;

/** An app with users, Items and the library's handler, whose runs can be ended in the middle of anything. */
export function createAppServer(options: AppServerOptions): AppServer {
  const { page, gates, spoils, ledger } = options;
  let run = createRun(options, 1, UPSTREAM_LIMIT_MS);
  let runs = 1;
  let underWay = 0;
  let areSessionsGood = true;

  async function answer(request: Request): Promise<Response | Spoil> {
    const { pathname } = new URL(request.url);
    const door = findAppDoor(pathname);
    const serving = run;
    await gates.pass(door, 'before');
    if (serving !== run) return { kind: 'reset' };
    const early = spoils.take(door, 'before');
    if (early) return early;
    const response = door === 'app.page' ? servePage(request, pathname) : await handle(request);
    await gates.pass(door, 'after');
    return spoils.take(door, 'after') ?? (serving === run ? response : { kind: 'reset' });
  }

  async function handle(request: Request): Promise<Response> {
    noteForeignReport(await request.clone().text(), request);
    const headers = new Headers(request.headers);
    if (!areSessionsGood) headers.delete('cookie');
    return run.handler(new Request(request, { headers }));
  }

  function noteForeignReport(body: string, request: Request): void {
    if (findAppDoor(new URL(request.url).pathname) !== 'app.report') return;
    const target: unknown = Reflect.get(JSON.parse(body), 'target');
    const owner = options.items.findByPlaidId(readField(target, 'item_id'))?.endUserId;
    if (areSessionsGood && owner !== readUser(request)) ledger.sentByOthers.push(readField(target, 'item_id'));
  }

  function servePage(request: Request, pathname: string): Response {
    const asset = page.assets.get(pathname);
    if (asset) return new Response(asset.body, { headers: { 'content-type': asset.type } });
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname === '/elsewhere') return html('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>');
    return html(page.render({ ...options.settings, user: readUser(request) ?? 'nobody', bankUrl: options.bankUrl }));
  }

  return {
    async serve(request) {
      underWay += 1;
      try {
        return await answer(request);
      } finally {
        underWay -= 1;
      }
    },
    restart({ upstreamLimitMs = UPSTREAM_LIMIT_MS } = {}) {
      runs += 1;
      run = createRun(options, runs, upstreamLimitMs);
    },
    isAlive: (key) => key === run.key,
    isBusy: () => underWay > 0,
    setSessions: (areGood) => void (areSessionsGood = areGood),
  };

  function createRun({ items, now, bankUrl, appUrl }: AppServerOptions, number: number, upstreamTimeLimitMs: number) {
    const key = `key-${number}`;
    const headers = { 'PLAID-CLIENT-ID': 'client', 'PLAID-SECRET': key };
    /** A run that is over never gets to its next line. */
    const alive = async (): Promise<void> => {
      if (runs > number) await new Promise<never>(() => {});
    };
    const handler = createUpdateModeHandler<string>({
      basePath: '/api/update-mode',
      plaid: new PlaidApi(new Configuration({ basePath: bankUrl, baseOptions: { headers } })),
      heron: { apiKey: key, baseUrl: bankUrl },
      authenticate: (request) => readUser(request),
      endUserId: (user) => user,
      items: {
        list: (user) => items.list(user),
        find: (user, itemId) => items.find(user, itemId),
        async saveFacts(itemId, facts) {
          await alive();
          return items.saveFacts(itemId, facts);
        },
      },
      linkToken: {
        client_name: 'Fault table',
        language: 'en',
        country_codes: [CountryCode.Us],
        redirect_uri: `${appUrl}/bank-return`,
      },
      async onRepaired({ itemId }) {
        await alive();
        ledger.heardByServer.push(itemId);
      },
      clock: now,
      // The tries at Heron follow one another at once.
      pause: () => Promise.resolve(),
      upstreamTimeLimitMs,
    });
    return { key, handler };
  }
}

function readUser(request: Request): string | null {
  return /(?:^|;\s*)user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
}

function html(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}
