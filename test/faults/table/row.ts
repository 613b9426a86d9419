import type { Fault } from './fault.js';
import type { Moment } from './moments.js';

/** What the page says while the fault lasts. */
export type Meanwhile =
  /** There is no tab to say anything. */
  | 'gone'
  /** The repair goes through all the same. */
  | 'works'
  /** No banner. */
  | 'silent'
  /** Link could not be opened, and may be tried again. */
  | 'not opened'
  /** The user has left Link, or Link has let them go, and may try again. */
  | 'left'
  /** Link said that all is well, and Plaid says that it is not. */
  | 'still broken'
  /** The bank accepted, and the report waits. */
  | 'waiting'
  /** The bank accepted, and the server refuses the report. */
  | 'refused';

/** How it ends once all is well again. */
export type End =
  /** Nobody does anything: the report reaches Heron. */
  | 'delivered'
  /** No visit was finished; the user's next one goes through. */
  | 'tried again'
  /** The user presses the button that sends a refused report again. */
  | 'sent again'
  /** The page never heard of the end, and finds it out by asking. */
  | 'found by asking'
  /** Nothing is left on the device: the user's next visit to Link finds out, without another sign-in. */
  | 'found on the next visit';

/** One line of the table. */
export interface Row {
  fault: Fault;
  moment: Moment;
  meanwhile: Meanwhile;
  end: End;
  /** How many broken Items the user has. @default 1 */
  items?: number | undefined;
}

export function nameRow({ fault, moment }: Row): string {
  return `${fault.name} | ${moment.name}`;
}
