import type { ScriptedChoices } from './scriptedChoices.js';

/** How one visit to Link goes. `ask` lets a person, or a test by hand, decide in the dialog. */
export type LinkOutcome = 'ask' | ScriptedOutcome;

interface ScriptedVisit {
  /** Milliseconds between the opening and the outcome. None: as soon as Link is open. */
  delay?: number | undefined;
}

/**
 * An outcome that plays by itself; a bank's own page is passed with the same choices. After `success_then_exit`, `success_twice` and `exit_then_success` Link
 * calls back a second time, as Plaid's has been seen to do.
 */
export type ScriptedOutcome =
  | ({ kind: 'success' | 'success_then_exit' | 'success_twice' | 'exit_then_success' } & ScriptedVisit &
      ScriptedChoices)
  | ({
      kind: 'exit';
      /** Plaid's exit status. */
      status?: string | null | undefined;
    } & ScriptedVisit &
      ScriptedChoices)
  | ({
      kind: 'error';
      /** A code of `LINK_ERRORS`, or any other. */
      errorCode: string;
      /** Taken from `LINK_ERRORS` where left out. */
      errorType?: string | undefined;
      status?: string | null | undefined;
    } & ScriptedVisit);

/** What becomes of a request for Plaid's script. `hang` never answers. */
export interface ScriptBehaviour {
  outcome: 'load' | 'error' | 'hang';
  /** Milliseconds until the answer. */
  delay?: number | undefined;
}

/**
 * Where Link's events stand in relation to `onSuccess` and `onExit`: Plaid guarantees no order. Their
 * timestamps are always right. `shuffled` is never the order of occurrence, and the same each time.
 */
export type EventOrder = 'before' | 'after' | 'around' | 'shuffled';

/** Everything about the simulated Link that can be chosen, and changed while it runs. */
export interface LinkBehaviour {
  /** @default 'ask' */
  outcome?: LinkOutcome | undefined;
  /** Holds for requests from now on. @default { outcome: 'load' } */
  script?: ScriptBehaviour | undefined;
  /** Milliseconds between the iframe's load and `onLoad`; Link does not open before it. @default 0 */
  loadDelay?: number | 'never' | undefined;
  /** @default 'before' */
  eventOrder?: EventOrder | undefined;
  /** Thrown by `Plaid.create`. @default null */
  createError?: Error | null | undefined;
  /** `false`: `exit()` closes Link and `onExit` never comes. @default true */
  callsOnExit?: boolean | undefined;
  /** As Plaid's Link did in 2020, also from inside `onExit`. @default false */
  throwsOnDestroyWhileOpen?: boolean | undefined;
  /**
   * How the user gets to the page of a bank with OAuth. A redirect needs a link token with a `redirect_uri`;
   * without one it is a popup. @default 'popup'
   */
  oauth?: 'popup' | 'redirect' | undefined;
  /** Where the bank's page is served, without the state's id: in the place of the backend's own address. @default null */
  bankPageUrl?: string | null | undefined;
  /** Leaves the page for the bank's or, where the outcome is scripted, at once for the return. @default location.assign */
  navigate?: ((url: string) => void) | undefined;
}

export type ResolvedLinkBehaviour = { [Name in keyof LinkBehaviour]-?: Exclude<LinkBehaviour[Name], undefined> };

export const DEFAULT_LINK_BEHAVIOUR: ResolvedLinkBehaviour = {
  outcome: 'ask',
  script: { outcome: 'load' },
  loadDelay: 0,
  eventOrder: 'before',
  createError: null,
  callsOnExit: true,
  throwsOnDestroyWhileOpen: false,
  oauth: 'popup',
  bankPageUrl: null,
  navigate: (url) => location.assign(url),
};

export function changeBehaviour(current: ResolvedLinkBehaviour, changes: LinkBehaviour): ResolvedLinkBehaviour {
  return {
    outcome: changes.outcome ?? current.outcome,
    script: changes.script ?? current.script,
    loadDelay: changes.loadDelay ?? current.loadDelay,
    eventOrder: changes.eventOrder ?? current.eventOrder,
    createError: changes.createError === undefined ? current.createError : changes.createError,
    callsOnExit: changes.callsOnExit ?? current.callsOnExit,
    throwsOnDestroyWhileOpen: changes.throwsOnDestroyWhileOpen ?? current.throwsOnDestroyWhileOpen,
    oauth: changes.oauth ?? current.oauth,
    bankPageUrl: changes.bankPageUrl === undefined ? current.bankPageUrl : changes.bankPageUrl,
    navigate: changes.navigate ?? current.navigate,
  };
}
