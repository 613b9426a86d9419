import type {
  AccountsChange,
  IntegrationLink,
  IntegrationLinkStatus,
  LinkTokenRequest,
  RepairReport,
  RepairResult,
  UserProgress,
} from '../../src/index.js';
import { readItemId } from '../../src/protocol/target.js';
import type { LinkBackend } from '../../src/testing/index.js';
import { createStoryLinkBackend } from './storyLinkBackend.js';

/** What a route does instead of its work: it never answers, or answers with an HTTP status. */
export type RouteFault = 'silent' | number;

/** What an app's server knows and says in one story. */
export interface ServerScript {
  links: readonly IntegrationLink[];
  /** Milliseconds before each answer. @default 0 */
  latency?: number | undefined;
  listFault?: RouteFault | undefined;
  linkTokenFault?: RouteFault | undefined;
  repairFault?: RouteFault | undefined;
  /** The same for the reports of single Items. */
  repairFaults?: Readonly<Record<string, RouteFault>> | undefined;
  /** Plaid's own page for a visit. The end of one there is good news as well, once somebody asks. */
  hostedLinkUrl?: string | undefined;
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

/** What a visit takes away from a link. */
const HEALED = {
  status: 'pending',
  status_message: null,
  error: null,
  pending_disconnect: null,
  consent_expiration_time: null,
  new_accounts_available: null,
  access_error: null,
} satisfies Partial<IntegrationLink>;

const isBroken = ({ status }: IntegrationLink): boolean => status === 'erroring';

const TOKEN_LIFE_MS = 30 * 60_000;
const RECOVERY: readonly IntegrationLinkStatus[] = ['pending', 'syncing', 'active'];

/** The app's server as scripted answers at the HTTP edge. */
export function createStoryServer(script: ServerScript): StoryServer {
  const { listFault, linkTokenFault, repairFault, repairFaults, hostedLinkUrl, latency = 0 } = script;
  const { result = 'repaired', recovery = RECOVERY } = script;
  let links = [...script.links];
  const recovering = new Map<string, IntegrationLinkStatus[]>();
  const requests = new Map<string, LinkTokenRequest>();
  let accounts: AccountsChange | undefined;

  function readLinks(): IntegrationLink[] {
    for (const [itemId, statuses] of recovering) {
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      if (status) links = links.map((link) => (link.item_id === itemId ? { ...link, status } : link));
    }
    return links;
  }

  function heal({ item_id }: IntegrationLink): void {
    recovering.set(item_id, [...recovery]);
    links = links.map((link) => (link.item_id === item_id ? { ...link, ...HEALED } : link));
  }

  /** The Item that a visit is about: of a whole user, the next one that is broken. */
  function findVisited({ target }: LinkTokenRequest): IntegrationLink | undefined {
    if ('item_id' in target) return links.find(({ item_id }) => item_id === target.item_id);
    return 'user' in target ? links.find(isBroken) : undefined;
  }

  function createLinkToken(request: LinkTokenRequest): Response {
    const expiration = new Date(Date.now() + TOKEN_LIFE_MS).toISOString();
    const linkToken = `link-story-${crypto.randomUUID()}`;
    requests.set(linkToken, request);
    return Response.json({ link_token: linkToken, expiration, hosted_link_url: hostedLinkUrl });
  }

  function reportRepair(report: RepairReport): Response {
    if (report.outcome === 'exit') return Response.json({ result: 'unchanged', integration_links: links });
    if (result === 'checking') return Response.json({ result }, { status: 202, headers: { 'retry-after': '3' } });
    const visited = findVisited(report);
    const isDone = result === 'repaired' || result === 'unverifiable';
    if (isDone && visited) heal(visited);
    const progress: UserProgress | undefined =
      'user' in report.target ? { repaired: isDone ? 1 : 0, remaining: links.filter(isBroken).length } : undefined;
    return Response.json({ result, integration_links: readLinks(), accounts, progress });
  }

  async function takeReport(request: Request): Promise<Response> {
    const report: RepairReport = await request.json();
    const fault = repairFaults?.[readItemId(report.target) ?? ''] ?? repairFault;
    return fault === undefined ? reportRepair(report) : fail(fault, request);
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      request.signal.throwIfAborted();
      const route = new URL(request.url).pathname.split('/').at(-1);
      switch (route) {
        case 'integration-links':
          return listFault === undefined ? Response.json({ integration_links: readLinks() }) : fail(listFault, request);
        case 'link-token':
          return linkTokenFault === undefined ? createLinkToken(await request.json()) : fail(linkTokenFault, request);
        case 'repairs':
          return takeReport(request);
        default:
          return new Response(null, { status: 404 });
      }
    },
    linkBackend: createStoryLinkBackend({
      find(linkToken) {
        const request = requests.get(linkToken);
        return request && { request, institutionName: findVisited(request)?.institution_name ?? 'Your bank' };
      },
      accountsChanged: (change) => (accounts = change),
    }),
  };
}

function fail(fault: RouteFault, { signal }: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (fault !== 'silent') return resolve(new Response(null, { status: fault, headers: { 'retry-after': '600' } }));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
