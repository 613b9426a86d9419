import { answerFault, PASSING } from '../faults/answerFault.js';
import { frameHangs, frameSlow, scriptBlocked, scriptHangs, scriptSlow } from '../faults/scriptFaults.js';
import { tabClosed, tabCrashed, tabReloaded, wentBackFromTheBank } from '../faults/tabFaults.js';
import * as at from '../moments.js';
import type { Row } from '../row.js';

const script: Row[] = [
  { fault: scriptBlocked, moment: at.beforeTheToken, meanwhile: 'not opened', end: 'tried again' },
  { fault: scriptBlocked, moment: at.tokenUnderWay, meanwhile: 'works', end: 'delivered' },
  { fault: scriptHangs, moment: at.beforeTheToken, meanwhile: 'not opened', end: 'tried again' },
  { fault: scriptSlow, moment: at.beforeTheToken, meanwhile: 'works', end: 'delivered' },
  { fault: frameHangs, moment: at.beforeTheToken, meanwhile: 'not opened', end: 'tried again' },
  { fault: frameSlow, moment: at.beforeTheToken, meanwhile: 'works', end: 'delivered' },
];

/** Link's own server: before it has heard, nothing is finished; after, Plaid knows better than the page was told. */
const opening: Row[] = PASSING.filter(({ spoil }) => spoil.kind !== 'answer').map((answer): Row => {
  return { fault: answerFault('link.open', answer), moment: at.beforeTheToken, meanwhile: 'left', end: 'tried again' };
});

const finish: Row[] = PASSING.flatMap((answer): Row[] => {
  const isDone = answer.phase === 'after';
  const fault = answerFault('link.finish', answer);
  return [{ fault, moment: at.inThePane, meanwhile: 'left', end: isDone ? 'found by asking' : 'tried again' }];
});

/** The page is not there while the user is at the bank. */
const atTheBank: Row[] = [
  { fault: tabClosed, moment: at.onTheBanksPage, meanwhile: 'gone', end: 'tried again' },
  { fault: tabCrashed, moment: at.onTheBanksPage, meanwhile: 'gone', end: 'tried again' },
  { fault: tabReloaded, moment: at.onTheBanksPage, meanwhile: 'works', end: 'delivered' },
  { fault: wentBackFromTheBank, moment: at.onTheBanksPage, meanwhile: 'gone', end: 'tried again' },
];

export const linkRows: Row[] = [...script, ...opening, ...finish, ...atTheBank];
