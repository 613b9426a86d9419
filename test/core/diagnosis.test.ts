import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseError, GRACE_MS } from '../../src/core/diagnosis.js';
import { DIAGNOSIS_TABLE } from '../../src/core/diagnosisTable.js';
import type { IntegrationLink, IntegrationLinkStatus } from '../../src/protocol/integrationLink.js';
import { LOGIN_ERROR_CODES } from '../../src/protocol/loginErrors.js';
import { createDiagnosisCases, READ_AT } from '../support/diagnosisCases.js';
import { ERROR_CODE_REASONS, PLAID_ERROR_PAGES } from '../support/plaidErrorPages.js';

const NOW = READ_AT;
const DAY_MS = 86_400_000;
const STALE = '[ITEM_LOGIN_REQUIRED] the login details of this item have changed';
const DISCONNECT = { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-27T12:00:00Z' };
const CASES = createDiagnosisCases();

function diagnosisOf(link: Partial<IntegrationLink>) {
  return diagnose({ item_id: 'item-1', status: 'active', ...link }, { now: NOW });
}

function isoAt(msFromNow: number): string {
  return new Date(NOW + msFromNow).toISOString();
}

function itemError(error_code: string, error_type = 'ITEM_ERROR') {
  return { error_type, error_code };
}

describe('The table of diagnoses', () => {
  it.each(CASES)('has a row for $name', ({ link, code, cause, severity, remedy, purpose, deadline }) => {
    expect(diagnose(link, { now: NOW })).toEqual({
      code,
      cause,
      severity,
      remedy,
      ...(purpose === undefined ? {} : { purpose }),
      ...(deadline === undefined ? {} : { deadline }),
    });
  });

  it('is walked whole by the cases of the tests', () => {
    expect(new Set(CASES.map(({ cause }) => cause))).toEqual(new Set(Object.keys(DIAGNOSIS_TABLE)));
  });

  it.each(
    PLAID_ERROR_PAGES.flatMap(({ address, errorType, codes }) => codes.map((code) => [code, address, errorType])),
  )('knows %s of %s by its code alone, and has a case for it', (code, _address, errorType) => {
    const { cause } = diagnosisOf({ error: itemError(code, '') });
    expect(cause).not.toBe('unknown');
    expect(diagnosisOf({ error: itemError(code, errorType) }).cause).toBe(cause);
    expect(CASES.map((each) => each.code)).toContain(code);
  });

  it.each(ERROR_CODE_REASONS)('tells %s from a login error without a reason', (error_code_reason) => {
    const error = { ...itemError('ITEM_LOGIN_REQUIRED'), error_code_reason };
    const causes = ERROR_CODE_REASONS.map(
      (reason) => diagnosisOf({ error: { ...error, error_code_reason: reason } }).cause,
    );
    expect(new Set([...causes, 'login']).size).toBe(4);
    expect(diagnosisOf({ error: { ...error, error_code_reason: 'A_REASON_OF_NEXT_YEAR' } }).cause).toBe('login');
    expect(diagnosisOf({ error: { ...itemError('INSTITUTION_DOWN'), error_code_reason } }).cause).toBe('outage');
  });

  it.each([
    ['INSTITUTION_ERROR', 'wait'],
    ['API_ERROR', 'wait'],
    ['RATE_LIMIT_EXCEEDED', 'wait'],
    ['OAUTH_ERROR', 'update_mode'],
    ['ITEM_ERROR', 'update_mode'],
    ['INVALID_REQUEST', 'contact_support'],
    ['A_TYPE_OF_NEXT_YEAR', 'update_mode'],
  ])('takes a code of next year of the type %s for what most of that type are', (error_type, remedy) => {
    expect(diagnosisOf({ error: itemError('A_CODE_OF_NEXT_YEAR', error_type) })).toMatchObject({ remedy });
  });
});

describe('diagnoseError', () => {
  it('S1: turns the error of an API call into what to ask of the user before the next step', () => {
    const body = {
      ...itemError('ITEM_LOGIN_REQUIRED'),
      error_message: 'the login details of this item have changed',
      display_message: null,
      request_id: 'm8MDnv9okwxFNBV',
    };
    expect(diagnoseError(body)).toEqual({
      code: 'ITEM_LOGIN_REQUIRED',
      cause: 'login',
      severity: 'critical',
      remedy: 'update_mode',
      purpose: 'repair',
    });
  });

  it('asks nothing of the user where the call can simply be made again later', () => {
    expect(diagnoseError(itemError('INSTITUTION_DOWN', 'INSTITUTION_ERROR'))).toMatchObject({ remedy: 'wait' });
  });

  it('S6: asks for product validations where the server offers them, and for permissions where it does not', () => {
    const link: IntegrationLink = { item_id: 'item-1', status: 'active', purposes: ['repair', 'restore_permissions'] };
    for (const code of ['ACCESS_NOT_GRANTED', 'NO_AUTH_ACCOUNTS']) {
      expect(diagnoseError(itemError(code))).toMatchObject({ purpose: 'validate_products' });
      expect(diagnoseError(itemError(code), link)).toMatchObject({ purpose: 'restore_permissions' });
    }
  });

  it('knows of a connection that a colleague owns', () => {
    const link: IntegrationLink = { item_id: 'item-1', status: 'active', owner: 'other' };
    const diagnosis = diagnoseError(itemError('ITEM_LOGIN_REQUIRED'), link);
    expect(diagnosis.remedy).toBe('ask_owner');
    expect(diagnosis).not.toHaveProperty('purpose');
  });
});

describe('diagnose', () => {
  it.each<[IntegrationLinkStatus, string, string]>([
    ['pending', 'info', 'wait'],
    ['syncing', 'info', 'wait'],
    ['active', 'ok', 'none'],
    ['sync_disabled', 'ok', 'none'],
    ['deleted_in_plaid', 'critical', 'new_link'],
    ['unknown', 'ok', 'none'],
  ])('S30: decides %s by the status alone, whatever old message Heron keeps', (status, severity, remedy) => {
    expect(diagnosisOf({ status })).toMatchObject({ code: status, severity, remedy });
    expect(diagnosisOf({ status, status_message: STALE })).toEqual(diagnosisOf({ status }));
  });

  it.each(LOGIN_ERROR_CODES)('S30: reads %s in the brackets of Heron’s message as Plaid’s own', (code) => {
    const byHeron = diagnosisOf({ status: 'erroring', status_message: `[${code}] words` });
    expect(byHeron).toEqual(diagnosisOf({ error: itemError(code) }));
    expect(byHeron).toMatchObject({ code, severity: 'critical', remedy: 'update_mode', purpose: 'repair' });
  });

  it.each(['toString', '__proto__', 'constructor', 'CONSTRUCTOR'])(
    'takes Plaid’s code %s for an unknown one',
    (code) => {
      expect(diagnosisOf({ error: itemError(code, code) })).toMatchObject({ code, cause: 'unknown' });
    },
  );

  it.each([null, undefined, '', 'something went wrong', '[not a code]'])(
    'lets the user try where Heron errs with the message %j',
    (status_message) => {
      const diagnosis = { code: 'unknown', severity: 'warning', remedy: 'update_mode', purpose: 'repair' };
      expect(diagnosisOf({ status: 'erroring', status_message })).toMatchObject(diagnosis);
    },
  );

  it('lets Plaid’s own word outrank Heron’s message and the grace time', () => {
    const link: Partial<IntegrationLink> = {
      status: 'erroring',
      status_message: STALE,
      error: itemError('INSTITUTION_DOWN'),
      repaired_at: isoAt(-1000),
    };
    expect(diagnosisOf(link)).toMatchObject({ code: 'INSTITUTION_DOWN', remedy: 'wait' });
  });

  it.each<IntegrationLinkStatus>(['deleted_in_plaid', 'sync_disabled'])(
    'lets %s outrank Plaid’s word: its user can do nothing about that',
    (status) => {
      expect(diagnosisOf({ status, error: itemError('ITEM_LOGIN_REQUIRED') })).toMatchObject({ code: status });
    },
  );

  it('takes an old error for syncing while the repair is young', () => {
    const syncing = { code: 'syncing', cause: 'syncing', severity: 'info', remedy: 'wait' };
    const erroring: Partial<IntegrationLink> = { status: 'erroring', status_message: STALE };
    expect(diagnosisOf({ ...erroring, repaired_at: isoAt(0) })).toEqual(syncing);
    expect(diagnosisOf({ ...erroring, repaired_at: isoAt(1 - GRACE_MS) })).toEqual(syncing);
    expect(diagnosisOf({ ...erroring, repaired_at: isoAt(-GRACE_MS) })).toMatchObject({ code: 'ITEM_LOGIN_REQUIRED' });
    expect(diagnosisOf({ ...erroring, repaired_at: null })).toMatchObject({ code: 'ITEM_LOGIN_REQUIRED' });
  });

  it('ends the grace time as soon as Heron has synced since the repair', () => {
    const brokenAgain: Partial<IntegrationLink> = {
      status: 'erroring',
      status_message: STALE,
      repaired_at: isoAt(-120_000),
    };
    expect(diagnosisOf({ ...brokenAgain, last_successful_sync: isoAt(-180_000) })).toMatchObject({ code: 'syncing' });
    expect(diagnosisOf({ ...brokenAgain, last_successful_sync: isoAt(-60_000) })).toMatchObject({
      remedy: 'update_mode',
    });
  });

  it('bears a clock that is a little slow, and hides no error behind one that is hours slow', () => {
    const erroring: Partial<IntegrationLink> = { status: 'erroring', status_message: STALE };
    expect(diagnosisOf({ ...erroring, repaired_at: isoAt(30_000) })).toMatchObject({ code: 'syncing' });
    expect(diagnosisOf({ ...erroring, repaired_at: isoAt(3 * 3_600_000) })).toMatchObject({ remedy: 'update_mode' });
  });

  it('S2: warns of a connection that is about to end, and says when', () => {
    expect(diagnosisOf({ pending_disconnect: DISCONNECT })).toEqual({
      code: 'PENDING_DISCONNECT',
      cause: 'disconnect_migration',
      severity: 'warning',
      remedy: 'update_mode',
      purpose: 'repair',
      deadline: DISCONNECT.disconnect_time,
    });
    expect(diagnosisOf({ status: 'unknown', pending_disconnect: DISCONNECT })).toMatchObject({
      code: 'PENDING_DISCONNECT',
    });
  });

  it.each<[Partial<IntegrationLink>, string]>([
    [{ status: 'erroring', status_message: STALE }, 'ITEM_LOGIN_REQUIRED'],
    [{ status: 'syncing' }, 'syncing'],
    [{ status: 'sync_disabled' }, 'sync_disabled'],
    [{ error: itemError('ITEM_LOCKED') }, 'ITEM_LOCKED'],
  ])('speaks of %j before the end of a connection', (link, code) => {
    const diagnosis = diagnosisOf({ ...link, pending_disconnect: DISCONNECT });
    expect(diagnosis.code).toBe(code);
    expect(diagnosis).not.toHaveProperty('deadline');
  });

  it('S11: tries update mode first where the webhook has said that the permission was revoked', () => {
    const access_error = { code: 'USER_PERMISSION_REVOKED' };
    const revoked = { error: itemError('USER_PERMISSION_REVOKED') };
    expect(diagnosisOf({ ...revoked, access_error })).toMatchObject({
      remedy: 'update_mode',
      purpose: 'restore_permissions',
    });
    expect(diagnosisOf(revoked)).toMatchObject({ remedy: 'new_link' });
  });

  it.each<[string, Partial<IntegrationLink>]>([
    ['access that was taken back', { access_error: { code: 'USER_PERMISSION_REVOKED' } }],
    ['new accounts', { new_accounts_available: true }],
    ['a consent that ends', { consent_expiration_time: isoAt(DAY_MS) }],
  ])('lets no %s hide a login error', (_what, earlier) => {
    for (const broken of [
      { error: itemError('ITEM_LOGIN_REQUIRED') },
      { status: 'erroring' as const, status_message: STALE },
    ]) {
      expect(diagnosisOf({ ...earlier, ...broken })).toEqual(diagnosisOf(broken));
    }
    expect(diagnosisOf({ ...earlier, status: 'sync_disabled' })).toMatchObject({ remedy: 'none' });
    expect(diagnosisOf(earlier).cause).not.toBe('healthy');
  });

  it('speaks of what is most serious in a working connection, and first of what ends it', () => {
    const all: Partial<IntegrationLink> = {
      pending_disconnect: DISCONNECT,
      consent_expiration_time: isoAt(6 * DAY_MS),
      access_error: { code: 'ACCESS_NOT_GRANTED' },
      new_accounts_available: true,
    };
    expect(diagnosisOf(all)).toMatchObject({ code: 'PENDING_DISCONNECT' });
    const { pending_disconnect: _disconnect, ...connected } = all;
    expect(diagnosisOf(connected)).toMatchObject({ code: 'PENDING_EXPIRATION' });
    const early = { ...connected, consent_expiration_time: isoAt(20 * DAY_MS) };
    expect(diagnosisOf(early)).toMatchObject({ code: 'ACCESS_NOT_GRANTED' });
    const { access_error: _access, ...granted } = early;
    expect(diagnosisOf(granted)).toMatchObject({ code: 'PENDING_EXPIRATION', severity: 'info' });
    const { consent_expiration_time: _consent, ...unlimited } = granted;
    expect(diagnosisOf(unlimited)).toMatchObject({ code: 'NEW_ACCOUNTS_AVAILABLE' });
  });

  it.each([
    [30 * DAY_MS, 'ok'],
    [30 * DAY_MS - 1, 'info'],
    [7 * DAY_MS + 1, 'info'],
    [7 * DAY_MS, 'warning'],
    [1, 'warning'],
    [0, 'warning'],
    [-400 * DAY_MS, 'warning'],
  ])('S10: weighs a consent that ends in %i ms as %s', (left, severity) => {
    expect(diagnosisOf({ consent_expiration_time: isoAt(left) })).toMatchObject({ severity });
  });

  it('S10: says that a consent has ended from the moment on in which it has', () => {
    expect(diagnosisOf({ consent_expiration_time: isoAt(1) })).toMatchObject({ cause: 'consent_ends' });
    expect(diagnosisOf({ consent_expiration_time: isoAt(0) })).toMatchObject({ cause: 'consent_ended' });
    const pending_disconnect = { reason: 'INSTITUTION_TOKEN_EXPIRATION', disconnect_time: isoAt(0) };
    expect(diagnosisOf({ pending_disconnect })).toMatchObject({ cause: 'consent_ended' });
  });

  it('knows nothing of a deadline before it knows the time', () => {
    const link: IntegrationLink = { item_id: 'item-1', status: 'active', consent_expiration_time: isoAt(DAY_MS) };
    expect(diagnose(link, { now: Number.NaN })).toMatchObject({ cause: 'healthy' });
  });

  it('S10: renews by a plain visit where the server offers no renewal', () => {
    const link = { consent_expiration_time: isoAt(DAY_MS), purposes: ['repair'] };
    expect(diagnosisOf(link)).toMatchObject({ remedy: 'update_mode', purpose: 'repair' });
  });

  it.each(['US', 'us', 'CA', undefined, null, ''])(
    'S22: has the accounts selected in update mode in %j',
    (country_code) => {
      expect(diagnosisOf({ new_accounts_available: true, country_code })).toMatchObject({ purpose: 'select_accounts' });
    },
  );

  it.each(['GB', 'ie', 'DE'])('S22: has the bank connected anew for other accounts in %s', (country_code) => {
    const diagnosis = diagnosisOf({ new_accounts_available: true, country_code });
    expect(diagnosis).toMatchObject({ severity: 'info', remedy: 'new_link' });
    expect(diagnosis).not.toHaveProperty('purpose');
  });

  it('asks the owner of a connection for all that a visit would mend, and for nothing that merely could be', () => {
    const owner = 'other';
    expect(diagnosisOf({ owner, status: 'deleted_in_plaid' })).toMatchObject({ remedy: 'ask_owner' });
    expect(diagnosisOf({ owner, pending_disconnect: DISCONNECT })).toMatchObject({ remedy: 'ask_owner' });
    expect(diagnosisOf({ owner, consent_expiration_time: isoAt(20 * DAY_MS) })).toMatchObject({ remedy: 'none' });
    expect(diagnosisOf({ owner, error: itemError('INSTITUTION_DOWN') })).toMatchObject({ remedy: 'wait' });
  });
});
