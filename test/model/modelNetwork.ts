import type { StillChecking, UpdateModeEndpoint } from '../../src/core/endpoint.js';
import { EndpointFault } from '../../src/core/endpointFault.js';
import type { RepairAnswer, RepairReport } from '../../src/protocol/repair.js';
import type { Target } from '../../src/protocol/target.js';
import { refusal, type ModelServer, type RequestKind, type Weather } from './modelServer.js';

/** A request that waits for a command. */
export interface HeldRequest {
  /** Lets the server do what it is asked; the answer comes, or is lost on its way. */
  release(isAnswerLost: boolean): void;
}

/** Whoever asks. */
export interface Asker {
  scope: string;
  isAlive(): boolean;
  /** A report leaves the page. */
  onReport(report: RepairReport, key: string): void;
  onToken(token: string): void;
  /** Before anything can come of it. */
  onAnswer(report: RepairReport, answer: RepairAnswer): void;
}

const STEADY = 1_000;

export type ModelNetwork = ReturnType<typeof createModelNetwork>;

/** All between the pages and the server: what is lost, late, refused, and who is signed in. */
export function createModelNetwork(server: ModelServer, complain: (message: string) => void) {
  const answered = new Set<string>();
  /** Whoever is sending a report right now, by its key. */
  const underWay = new Map<string, { asker: Asker; signal: AbortSignal }>();
  const weather: Record<RequestKind, { what: Weather; times: number } | null> = {
    report: null,
    token: null,
    list: null,
  };

  function next(kind: RequestKind): Weather | null {
    const now = weather[kind];
    if (!now || now.times === 0) return null;
    now.times -= 1;
    return now.what;
  }

  function isUnderWay(key: string): boolean {
    const sending = underWay.get(key);
    return sending !== undefined && sending.asker.isAlive() && !sending.signal.aborted;
  }

  const network = {
    isOnline: true,
    /** Whose session the browser has. */
    user: 'anna' as string | null,
    held: [] as HeldRequest[],
    isUnderWay,
    /** The keys of reports whose page has heard the answer. */
    answered,
    change(kind: RequestKind, what: Weather | null, times = STEADY): void {
      weather[kind] = what && { what, times };
    },
    endpoint(asker: Asker): UpdateModeEndpoint {
      function ask<Answer>(kind: RequestKind, work: () => Answer, checking?: Answer): Promise<Answer> {
        if (!asker.isAlive()) return new Promise(() => {});
        if (!network.isOnline) return Promise.reject(new TypeError('Failed to fetch'));
        return new Promise<Answer>((resolve, reject) => {
          const tell = (run: () => void) => {
            if (!asker.isAlive()) return;
            if (network.isOnline) run();
            else reject(new TypeError('Failed to fetch'));
          };
          const run = (isAnswerLost: boolean) => {
            try {
              const answer = work();
              tell(() => (isAnswerLost ? reject(new TypeError('Failed to fetch')) : resolve(answer)));
            } catch (cause) {
              tell(() => reject(cause));
            }
          };
          const what = next(kind);
          switch (what?.kind) {
            case undefined:
              return run(false);
            case 'held':
              return void network.held.push({ release: run });
            case 'lost answer':
              return run(true);
            case 'lost request':
              return reject(new TypeError('Failed to fetch'));
            case 'silence':
              return;
            case 'garbage':
              return reject(new EndpointFault('invalid_answer', 'Not JSON.'));
            case 'status':
              return reject(refusal(what.status, what.retryAfter));
            case 'checking':
              return checking === undefined ? run(false) : resolve(checking);
          }
        });
      }
      return {
        listIntegrationLinks: () => ask('list', () => ({ integration_links: server.list(sessionOf(asker)) })),
        async createLinkToken(request) {
          const answer = await ask('token', () => server.makeToken(sessionOf(asker, request.target), request));
          asker.onToken(answer.link_token);
          return answer;
        },
        async reportRepair(report, { idempotencyKey: key, signal }) {
          // What a page still had to do when it went is not done.
          if (!asker.isAlive()) return new Promise(() => {});
          if (isUnderWay(key)) complain(`The report ${key} is sent twice at once.`);
          const mine = { asker, signal };
          underWay.set(key, mine);
          asker.onReport(report, key);
          const work = (): RepairAnswer | StillChecking =>
            server.take(sessionOf(asker, report.target), asker.scope, key, report);
          try {
            const answer = await ask('report', work, { result: 'checking', retryAfter: 3 });
            if (answer.result !== 'checking') {
              if (asker.isAlive() && !signal.aborted) answered.add(key);
              asker.onAnswer(report, answer);
            }
            return answer;
          } finally {
            if (underWay.get(key) === mine) underWay.delete(key);
          }
        },
      };
    },
  };

  /**
   * Who asks, as the server sees it. Another user's session finds no such Item; where no Item is named, the app refuses
   * the old page, as by its token against forged requests.
   */
  function sessionOf({ scope }: Asker, target?: Target): string | null {
    const { user } = network;
    return user === scope || (target && 'item_id' in target) ? user : null;
  }

  return network;
}
