import type { PlaidHandler } from 'react-plaid-link';
import type { LinkBackend, LinkSessionAnswer } from '../linkBackend.js';
import { LINK_ERRORS } from '../linkErrors.js';
import { createPlaidId, createUuid } from '../randomId.js';
import { callApp } from './callApp.js';
import type { LinkOutcome, ResolvedLinkBehaviour } from './linkBehaviour.js';
import { createLinkDialog, type LinkDialog } from './linkDialog.js';
import { createLinkFrame } from './linkFrame.js';
import { createLinkVisit, type LinkCallbacks, type LinkVisit, type LinkVisitControl } from './linkVisit.js';
import { playOutcome } from './playOutcome.js';
import type { ScriptedChoices } from './scriptedChoices.js';
import type { TaskQueue } from './taskQueue.js';
import { walkSteps } from './walkSteps.js';

/** One `Plaid.create`, as a test may want to look at it. It changes as the handler does. */
export interface LinkHandlerRecord {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly iframe: HTMLIFrameElement;
  /** Whether `onLoad` has been called. */
  readonly isLoaded: boolean;
  readonly isOpen: boolean;
  readonly isDestroyed: boolean;
  /** Calls of `open()`, also those that had no effect. */
  readonly openCount: number;
}

export interface LinkHandlerConfig extends LinkCallbacks {
  token: string;
  /** The page is back from a bank's: the visit goes on that began before. */
  receivedRedirectUri?: string | null | undefined;
  onLoad?: (() => void) | undefined;
}

/** What the handlers of one simulator share. */
export interface LinkHandlerContext {
  backend: LinkBackend;
  tasks: TaskQueue;
  getBehaviour(): ResolvedLinkBehaviour;
  takeOutcome(): LinkOutcome;
  onVisit(visit: LinkVisit): void;
  onVisitOver(visit: LinkVisit): void;
}

export interface SimulatedLinkHandler {
  plaidHandler: PlaidHandler;
  record: LinkHandlerRecord;
  /** Destroys it, open or not. */
  dispose(): void;
}

export function createLinkHandler(
  config: LinkHandlerConfig,
  context: LinkHandlerContext,
  index: number,
): SimulatedLinkHandler {
  const { backend, tasks } = context;
  let dialog: LinkDialog | null = null;
  let visit: LinkVisitControl | null = null;
  let isOpenRequested = false;
  let picked: ScriptedChoices = {};

  const frame = createLinkFrame(index);
  const record = {
    token: config.token,
    createdAt: Date.now(),
    iframe: frame.element,
    isLoaded: false,
    isOpen: false,
    isDestroyed: false,
    openCount: 0,
  };

  frame.attach((content) => {
    dialog = createLinkDialog(content, (shownError) => void visit?.exit(shownError, undefined, picked));
    const { loadDelay } = context.getBehaviour();
    if (loadDelay !== 'never') tasks.later(finishLoading, loadDelay);
  });

  function finishLoading(): void {
    if (record.isDestroyed) return;
    record.isLoaded = true;
    callApp(() => config.onLoad?.());
    if (isOpenRequested) show();
  }

  function show(): void {
    isOpenRequested = false;
    if (record.isDestroyed || record.isOpen) return;
    record.isOpen = true;
    frame.show();
    dialog?.showWaiting('One moment…');
    const started = createLinkVisit({
      linkToken: config.token,
      callbacks: config,
      backend,
      tasks,
      getEventOrder: () => context.getBehaviour().eventOrder,
      onOver: () => {
        if (visit === started) hide();
      },
    });
    visit = started;
    void runVisit(started);
  }

  function hide(): void {
    record.isOpen = false;
    frame.hide();
    if (visit !== null) context.onVisitOver(visit);
  }

  function startSession(): Promise<LinkSessionAnswer> {
    const { token: linkToken, receivedRedirectUri } = config;
    if (receivedRedirectUri == null) return backend.openSession(linkToken);
    return backend.resumeSession?.({ linkToken, receivedRedirectUri }) ?? Promise.resolve(refuseSession());
  }

  async function runVisit(started: LinkVisitControl): Promise<void> {
    picked = {};
    const answer = await startSession().catch(refuseSession);
    await tasks.next();
    if (started.isEnded()) return;
    started.takeSession(answer);
    context.onVisit(started);
    started.emit('OPEN', {
      view_name: config.receivedRedirectUri == null ? 'CONSENT' : null,
      is_update_mode: 'true',
    });
    if (!answer.ok) return started.exit(answer.error, null);

    const outcome = context.takeOutcome();
    if (outcome !== 'ask') tasks.later(() => void playOutcome(started, outcome, context.getBehaviour()), outcome.delay);
    if (dialog === null) return;
    // Whoever is back from the bank has nothing left to do where a script decides.
    if (outcome !== 'ask' && started.steps.length === 0) return;
    walkSteps({
      answer,
      visit: started,
      dialog,
      backend,
      tasks,
      getBehaviour: context.getBehaviour,
      onPick(choices) {
        picked = choices;
      },
    });
  }

  function exit(options?: { force?: boolean }): void {
    if (record.isDestroyed) return;
    if (!record.isOpen || visit === null) {
      console.warn('Link warning: attempted to exit Link when it was not open');
      return;
    }
    if (!context.getBehaviour().callsOnExit) {
      visit.abandon();
      hide();
      return;
    }
    void visit.exit();
    if (options?.force === true) hide();
  }

  function dispose(): void {
    if (record.isDestroyed) return;
    visit?.abandon();
    hide();
    record.isDestroyed = true;
    frame.remove();
  }

  function open(): void {
    record.openCount += 1;
    if (record.isLoaded) show();
    else isOpenRequested = true;
  }

  function destroy(): void {
    if (record.isOpen && context.getBehaviour().throwsOnDestroyWhileOpen) {
      throw new Error('Do not call destroy() when Link is open');
    }
    dispose();
  }

  return { plaidHandler: { open, exit, destroy, submit: () => undefined }, record, dispose };
}

function refuseSession(): LinkSessionAnswer {
  return {
    ok: false,
    linkSessionId: createUuid(),
    requestId: createPlaidId(15),
    error: LINK_ERRORS.INTERNAL_SERVER_ERROR,
  };
}
