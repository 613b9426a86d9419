import type { ScriptBehaviour } from './linkBehaviour.js';
import { watchScriptSource } from './scriptSource.js';
import type { TaskQueue } from './taskQueue.js';

/** Where Plaid's script must always be loaded from. */
export const PLAID_SCRIPT_URL = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';

const INERT_TYPE = 'text/x-simulated-plaid-link';

export interface ScriptCounters {
  /** Script tags that a browser would have fetched. */
  requests: number;
  /** Times that the script ran. Plaid supports one. */
  executions: number;
}

export interface PlaidScript {
  readonly counters: Readonly<ScriptCounters>;
  /** Whether an earlier simulator has served the script on this page: its tags have run, and never run again. */
  readonly wasServedBefore: boolean;
  hasExecutedTag(): boolean;
  uninstall(): void;
}

interface PlaidScriptOptions {
  tasks: TaskQueue;
  getBehaviour(): ScriptBehaviour;
  execute(): void;
}

const executedTags = new WeakSet<HTMLScriptElement>();
let hasEverExecuted = false;

function warnOfSecondExecution(): void {
  console.warn(
    'The Plaid link-initialize.js script was embedded more than once. This is an unsupported configuration and may lead to unpredictable behavior. Please ensure Plaid Link is embedded only once per page.',
  );
}

/** Stands between the page and Plaid's CDN: a tag that asks for Plaid's script is kept from the network and answered here. */
export function interceptPlaidScript({ tasks, getBehaviour, execute }: PlaidScriptOptions): PlaidScript {
  const counters: ScriptCounters = { requests: 0, executions: 0 };
  const held = new Set<HTMLScriptElement>();
  const requested = new WeakSet<HTMLScriptElement>();

  function answer(tag: HTMLScriptElement, outcome: 'load' | 'error'): void {
    if (outcome === 'load') {
      counters.executions += 1;
      executedTags.add(tag);
      hasEverExecuted = true;
      if (counters.executions > 1) warnOfSecondExecution();
      execute();
    }
    tag.dispatchEvent(new Event(outcome));
  }

  function request(tag: HTMLScriptElement): void {
    if (!held.has(tag) || requested.has(tag)) return;
    requested.add(tag);
    counters.requests += 1;
    const { outcome, delay } = getBehaviour();
    // No look at `isConnected` later on: a browser runs a script whose tag was removed while it loaded.
    if (outcome !== 'hang') tasks.later(() => answer(tag, outcome), delay);
  }

  function hold(tag: HTMLScriptElement, url: string): void {
    if (url !== PLAID_SCRIPT_URL || held.has(tag)) return;
    const isInertAlready = tag.type !== '' && !/javascript|module/.test(tag.type);
    if (isInertAlready) return;
    tag.type = INERT_TYPE;
    held.add(tag);
    if (tag.isConnected) request(tag);
  }

  // A removed tag stands in the records all the same: it was connected when the record was made.
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap((record) => Array.from(record.addedNodes))) {
      if (node instanceof HTMLScriptElement) request(node);
      else if (node instanceof Element) node.querySelectorAll('script').forEach(request);
    }
  });
  observer.observe(document, { childList: true, subtree: true });

  const restoreSource = watchScriptSource(hold);

  return {
    counters,
    wasServedBefore: hasEverExecuted,
    hasExecutedTag: () => Array.from(document.scripts).some((tag) => executedTags.has(tag)),
    uninstall() {
      observer.disconnect();
      restoreSource();
      for (const tag of Array.from(document.scripts)) if (held.has(tag) || executedTags.has(tag)) tag.remove();
    },
  };
}
