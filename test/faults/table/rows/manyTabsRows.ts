import { allGoThroughLink, besides, tabFrozen } from '../faults/otherTabs.js';
import { combine } from '../faults/combine.js';
import { noWebLocks } from '../faults/storageFaults.js';
import { tabClosed, tabCrashed } from '../faults/tabFaults.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { End, Row } from '../row.js';

/** No page is loaded: a tab that is there takes over. */
const TAKEN_OVER: [Moment, End][] = [
  [at.inThePane, 'tried again'],
  [at.successUntold, 'found by asking'],
  [at.successJustFired, 'delivered'],
  [at.reportUnderWay, 'delivered'],
  [at.beforeThePut, 'delivered'],
  [at.answerUnderWay, 'delivered'],
];

const takenOver: Row[] = [
  besides(1, tabClosed),
  besides(1, tabCrashed),
  besides(4, tabCrashed),
  besides(1, combine(noWebLocks, tabCrashed)),
].flatMap((fault) => TAKEN_OVER.map(([moment, end]): Row => ({ fault, moment, meanwhile: 'gone', end })));

const frozen: Row[] = [at.successJustFired, at.reportUnderWay, at.answerUnderWay].map((moment): Row => {
  return { fault: tabFrozen, moment, meanwhile: 'gone', end: 'delivered' };
});

const together: Row[] = [2, 5].flatMap((count) =>
  [at.reportUnderWay, at.serverAsksPlaid, at.beforeThePut].flatMap((moment): Row[] => [
    { fault: allGoThroughLink(count, 'same Item'), moment, meanwhile: 'works', end: 'delivered' },
    { fault: allGoThroughLink(count, 'different Items'), moment, meanwhile: 'works', end: 'delivered', items: count },
  ]),
);

export const manyTabsRows: Row[] = [...takenOver, ...frozen, ...together];
