import { createTargetKey, readItemId } from '../../src/protocol/target.js';
import type {
  IntegrationLink,
  IntegrationLinkStatus,
  LinkTokenRequest,
  RepairReport,
  RepairResult,
} from '../../src/index.js';
import { createPermissiveLinkBackend, type LinkBackend } from '../../src/testing/index.js';

/** What a route does instead of its work: it never answers, or answers with an HTTP status. */
export type RouteFault = 'silent' | number;

/** What an app's server knows and says in one story. */
export interface ServerScript {
  links: readonly IntegrationLink[];
  listFault?: RouteFault | undefined;
  linkTokenFault?: RouteFault | undefined;
  repairFault?: RouteFault | undefined;
  /** What it finds when it asks Plaid after a success; `checking` for as long as anyone asks. @default 'repaired' */
  result?: RepairResult | 'checking' | undefined;
  /** Heron's statuses after a repair: one with the answer, the next with each reading of the list. The last one stays. */
  recovery?: readonly IntegrationLinkStatus[] | undefined;
}

export interface StoryServer {
  /** The three routes of the endpoint. */
  fetch: typeof globalThis.fetch;
  /** Link's own server, which knows the bank behind each of this server's link tokens. */
  linkBackend: LinkBackend;
}

const TOKEN_LIFE_MS = 30 * 60_000;
const RECOVERY: readonly IntegrationLinkStatus[] = ['pending', 'syncing', 'active'];

/** The app's server as scripted answers at the HTTP edge. */
export function createStoryServer(script: ServerScript): StoryServer {
  const { listFault, linkTokenFault, repairFault, result = 'repaired', recovery = RECOVERY } = script;
  let links = [...script.links];
  const recovering = new Map<string, IntegrationLinkStatus[]>();

  function readLinks(): IntegrationLink[] {
    for (const [itemId, statuses] of recovering) {
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      if (status) links = links.map((link) => (link.item_id === itemId ? { ...link, status } : link));
    }
    return links;
  }

  function heal(itemId: string | null): void {
    if (itemId === null) return;
    recovering.set(itemId, [...recovery]);
    links = links.map((link) =>
      link.item_id === itemId ? { ...link, status_message: null, error: null, pending_disconnect: null } : link,
    );
  }

  function createLinkToken({ target }: LinkTokenRequest): Response {
    const expiration = new Date(Date.now() + TOKEN_LIFE_MS).toISOString();
    return Response.json({ link_token: `${createTargetKey(target)}:${crypto.randomUUID()}`, expiration });
  }

  function reportRepair({ target, outcome }: RepairReport): Response {
    if (outcome !== 'success') return Response.json({ result: 'unchanged', integration_links: links });
    if (result === 'checking') return Response.json({ result }, { status: 202, headers: { 'retry-after': '3' } });
    if (result === 'repaired' || result === 'unverifiable') heal(readItemId(target));
    return Response.json({ result, integration_links: readLinks() });
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const route = new URL(request.url).pathname.split('/').at(-1);
      switch (route) {
        case 'integration-links':
          return listFault === undefined ? Response.json({ integration_links: readLinks() }) : fail(listFault, request);
        case 'link-token':
          return linkTokenFault === undefined ? createLinkToken(await request.json()) : fail(linkTokenFault, request);
        case 'repairs':
          return repairFault === undefined ? reportRepair(await request.json()) : fail(repairFault, request);
        default:
          return new Response(null, { status: 404 });
      }
    },
    linkBackend: {
      openSession(linkToken) {
        const itemId = linkToken.split(':')[0];
        const link = links.find(({ item_id }) => item_id === itemId);
        const name = link?.institution_name ?? 'Your bank';
        return createPermissiveLinkBackend({ institution_id: 'ins_109508', name }).openSession(linkToken);
      },
      finishSession: createPermissiveLinkBackend().finishSession,
    },
  };
}

function fail(fault: RouteFault, { signal }: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (fault !== 'silent') return resolve(new Response(null, { status: fault, headers: { 'retry-after': '600' } }));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
