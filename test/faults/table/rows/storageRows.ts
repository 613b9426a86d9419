import { combine } from '../faults/combine.js';
import { serverRefuses } from '../faults/networkFaults.js';
import {
  localStorageForbidden,
  noBroadcastChannel,
  noWebLocks,
  sessionStorageCleared,
  storageCleared,
  storageForbidden,
  storageForgets,
  storageFull,
} from '../faults/storageFaults.js';
import { tabClosed, tabCrashed, tabReloaded } from '../faults/tabFaults.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { End, Row } from '../row.js';

const GONE = [storageForbidden, storageFull, storageForgets];

/** The tab lives: it keeps the report itself. */
const inMemory: Row[] = [...GONE, localStorageForbidden, noWebLocks, noBroadcastChannel].flatMap((fault): Row[] => [
  { fault, moment: at.onLoad, meanwhile: 'works', end: 'delivered' },
  { fault: combine(fault, serverRefuses), moment: at.inThePane, meanwhile: 'waiting', end: 'delivered' },
]);

const clearedInFlight: Row[] = [storageCleared, sessionStorageCleared].flatMap((fault) =>
  [at.linkHidden, at.inThePane, at.successUntold, at.reportUnderWay, at.answerUnderWay].map((moment): Row => ({
    fault,
    moment,
    meanwhile: 'works',
    end: 'delivered',
  })),
);

/**
 * Storage gone and the tab killed in the same moment: what no client can keep. Where the server has not had the report
 * either, the user's next visit finds it by asking.
 */
const KILLED: [Moment, End][] = [
  [at.inThePane, 'tried again'],
  [at.successUntold, 'found on the next visit'],
  [at.successJustFired, 'found on the next visit'],
  [at.reportUnderWay, 'delivered'],
  [at.answerUnderWay, 'delivered'],
];

const goneWithTheTab: Row[] = [
  ...[tabClosed, tabCrashed, tabReloaded].map((fault) => combine(storageCleared, fault)),
  ...GONE.map((fault) => combine(fault, tabClosed)),
].flatMap((fault) => KILLED.map(([moment, end]): Row => ({ fault, moment, meanwhile: 'gone', end })));

/** Half of it is enough. */
const HALF: [Moment, End][] = [
  [at.successUntold, 'found by asking'],
  [at.successJustFired, 'delivered'],
];

const withHalfOfIt: Row[] = [
  combine(sessionStorageCleared, tabClosed),
  combine(localStorageForbidden, tabReloaded),
  combine(noWebLocks, tabClosed),
  combine(noWebLocks, tabReloaded),
  combine(noBroadcastChannel, tabClosed),
].flatMap((fault) => HALF.map(([moment, end]): Row => ({ fault, moment, meanwhile: 'gone', end })));

export const storageRows: Row[] = [...inMemory, ...clearedInFlight, ...goneWithTheTab, ...withHalfOfIt];
