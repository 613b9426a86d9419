import { answerFault, SILENCE, type BadAnswer } from '../faults/answerFault.js';
import {
  clockAhead,
  clockBack,
  clockYearAhead,
  forADay,
  halfAnHourPasses,
  tokenExpires,
} from '../faults/clockFaults.js';
import { combine } from '../faults/combine.js';
import { offline, serverRefuses } from '../faults/networkFaults.js';
import { tabClosed } from '../faults/tabFaults.js';
import * as at from '../moments.js';
import type { Row } from '../row.js';

const DOWN: BadAnswer = {
  name: 'down',
  phase: 'before',
  spoil: { kind: 'answer', status: 503, headers: {}, body: '' },
};

const jumps: Row[] = [clockAhead, clockBack, clockYearAhead].flatMap((fault): Row[] => [
  { fault, moment: at.beforeTheToken, meanwhile: 'works', end: 'delivered' },
  { fault, moment: at.linkHidden, meanwhile: 'works', end: 'delivered' },
  { fault, moment: at.inThePane, meanwhile: 'works', end: 'delivered' },
  { fault, moment: at.successJustFired, meanwhile: 'works', end: 'delivered' },
  { fault: combine(serverRefuses, fault), moment: at.inThePane, meanwhile: 'waiting', end: 'delivered' },
  { fault: combine(fault, tabClosed), moment: at.successUntold, meanwhile: 'gone', end: 'found by asking' },
  { fault: combine(fault, tabClosed), moment: at.successJustFired, meanwhile: 'gone', end: 'delivered' },
]);

const days: Row[] = [
  answerFault('heron', DOWN),
  answerFault('heron', SILENCE),
  answerFault('plaid', DOWN),
  answerFault('app.report', DOWN),
  serverRefuses,
  offline,
].map((fault): Row => {
  return { fault: forADay(fault), moment: at.successJustFired, meanwhile: 'waiting', end: 'delivered' };
});

/** Link refuses the token, and gets a fresh one while nobody has seen anything of it. */
const EARLY = [at.linkHidden, at.linkOpening];

const tokens: Row[] = [tokenExpires, halfAnHourPasses].flatMap((fault): Row[] => [
  ...EARLY.map((moment): Row => ({ fault, moment, meanwhile: 'works', end: 'delivered' })),
  { fault, moment: at.inThePane, meanwhile: 'still broken', end: 'tried again' },
  { fault, moment: at.onTheBanksPage, meanwhile: 'not opened', end: 'tried again' },
  { fault, moment: at.successUntold, meanwhile: 'works', end: 'delivered' },
  { fault, moment: at.reportUnderWay, meanwhile: 'works', end: 'delivered' },
]);

const onTheWay: Row[] = [
  { fault: tokenExpires, moment: at.tokenUnderWay, meanwhile: 'works', end: 'delivered' },
  { fault: tokenExpires, moment: at.scriptUnderWay, meanwhile: 'works', end: 'delivered' },
  // Nobody waits so long for a launch.
  { fault: halfAnHourPasses, moment: at.tokenUnderWay, meanwhile: 'not opened', end: 'tried again' },
  { fault: halfAnHourPasses, moment: at.scriptUnderWay, meanwhile: 'not opened', end: 'tried again' },
];

export const clockRows: Row[] = [...jumps, ...days, ...tokens, ...onTheWay];
