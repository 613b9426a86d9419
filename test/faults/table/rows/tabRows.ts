import { tabClosed, tabCrashed, tabReloaded, wentBackAndForward, wentElsewhereAndBack } from '../faults/tabFaults.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { End, Row } from '../row.js';

const ENDS: [Moment, End][] = [
  [at.listUnderWay, 'tried again'],
  [at.beforeTheToken, 'tried again'],
  [at.tokenUnderWay, 'tried again'],
  [at.serverAsksForToken, 'tried again'],
  [at.scriptUnderWay, 'tried again'],
  [at.linkHidden, 'tried again'],
  [at.linkOpening, 'tried again'],
  [at.inThePane, 'tried again'],
  [at.successUntold, 'found by asking'],
  [at.successJustFired, 'delivered'],
  [at.reportUnderWay, 'delivered'],
  [at.serverAsksPlaid, 'delivered'],
  [at.beforeThePut, 'delivered'],
  [at.afterThePut, 'delivered'],
  [at.answerUnderWay, 'delivered'],
  [at.syncing, 'delivered'],
];

const FAULTS = [tabClosed, tabCrashed, tabReloaded, wentElsewhereAndBack, wentBackAndForward];

/** A tab that ends at any moment: what is written down outlives it, and what it never heard of is asked for. */
export const tabRows: Row[] = FAULTS.flatMap((fault) =>
  ENDS.map(([moment, end]): Row => ({ fault, moment, meanwhile: 'gone', end })),
);
