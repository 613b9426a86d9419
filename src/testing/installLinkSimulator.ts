import type { LinkBackend } from './linkBackend.js';
import { createPermissiveLinkBackend } from './permissiveLinkBackend.js';
import {
  changeBehaviour,
  DEFAULT_LINK_BEHAVIOUR,
  type LinkBehaviour,
  type LinkOutcome,
} from './simulator/linkBehaviour.js';
import type { LinkHandlerRecord } from './simulator/linkHandler.js';
import type { LinkVisit } from './simulator/linkVisit.js';
import { createPlaidGlobal } from './simulator/plaidGlobal.js';
import { createPlaidProperty } from './simulator/plaidProperty.js';
import { interceptPlaidScript, type ScriptCounters } from './simulator/plaidScript.js';
import { createTaskQueue } from './simulator/taskQueue.js';

export interface LinkSimulatorOptions extends LinkBehaviour {
  /** Link's server side: a sandbox's `link`, or an HTTP one. Without it any link token will do. */
  backend?: LinkBackend | undefined;
}

/** A Plaid Link without network, for tests, Storybook and demos. */
export interface LinkSimulator {
  /** All handlers that were ever created, oldest first. */
  readonly handlers: readonly LinkHandlerRecord[];
  /** Handlers that are not destroyed. */
  readonly alive: number;
  /** The most that were ever alive at once. */
  readonly maxAlive: number;
  readonly script: Readonly<ScriptCounters>;
  /** The visit that is open and whose link token was accepted or refused by now. */
  readonly current: LinkVisit | null;
  /** Changes what is given and leaves the rest as it is. */
  configure(changes: LinkBehaviour): void;
  /** Outcomes for the next visits, one each; then the one that is configured holds again. */
  queue(...outcomes: LinkOutcome[]): void;
  /** Takes everything off the page: iframes, script tags, `window.Plaid`, timers. */
  uninstall(): void;
}

const INSTALLED = Symbol.for('react-plaid-update-mode.link-simulator');

/**
 * Puts Plaid's own contract on the page, so that the real react-plaid-link runs without network. Nothing is
 * there until a script tag asks for Plaid's script; that tag is kept from the network and answered.
 *
 * @example
 * const simulator = installLinkSimulator({ outcome: { kind: 'success' } });
 * // …press the button, await what the page says…
 * simulator.uninstall();
 */
export function installLinkSimulator({ backend, ...behaviourOptions }: LinkSimulatorOptions = {}): LinkSimulator {
  if (typeof document === 'undefined') {
    throw new Error('installLinkSimulator needs a page: run this test in jsdom or in a browser.');
  }
  if (Reflect.get(window, INSTALLED) === true) {
    throw new Error(
      'A Link simulator is installed already, and two would answer the same script tags. Call uninstall() on the first one, as in an afterEach.',
    );
  }

  const tasks = createTaskQueue();
  const queued: LinkOutcome[] = [];
  let behaviour = changeBehaviour(DEFAULT_LINK_BEHAVIOUR, behaviourOptions);
  let current: LinkVisit | null = null;
  let isUninstalled = false;

  const global = createPlaidGlobal({
    backend: backend ?? createPermissiveLinkBackend(),
    tasks,
    getBehaviour: () => behaviour,
    takeOutcome: () => queued.shift() ?? behaviour.outcome,
    onVisit(visit) {
      current = visit;
    },
    onVisitOver(visit) {
      if (current === visit) current = null;
    },
  });
  const property = createPlaidProperty();
  const script = interceptPlaidScript({
    tasks,
    getBehaviour: () => behaviour.script,
    execute: () => property.define(global.plaid),
  });
  // react-plaid-link remembers for good that the script has loaded, and puts the same tag back: see hasExecutedTag.
  if (script.wasServedBefore) property.defineWhile(global.plaid, script.hasExecutedTag);
  Reflect.set(window, INSTALLED, true);

  return {
    handlers: global.records,
    get alive() {
      return global.countAlive();
    },
    get maxAlive() {
      return global.maxAlive;
    },
    script: script.counters,
    get current() {
      return current;
    },
    configure(changes) {
      behaviour = changeBehaviour(behaviour, changes);
    },
    queue(...outcomes) {
      queued.push(...outcomes);
    },
    uninstall() {
      if (isUninstalled) return;
      isUninstalled = true;
      tasks.cancelAll();
      global.dispose();
      script.uninstall();
      property.restore();
      current = null;
      Reflect.deleteProperty(window, INSTALLED);
    },
  };
}
