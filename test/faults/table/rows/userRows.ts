import { combine } from '../faults/combine.js';
import { loggedOut, serverRefuses } from '../faults/networkFaults.js';
import { tabClosed } from '../faults/tabFaults.js';
import { otherUserLogsIn, otherUserOnTheSamePage } from '../faults/userFaults.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { End, Row } from '../row.js';

const ENDS: [Moment, End][] = [
  [at.linkHidden, 'tried again'],
  [at.inThePane, 'tried again'],
  [at.successUntold, 'found by asking'],
  [at.successJustFired, 'delivered'],
  [at.reportUnderWay, 'delivered'],
  [at.answerUnderWay, 'delivered'],
];

/** Nothing of the first user's is sent, and it is sent when they are back. */
export const userRows: Row[] = [
  ...[otherUserLogsIn, otherUserOnTheSamePage].flatMap((fault) =>
    ENDS.map(([moment, end]): Row => ({ fault, moment, meanwhile: 'gone', end })),
  ),
  {
    fault: combine(serverRefuses, loggedOut),
    moment: at.inThePane,
    meanwhile: 'waiting',
    end: 'delivered',
  },
  { fault: combine(loggedOut, tabClosed), moment: at.successJustFired, meanwhile: 'gone', end: 'delivered' },
];
