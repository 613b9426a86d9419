import {
  browserSendsAgain,
  connectionsBreak,
  loggedOut,
  offline,
  serverRefuses,
  serverRestarts,
} from '../faults/networkFaults.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { Fault } from '../fault.js';
import type { End, Meanwhile, Row } from '../row.js';

type Line = [Moment, Meanwhile, End];

/** Once Link has finished, what is under way does not matter any more: the report waits. */
const AFTER_SUCCESS: Line[] = [
  [at.successJustFired, 'waiting', 'delivered'],
  [at.reportUnderWay, 'waiting', 'delivered'],
  [at.serverAsksPlaid, 'waiting', 'delivered'],
  [at.beforeThePut, 'waiting', 'delivered'],
  [at.afterThePut, 'waiting', 'delivered'],
  [at.answerUnderWay, 'waiting', 'delivered'],
  [at.syncing, 'works', 'delivered'],
];

const OFFLINE: Line[] = [
  [at.listUnderWay, 'silent', 'tried again'],
  [at.beforeTheToken, 'not opened', 'tried again'],
  [at.tokenUnderWay, 'not opened', 'tried again'],
  [at.serverAsksForToken, 'not opened', 'tried again'],
  // The token is there, Link opens, and can't reach its own server.
  [at.scriptUnderWay, 'left', 'tried again'],
  [at.linkHidden, 'left', 'tried again'],
  [at.linkOpening, 'left', 'tried again'],
  [at.inThePane, 'left', 'tried again'],
  [at.successUntold, 'left', 'found by asking'],
  ...AFTER_SUCCESS,
];

/** The app's server alone: Link goes on. */
const NO_SERVER: Line[] = [
  [at.listUnderWay, 'silent', 'tried again'],
  [at.beforeTheToken, 'not opened', 'tried again'],
  [at.tokenUnderWay, 'not opened', 'tried again'],
  [at.serverAsksForToken, 'not opened', 'tried again'],
  [at.scriptUnderWay, 'waiting', 'delivered'],
  [at.linkHidden, 'waiting', 'delivered'],
  [at.linkOpening, 'waiting', 'delivered'],
  [at.inThePane, 'waiting', 'delivered'],
  [at.successUntold, 'waiting', 'delivered'],
  ...AFTER_SUCCESS,
];

/** It is back at once. */
const RESTART: Line[] = [
  [at.listUnderWay, 'works', 'delivered'],
  [at.tokenUnderWay, 'not opened', 'tried again'],
  [at.serverAsksForToken, 'not opened', 'tried again'],
  [at.inThePane, 'works', 'delivered'],
  [at.reportUnderWay, 'works', 'delivered'],
  [at.serverAsksPlaid, 'works', 'delivered'],
  [at.beforeThePut, 'works', 'delivered'],
  [at.afterThePut, 'works', 'delivered'],
  [at.answerUnderWay, 'works', 'delivered'],
];

const BROKEN: Line[] = [
  [at.reportUnderWay, 'works', 'delivered'],
  [at.serverAsksPlaid, 'works', 'delivered'],
  [at.beforeThePut, 'works', 'delivered'],
  [at.afterThePut, 'works', 'delivered'],
  [at.answerUnderWay, 'works', 'delivered'],
];

const LOGGED_OUT: Line[] = [
  [at.onLoad, 'silent', 'tried again'],
  [at.beforeTheToken, 'not opened', 'tried again'],
  [at.tokenUnderWay, 'not opened', 'tried again'],
  [at.linkHidden, 'waiting', 'delivered'],
  [at.inThePane, 'waiting', 'delivered'],
  [at.successUntold, 'waiting', 'delivered'],
  [at.successJustFired, 'waiting', 'delivered'],
  [at.reportUnderWay, 'waiting', 'delivered'],
  // The server has let them in by then.
  [at.serverAsksPlaid, 'works', 'delivered'],
  [at.syncing, 'works', 'delivered'],
];

const rowsOf = (fault: Fault, lines: readonly Line[]): Row[] =>
  lines.map(([moment, meanwhile, end]) => ({ fault, moment, meanwhile, end }));

export const networkRows: Row[] = [
  ...rowsOf(offline, OFFLINE),
  ...rowsOf(serverRefuses, NO_SERVER),
  ...rowsOf(serverRestarts, RESTART),
  ...rowsOf(connectionsBreak, BROKEN),
  ...rowsOf(browserSendsAgain, BROKEN),
  ...rowsOf(loggedOut, LOGGED_OUT),
];
