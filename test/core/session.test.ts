import { describe, expect, it } from 'vitest';
import { UpdateModeError } from '../../src/core/errors.js';
import {
  IDLE,
  isLaunchable,
  isVisiting,
  transition,
  type SessionEvent,
  type SessionState,
} from '../../src/core/session.js';

const error = new UpdateModeError('report_failed', 'first');
const other = new UpdateModeError('link_exit', 'second');

const launching: SessionState = { status: 'launching' };
const open: SessionState = { status: 'open' };
const sending: SessionState = { status: 'confirming', report: 'sending', error: null };
const queued: SessionState = { status: 'confirming', report: 'queued', error };
const offline: SessionState = { status: 'confirming', report: 'queued', error: null };
const undelivered: SessionState = { status: 'confirming', report: 'undelivered', error };
const repaired: SessionState = { status: 'repaired', by: 'user', isVerified: true, accounts: null };
const elsewhere: SessionState = { status: 'repaired', by: 'elsewhere', isVerified: true, accounts: null };
const unverified: SessionState = { status: 'repaired', by: 'user', isVerified: false, accounts: null };
const exited: SessionState = { status: 'exited', error: null };
const exitedWithError: SessionState = { status: 'exited', error: other };
const failed: SessionState = { status: 'failed', error };
const otherwiseFailed: SessionState = { status: 'failed', error: other };
const hostedLinkUrl = 'https://secure.plaid.com/hl/1';
const offered: SessionState = { status: 'failed', error, hostedLinkUrl };
const offeredOtherwise: SessionState = { status: 'failed', error: other, hostedLinkUrl };
const hosted: SessionState = { status: 'open', hostedLinkUrl };
const queuedOtherwise: SessionState = { status: 'confirming', report: 'queued', error: other };
const refusedOtherwise: SessionState = { status: 'confirming', report: 'undelivered', error: other };
const stillBroken = {
  status: 'failed',
  error: expect.objectContaining({ code: 'still_broken', isRetryable: false }),
  accounts: null,
};
const unchanged = { ...stillBroken, error: expect.objectContaining({ code: 'unchanged', isRetryable: false }) };

const STATES = {
  idle: IDLE,
  launching,
  open,
  sending,
  queued,
  offline,
  undelivered,
  repaired,
  exited,
  exitedWithError,
  failed,
  offered,
  hosted,
};

type StateName = keyof typeof STATES;

const STATE_NAMES = Object.keys(STATES).filter((name): name is StateName => Object.hasOwn(STATES, name));

/** For each event the states that it changes, and into what. In every other state it means nothing. */
const TABLE: [SessionEvent, Partial<Record<StateName, unknown>>][] = [
  [
    { type: 'launchRequested' },
    {
      idle: launching,
      repaired: launching,
      exited: launching,
      exitedWithError: launching,
      failed: launching,
      offered: launching,
      hosted: launching,
    },
  ],
  [{ type: 'launchAbandoned' }, { launching: IDLE }],
  [
    { type: 'launchFailed', error: other },
    { launching: otherwiseFailed, open: otherwiseFailed, hosted: otherwiseFailed },
  ],
  [
    { type: 'launchFailed', error, hostedLinkUrl },
    { launching: offered, open: offered, hosted: offered },
  ],
  [{ type: 'linkOpened' }, { launching: open }],
  [{ type: 'linkTokenRefused' }, { open: launching, hosted: launching }],
  [
    { type: 'linkSucceeded', ids: {} },
    { launching: sending, open: sending, hosted: sending },
  ],
  [
    { type: 'linkExited', error: other, isHealed: false, ids: {} },
    { launching: exitedWithError, open: exitedWithError, hosted: exitedWithError },
  ],
  [
    { type: 'linkExited', error: null, isHealed: false, ids: {} },
    { launching: exited, open: exited, hosted: exited },
  ],
  [{ type: 'hostedLinkOpened' }, { offered: hosted }],
  [{ type: 'reportSending' }, { queued: sending, offline: sending, undelivered: sending }],
  [
    { type: 'reportQueued', error: other },
    { sending: queuedOtherwise, queued: queuedOtherwise, offline: queuedOtherwise, undelivered: queuedOtherwise },
  ],
  [
    { type: 'reportQueued', error: null },
    { sending: offline, queued: offline, undelivered: offline },
  ],
  [
    { type: 'reportRefused', error: other },
    {
      hosted: offeredOtherwise,
      sending: refusedOtherwise,
      queued: refusedOtherwise,
      offline: refusedOtherwise,
      undelivered: refusedOtherwise,
    },
  ],
  [
    { type: 'answered', result: 'repaired', accounts: null },
    {
      sending: repaired,
      queued: repaired,
      offline: repaired,
      undelivered: repaired,
      exited: elsewhere,
      exitedWithError: elsewhere,
      failed: elsewhere,
      offered: elsewhere,
      hosted: repaired,
    },
  ],
  [
    { type: 'answered', result: 'unverifiable', accounts: null },
    { hosted: unverified, sending: unverified, queued: unverified, offline: unverified, undelivered: unverified },
  ],
  [
    { type: 'answered', result: 'unchanged', accounts: null },
    { sending: unchanged, queued: unchanged, offline: unchanged, undelivered: unchanged },
  ],
  [
    { type: 'answered', result: 'still_broken', accounts: null },
    { hosted: stillBroken, sending: stillBroken, queued: stillBroken, offline: stillBroken, undelivered: stillBroken },
  ],
  [
    { type: 'reset' },
    { undelivered: IDLE, repaired: IDLE, exited: IDLE, exitedWithError: IDLE, failed: IDLE, offered: IDLE },
  ],
];

const ROWS = TABLE.flatMap(([event, changes]) =>
  STATE_NAMES.map((name) => ({ name, event, next: changes[name], is: Object.hasOwn(changes, name) })),
);

function describeEvent({ type, ...details }: SessionEvent): string {
  return [
    type,
    ...Object.values(details).map((value) => (value instanceof Error ? value.message : String(value))),
  ].join(' ');
}

describe('a session', () => {
  for (const { name, event, next, is } of ROWS) {
    it(`${is ? 'changes from' : 'stays the same object in'} ${name} on ${describeEvent(event)}`, () => {
      const state = STATES[name];
      if (is) expect(transition(state, event)).toEqual(next);
      else expect(transition(state, event)).toBe(state);
    });
  }

  it('stays the same object where a report waits on for the same reason', () => {
    expect(transition(queued, { type: 'reportQueued', error })).toBe(queued);
    expect(transition(offline, { type: 'reportQueued', error: null })).toBe(offline);
    expect(transition(undelivered, { type: 'reportRefused', error })).toBe(undelivered);
  });

  it('S19: keeps what Plaid’s support asks for, whether the user left or the visit did not help', () => {
    const ids = { linkSessionId: 'link-session-1', requestId: 'request-1' };
    expect(transition(open, { type: 'linkExited', error: null, isHealed: false, ids })).toMatchObject(ids);
    const confirming = transition(open, { type: 'linkSucceeded', ids });
    const queuedLater = transition(confirming, { type: 'reportQueued', error: null });
    const answer: SessionEvent = { type: 'answered', result: 'still_broken', accounts: { added: 0, removed: 2 } };
    expect(transition(queuedLater, answer)).toMatchObject({ error: ids, accounts: { added: 0, removed: 2 } });
  });

  it('never changes a state that it was given', () => {
    for (const name of STATE_NAMES) {
      const frozen = Object.freeze({ ...STATES[name] });
      for (const [event] of TABLE) expect(() => transition(frozen, event)).not.toThrow();
    }
  });

  it('lets the first terminal callback win, whichever it is', () => {
    const events: SessionEvent[] = [
      { type: 'linkSucceeded', ids: {} },
      { type: 'linkExited', error: other, isHealed: false, ids: {} },
    ];
    expect(events.reduce(transition, open)).toEqual(sending);
    expect(events.toReversed().reduce(transition, open)).toEqual(exitedWithError);
  });

  it('can be launched where no visit and no report is under way', () => {
    expect(STATE_NAMES.filter((name) => isLaunchable(STATES[name]))).toEqual([
      'idle',
      'repaired',
      'exited',
      'exitedWithError',
      'failed',
      'offered',
      'hosted',
    ]);
    expect(STATE_NAMES.filter((name) => isVisiting(STATES[name]))).toEqual(['launching', 'open', 'hosted']);
  });
});
