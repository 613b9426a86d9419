import { describe, expect, it } from 'vitest';
import {
  createCheckedEndpoint,
  ensureCheckedEndpoint,
  type UncheckedEndpoint,
} from '../../src/core/checkedEndpoint.js';
import { createEndpointError } from '../../src/core/endpointError.js';
import { UpdateModeError } from '../../src/core/errors.js';
import { createHttpEndpoint } from '../../src/core/httpEndpoint.js';
import { withTimeLimit } from '../../src/core/timeLimit.js';
import type { RepairReport } from '../../src/protocol/repair.js';
import { createClockByHand } from '../support/clockByHand.js';

const LINK = { item_id: 'item-1', status: 'pending' };
const REPORT: RepairReport = {
  target: { item_id: 'item-1' },
  purpose: 'repair',
  outcome: 'success',
  started_at: '2026-11-20T10:00:00.000Z',
};
const { signal } = new AbortController();
const reporting = { signal, idempotencyKey: 'key-1' };

function createOwn(answer: () => Promise<unknown>): UncheckedEndpoint {
  return { listIntegrationLinks: answer, createLinkToken: answer, reportRepair: answer };
}

describe('functions of one’s own', () => {
  it('are checked like any answer: what has another shape is told, what does not belong is dropped', async () => {
    const whole = createCheckedEndpoint(
      createOwn(async () => ({ integration_links: [{ ...LINK, access_token: 'access-sandbox-secret' }] })),
    );
    await expect(whole.listIntegrationLinks({ signal })).resolves.toEqual({ integration_links: [LINK] });
    const wrong = createCheckedEndpoint(createOwn(async () => undefined));
    const rejection = expect.objectContaining({ failure: 'invalid_answer' });
    await expect(wrong.listIntegrationLinks({ signal })).rejects.toEqual(rejection);
    await expect(wrong.reportRepair(REPORT, reporting)).rejects.toEqual(rejection);
    await expect(wrong.createLinkToken({ target: REPORT.target, purpose: 'repair' }, { signal })).rejects.toEqual(
      rejection,
    );
  });

  it('may say that the server is still checking', async () => {
    const endpoint = createCheckedEndpoint(createOwn(async () => ({ result: 'checking', retryAfter: 2 })));
    await expect(endpoint.reportRepair(REPORT, reporting)).resolves.toEqual({ result: 'checking', retryAfter: 2 });
  });

  it.each([
    [{ result: 'checking' }],
    [{ result: 'checking', retryAfter: '2' }],
    [{ result: 'checking', retryAfter: null }],
  ])('can’t say it by halves: %j', async (answer) => {
    const endpoint = createCheckedEndpoint(createOwn(async () => answer));
    await expect(endpoint.reportRepair(REPORT, reporting)).rejects.toMatchObject({ failure: 'invalid_answer' });
  });

  it('that throw before they promise anything reject', async () => {
    const endpoint = createCheckedEndpoint(
      createOwn(() => {
        throw new Error('at once');
      }),
    );
    await expect(endpoint.listIntegrationLinks({ signal })).rejects.toThrow('at once');
  });

  it('go through the check once', () => {
    const http = createHttpEndpoint('/api');
    expect(ensureCheckedEndpoint(http)).toBe(http);
    const checked = ensureCheckedEndpoint({
      listIntegrationLinks: http.listIntegrationLinks,
      createLinkToken: http.createLinkToken,
      reportRepair: http.reportRepair,
    });
    expect(checked).not.toBe(http);
    expect(ensureCheckedEndpoint(checked)).toBe(checked);
  });
});

describe('the error of a request', () => {
  it('is the endpoint’s own where it rejected with one, also one of another copy of this library', () => {
    const own = new UpdateModeError('report_failed', 'No', { isRetryable: false });
    expect(createEndpointError('link_token_failed', own)).toBe(own);
    const foreign: unknown = Object.assign(Object.create(null), {
      [Symbol.for('react-plaid-update-mode.error')]: true,
      code: 'report_failed',
    });
    expect(createEndpointError('link_token_failed', foreign)).toBe(foreign);
  });

  it.each([new Error('boom'), 'words', null, undefined, { code: 'report_failed' }])(
    'can be tried again where it is anything else: %j',
    (cause) => {
      expect(createEndpointError('list_failed', cause)).toMatchObject({
        code: 'list_failed',
        failure: 'network',
        isRetryable: true,
        cause,
      });
    },
  );
});

describe('a time limit', () => {
  it('hands on what the work comes to, and leaves no timer', async () => {
    const clock = createClockByHand();
    await expect(withTimeLimit(clock, 1000, async () => 'done')).resolves.toBe('done');
    await expect(withTimeLimit(clock, 1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(
      withTimeLimit(clock, 1000, () => {
        throw new Error('at once');
      }),
    ).rejects.toThrow('at once');
    expect(clock.waiting).toEqual([]);
  });

  it('gives up on work that ignores its signal', async () => {
    const clock = createClockByHand();
    let given: AbortSignal | undefined;
    const limited = withTimeLimit(clock, 1000, (signalOfWork) => {
      given = signalOfWork;
      return new Promise(() => {});
    });
    await Promise.all([
      expect(limited.catch((cause: unknown) => createEndpointError('report_failed', cause))).resolves.toMatchObject({
        failure: 'timeout',
        isRetryable: true,
      }),
      clock.pass(1000),
    ]);
    expect(given?.aborted).toBe(true);
  });
});
