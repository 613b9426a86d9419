import type {
  PlaidLinkError,
  PlaidLinkOnEvent,
  PlaidLinkOnEventMetadata,
  PlaidLinkOnExit,
  PlaidLinkOnSuccess,
} from 'react-plaid-link';
import type { LinkAccountChoice, LinkBackend, LinkChoices, LinkSessionAnswer, LinkStep } from '../linkBackend.js';
import { LINK_ERRORS } from '../linkErrors.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { callApp } from './callApp.js';
import type { EventOrder } from './linkBehaviour.js';
import { arrangeEvents, createEventFactory, type LinkEvent } from './linkEvents.js';
import { createRefusedSession, findExitStatus, readSession } from './linkSession.js';
import { startOAuth } from './oauthStart.js';
import { resolveChoices, type ScriptedChoices } from './scriptedChoices.js';
import type { TaskQueue } from './taskQueue.js';

/** The visit to Link that is open now, for a test to end by hand. */
export interface LinkVisit {
  readonly linkToken: string;
  readonly linkSessionId: string;
  /** What the user has to do in it, in order. */
  readonly steps: readonly LinkStep[];
  /** The accounts that the user may choose from. */
  readonly offeredAccounts: readonly LinkAccountChoice[];
  /** The user has done it all. Resolves when `onSuccess` and all events have been called. */
  succeed(choices?: ScriptedChoices): Promise<void>;
  /** The user leaves, after an error of `LINK_ERRORS` or without. Resolves when `onExit` and all events have been called. */
  exit(error?: PlaidLinkError | null, status?: string | null, choices?: ScriptedChoices): Promise<void>;
  /**
   * The user allows the access, or denies it, on the page of a bank with OAuth. Resolves with the address that
   * a redirect comes back to; the visit itself goes on where Link is created with it as `receivedRedirectUri`.
   */
  visitBank(decision?: 'allow' | 'deny', choices?: ScriptedChoices): Promise<string>;
  /** Calls `onEvent` at once. */
  emit(name: string, metadata?: Partial<PlaidLinkOnEventMetadata>): void;
}

export interface LinkCallbacks {
  onSuccess: PlaidLinkOnSuccess;
  onExit?: PlaidLinkOnExit | undefined;
  onEvent?: PlaidLinkOnEvent | undefined;
}

/** The same visit for the handler that it belongs to. */
export interface LinkVisitControl extends LinkVisit {
  isEnded(): boolean;
  /** Whether it goes to a bank's own page that can send the user back to the app's. */
  readonly canReturnFromBank: boolean;
  takeSession(answer: LinkSessionAnswer): void;
  /** Remembers an event that Link tells of at the end. */
  note(name: string, metadata?: Partial<PlaidLinkOnEventMetadata>): void;
  /** Ends without a word. */
  abandon(): void;
  /** Calls back once more after the end. */
  repeat(callback: 'onSuccess' | 'onExit'): Promise<void>;
}

interface LinkVisitOptions {
  linkToken: string;
  callbacks: LinkCallbacks;
  backend: LinkBackend;
  tasks: TaskQueue;
  getEventOrder(): EventOrder;
  /** Called right after the callback: Link hides when the app knows. */
  onOver(): void;
}

export function createLinkVisit(options: LinkVisitOptions): LinkVisitControl {
  const { linkToken, callbacks, backend, tasks } = options;
  const createEvent = createEventFactory();
  let notes: LinkEvent[] = [];
  let session = createRefusedSession(createUuid(), createPlaidId(15));
  let publicToken: string | null = null;
  let ending: Promise<void> | null = null;

  function makeEvent(name: string, metadata: Partial<PlaidLinkOnEventMetadata> = {}): LinkEvent {
    return createEvent(name, {
      institution_id: session.institution?.institution_id ?? null,
      institution_name: session.institution?.name ?? null,
      link_session_id: session.linkSessionId,
      request_id: session.requestId,
      ...metadata,
    });
  }

  function note(name: string, metadata?: Partial<PlaidLinkOnEventMetadata>): void {
    notes.push(makeEvent(name, metadata));
  }

  function tell(events: LinkEvent[]): void {
    for (const { name, metadata } of events) callApp(() => callbacks.onEvent?.(name, metadata));
  }

  function callOnSuccess(): void {
    const { institution, accounts, linkSessionId } = session;
    callApp(() => callbacks.onSuccess(publicToken, { institution, accounts, link_session_id: linkSessionId }));
  }

  function callOnExit(error: PlaidLinkError | null, status: string | null): void {
    const { institution, linkSessionId, requestId } = session;
    callApp(() =>
      callbacks.onExit?.(error, { institution, status, link_session_id: linkSessionId, request_id: requestId }),
    );
  }

  async function deliver(callback: () => void): Promise<void> {
    const { before, after } = arrangeEvents(notes, options.getEventOrder());
    notes = [];
    await tasks.next();
    tell(before);
    callback();
    options.onOver();
    await tasks.next();
    tell(after);
  }

  async function playSuccess(choices: LinkChoices): Promise<void> {
    if (session.steps.includes('sign_in')) note('SUBMIT_CREDENTIALS');
    note('TRANSITION_VIEW', { view_name: 'LOADING' });
    const { linkSessionId } = session;
    try {
      const finished = await backend.finishSession({ linkToken, linkSessionId, outcome: 'success', choices });
      publicToken = finished.publicToken;
      session = { ...session, accounts: finished.accounts ?? session.accounts };
    } catch {
      return playExit(LINK_ERRORS.INTERNAL_SERVER_ERROR, findExitStatus(session), {});
    }
    note('TRANSITION_VIEW', { view_name: 'CONNECTED' });
    note('HANDOFF');
    await deliver(callOnSuccess);
  }

  /** The user is gone: what the server makes of it holds up nothing. */
  function finishUnheard(choices: LinkChoices): void {
    const { linkSessionId } = session;
    backend.finishSession({ linkToken, linkSessionId, outcome: 'exit', choices }).catch(() => undefined);
  }

  async function playExit(error: PlaidLinkError | null, status: string | null, choices: LinkChoices): Promise<void> {
    if (session.isAccepted) finishUnheard(choices);
    if (error === null) {
      note('TRANSITION_VIEW', { view_name: 'EXIT' });
      note('EXIT', { exit_status: status });
    } else {
      const { error_type, error_code, error_message } = error;
      note('ERROR', { error_type, error_code, error_message });
      note('TRANSITION_VIEW', { view_name: 'ERROR' });
      note('EXIT', { error_type, error_code, error_message, exit_status: status });
    }
    await deliver(() => callOnExit(error, status));
  }

  return {
    linkToken,
    get linkSessionId() {
      return session.linkSessionId;
    },
    get steps() {
      return session.steps;
    },
    get canReturnFromBank() {
      return session.steps.includes('oauth') && session.redirectUri !== undefined;
    },
    get offeredAccounts() {
      return session.offered;
    },
    isEnded: () => ending !== null,
    takeSession(answer) {
      session = readSession(answer);
    },
    note,
    emit: (name, metadata) => tell([makeEvent(name, metadata)]),
    succeed: (choices = {}) => (ending ??= playSuccess(resolveChoices(session.offered, choices))),
    exit: (error = null, status = findExitStatus(session), choices = {}) =>
      (ending ??= playExit(error, status, resolveChoices(session.offered, choices))),
    async visitBank(decision = 'allow', choices = {}) {
      const { oauthStateId, returnUrl } = await startOAuth(backend, {
        linkToken,
        linkSessionId: session.linkSessionId,
      });
      if (returnUrl === null) throw new Error('The link token has no redirect_uri: a redirect can not come back.');
      const resolved = resolveChoices(session.offered, choices);
      await backend.decideOAuth?.({ oauthStateId, decision, choices: resolved });
      return returnUrl;
    },
    abandon() {
      ending ??= Promise.resolve();
    },
    async repeat(callback) {
      await tasks.next();
      if (callback === 'onSuccess') callOnSuccess();
      else callOnExit(null, findExitStatus(session));
    },
  };
}
