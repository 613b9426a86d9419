import { answerFault, FINAL, PASSING, SILENCE, UNAUTHENTICATED, type BadAnswer } from '../faults/answerFault.js';
import * as at from '../moments.js';
import type { Moment } from '../moments.js';
import type { End, Meanwhile, Row } from '../row.js';
import type { Door } from '../world/doors.js';

/** Where an answer goes wrong, when, and what that means for answers after which another try is worth it or not. */
interface Place {
  door: Door;
  moment: Moment;
  passing: [Meanwhile, End];
  final: [Meanwhile, End];
}

const PLACES: Place[] = [
  { door: 'app.list', moment: at.onLoad, passing: ['silent', 'tried again'], final: ['silent', 'tried again'] },
  {
    door: 'app.token',
    moment: at.beforeTheToken,
    passing: ['not opened', 'tried again'],
    final: ['not opened', 'tried again'],
  },
  { door: 'app.report', moment: at.inThePane, passing: ['waiting', 'delivered'], final: ['refused', 'sent again'] },
  // Behind the app's server: what Plaid or Heron have against it is no word about the report.
  { door: 'heron.list', moment: at.onLoad, passing: ['silent', 'tried again'], final: ['silent', 'tried again'] },
  {
    door: 'plaid.token',
    moment: at.beforeTheToken,
    passing: ['not opened', 'tried again'],
    final: ['not opened', 'tried again'],
  },
  { door: 'plaid.item', moment: at.inThePane, passing: ['waiting', 'delivered'], final: ['waiting', 'delivered'] },
  { door: 'heron.put', moment: at.inThePane, passing: ['waiting', 'delivered'], final: ['waiting', 'delivered'] },
];

function rowsOf({ door, moment, passing, final }: Place): Row[] {
  const row = (answer: BadAnswer, [meanwhile, end]: [Meanwhile, End]): Row => ({
    fault: answerFault(door, answer),
    moment,
    meanwhile,
    end,
  });
  return [
    ...PASSING.map((answer) => row(answer, passing)),
    row(SILENCE, passing),
    row(UNAUTHENTICATED, passing),
    ...FINAL.map((answer) => row(answer, isUnknownLink(door, answer) ? ['refused', 'sent again'] : final)),
  ];
}

/** Heron knows no such link: another try of the server's own changes nothing. */
function isUnknownLink(door: Door, { spoil }: BadAnswer): boolean {
  return door === 'heron.put' && spoil.kind === 'answer' && spoil.status === 404;
}

/** Each bad answer at each door. */
export const answerRows: Row[] = PLACES.flatMap(rowsOf);
