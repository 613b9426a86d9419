// @vitest-environment jsdom
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createPermissiveLinkBackend,
  installLinkSimulator,
  LINK_ERRORS,
  type EventOrder,
  type LinkSimulator,
} from '../../src/testing/index.js';
import { createLink, type CreatedLink } from './createLink.js';

let simulator: LinkSimulator;

beforeEach(() => {
  simulator = installLinkSimulator();
});

afterEach(() => simulator.uninstall());

async function openLink(): Promise<CreatedLink> {
  const link = await createLink();
  link.open();
  await waitFor(() => expect(link.told).toContain('OPEN'));
  return link;
}

describe('a visit by hand', () => {
  it('ends in success with a public token, the institution and the session of its events', async () => {
    const link = await openLink();
    const sessionId = simulator.current?.linkSessionId;
    const success = simulator.current?.succeed();
    expect(link.onSuccess).not.toHaveBeenCalled();
    await success;
    expect(link.onSuccess.mock.calls).toEqual([
      [
        expect.stringMatching(/^public-sandbox-/),
        {
          institution: { institution_id: 'ins_109508', name: 'First Platypus Bank' },
          accounts: [],
          link_session_id: sessionId,
        },
      ],
    ]);
    expect(link.told.slice(-2)).toEqual(['HANDOFF', 'onSuccess']);
    expect(simulator.current).toBeNull();
    expect(simulator.handlers).toMatchObject([{ isOpen: false, isDestroyed: false }]);
  });

  it('ends in an exit without an error', async () => {
    const link = await openLink();
    await simulator.current?.exit();
    expect(link.onExit.mock.calls).toEqual([
      [null, expect.objectContaining({ status: 'requires_credentials', request_id: expect.any(String) })],
    ]);
    expect(link.onSuccess).not.toHaveBeenCalled();
  });

  it('ends in an exit with an error, which the events name too', async () => {
    const link = await openLink();
    await simulator.current?.exit(LINK_ERRORS.ITEM_LOCKED);
    expect(link.onExit.mock.lastCall?.[0]).toEqual(LINK_ERRORS.ITEM_LOCKED);
    expect(link.onEvent).toHaveBeenCalledWith('ERROR', expect.objectContaining({ error_code: 'ITEM_LOCKED' }));
  });

  it('ends once', async () => {
    const link = await openLink();
    const visit = simulator.current;
    await Promise.all([visit?.succeed(), visit?.exit(), visit?.succeed()]);
    expect(link.told.filter((name) => name.startsWith('on'))).toEqual(['onSuccess']);
  });

  it('tells of an event when a test wants it', async () => {
    const link = await openLink();
    simulator.current?.emit('SOMETHING_NEW', { view_name: 'NEW' });
    expect(link.onEvent).toHaveBeenLastCalledWith('SOMETHING_NEW', expect.objectContaining({ view_name: 'NEW' }));
  });

  it('opens anew with the same handler', async () => {
    const link = await openLink();
    await simulator.current?.exit();
    link.open();
    await waitFor(() => expect(simulator.current).not.toBeNull());
    await simulator.current?.succeed();
    expect(link.told.filter((name) => name.startsWith('on'))).toEqual(['onExit', 'onSuccess']);
  });
});

describe('a scripted visit', () => {
  it.each([
    ['success', ['onSuccess']],
    ['exit', ['onExit']],
    ['success_then_exit', ['onSuccess', 'onExit']],
    ['success_twice', ['onSuccess', 'onSuccess']],
    ['exit_then_success', ['onExit', 'onSuccess']],
  ] as const)('plays %s', async (kind, callbacks) => {
    simulator.configure({ outcome: { kind } });
    const link = await createLink();
    link.open();
    await waitFor(() => expect(link.told.filter((name) => name.startsWith('on'))).toEqual(callbacks));
  });

  it.each(Object.values(LINK_ERRORS))('plays $error_type $error_code', async ({ error_type, error_code }) => {
    simulator.configure({ outcome: { kind: 'error', errorCode: error_code } });
    const link = await createLink();
    link.open();
    await waitFor(() => expect(link.onExit).toHaveBeenCalledOnce());
    expect(link.onExit.mock.lastCall?.[0]).toMatchObject({ error_type, error_code });
  });

  it('plays errors that no table knows', async () => {
    simulator.configure({ outcome: { kind: 'error', errorCode: 'NEW_CODE', errorType: 'NEW_TYPE', status: null } });
    const link = await createLink();
    link.open();
    await waitFor(() =>
      expect(link.onExit).toHaveBeenCalledWith(
        expect.objectContaining({ error_code: 'NEW_CODE', error_type: 'NEW_TYPE' }),
        expect.objectContaining({ status: null }),
      ),
    );
  });

  it('takes queued outcomes first, one for a visit', async () => {
    simulator.configure({ outcome: { kind: 'success' } });
    simulator.queue({ kind: 'exit' }, { kind: 'error', errorCode: 'INSTITUTION_DOWN' });
    const link = await createLink();
    for (const [exits, successes] of [
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const) {
      link.open();
      await waitFor(() => {
        expect(link.onExit).toHaveBeenCalledTimes(exits);
        expect(link.onSuccess).toHaveBeenCalledTimes(successes);
        expect(simulator.handlers).toMatchObject([{ isOpen: false }]);
      });
    }
  });
});

describe('events', () => {
  const order: Record<EventOrder, string[]> = {
    before: ['TRANSITION_VIEW', 'SUBMIT_CREDENTIALS', 'TRANSITION_VIEW', 'TRANSITION_VIEW', 'HANDOFF', 'onSuccess'],
    after: ['onSuccess', 'TRANSITION_VIEW', 'SUBMIT_CREDENTIALS', 'TRANSITION_VIEW', 'TRANSITION_VIEW', 'HANDOFF'],
    around: ['TRANSITION_VIEW', 'SUBMIT_CREDENTIALS', 'TRANSITION_VIEW', 'onSuccess', 'TRANSITION_VIEW', 'HANDOFF'],
    shuffled: ['HANDOFF', 'TRANSITION_VIEW', 'TRANSITION_VIEW', 'onSuccess', 'SUBMIT_CREDENTIALS', 'TRANSITION_VIEW'],
  };

  it.each(['before', 'after', 'around', 'shuffled'] as const)('come %s, only OPEN in real time', async (eventOrder) => {
    simulator.configure({ eventOrder });
    const link = await openLink();
    expect(link.told).toEqual(['OPEN']);
    await simulator.current?.succeed();
    expect(link.told.slice(1)).toEqual(order[eventOrder]);
  });

  it('have timestamps in the order of occurrence, however they come', async () => {
    simulator.configure({ eventOrder: 'shuffled' });
    const link = await openLink();
    await simulator.current?.succeed();
    const events = link.onEvent.mock.calls.map(([name, { timestamp }]) => ({ name, timestamp }));
    const inOrder = events.toSorted((one, other) => Date.parse(one.timestamp) - Date.parse(other.timestamp));
    expect(inOrder.map(({ name }) => name)).toEqual([
      'OPEN',
      'TRANSITION_VIEW',
      'SUBMIT_CREDENTIALS',
      'TRANSITION_VIEW',
      'TRANSITION_VIEW',
      'HANDOFF',
    ]);
  });
});

describe('an app whose callback throws', () => {
  it('is reported to the page and closes Link all the same', async () => {
    const link = await openLink();
    const onPageError = vi.fn((event: ErrorEvent) => event.preventDefault());
    window.addEventListener('error', onPageError);
    const failure = new Error('the app is broken');
    link.onSuccess.mockImplementation(() => {
      throw failure;
    });
    await simulator.current?.succeed();
    window.removeEventListener('error', onPageError);
    expect(onPageError.mock.lastCall?.[0].error).toBe(failure);
    expect(simulator.handlers).toMatchObject([{ isOpen: false }]);
  });
});

describe('a server side of Link that fails', () => {
  it('ends the visit with an internal error, at the opening and at the end', async () => {
    simulator.uninstall();
    const backend = createPermissiveLinkBackend();
    const openSession = vi.spyOn(backend, 'openSession').mockRejectedValueOnce(new Error('no network'));
    vi.spyOn(backend, 'finishSession').mockRejectedValue(new Error('no network'));
    simulator = installLinkSimulator({ backend, outcome: { kind: 'success' } });
    const link = await createLink();
    link.open();
    await waitFor(() => expect(link.onExit).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(simulator.handlers).toMatchObject([{ isOpen: false }]));
    link.open();
    await waitFor(() => expect(link.onExit).toHaveBeenCalledTimes(2));
    expect(openSession).toHaveBeenCalledTimes(2);
    expect(link.onExit.mock.calls.map(([error]) => error.error_code)).toEqual([
      'INTERNAL_SERVER_ERROR',
      'INTERNAL_SERVER_ERROR',
    ]);
  });
});
