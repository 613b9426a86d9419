import { describe, expect, it } from 'vitest';
import { diagnose, GRACE_MS } from '../../src/core/diagnosis.js';
import type { IntegrationLink, IntegrationLinkStatus } from '../../src/protocol/integrationLink.js';
import { LOGIN_ERROR_CODES } from '../../src/protocol/loginErrors.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const STALE = '[ITEM_LOGIN_REQUIRED] the login details of this item have changed';
const DISCONNECT = { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-27T12:00:00Z' };

function diagnosisOf(link: Partial<IntegrationLink>) {
  return diagnose({ item_id: 'item-1', status: 'active', ...link }, { now: NOW });
}

function isoAt(msFromNow: number): string {
  return new Date(NOW + msFromNow).toISOString();
}

function itemError(error_code: string) {
  return { error_type: 'ITEM_ERROR', error_code };
}

describe('diagnose', () => {
  it.each<[IntegrationLinkStatus, string, string]>([
    ['pending', 'info', 'wait'],
    ['syncing', 'info', 'wait'],
    ['active', 'ok', 'none'],
    ['sync_disabled', 'ok', 'none'],
    ['deleted_in_plaid', 'critical', 'new_link'],
    ['unknown', 'ok', 'none'],
  ])('decides %s by the status alone, whatever old message Heron keeps', (status, severity, remedy) => {
    expect(diagnosisOf({ status })).toEqual({ code: status, severity, remedy });
    expect(diagnosisOf({ status, status_message: STALE })).toEqual({ code: status, severity, remedy });
  });

  it.each([
    ...LOGIN_ERROR_CODES.map((code) => [code, 'critical', 'update_mode']),
    ['ITEM_NOT_FOUND', 'critical', 'new_link'],
    ['INVALID_UPDATED_USERNAME', 'critical', 'new_link'],
    ['ITEM_NOT_SUPPORTED', 'warning', 'contact_support'],
    ['MFA_NOT_SUPPORTED', 'warning', 'contact_support'],
    ['NO_ACCOUNTS', 'warning', 'contact_support'],
    ['INSTITUTION_DOWN', 'info', 'wait'],
    ['INSTITUTION_NOT_RESPONDING', 'info', 'wait'],
    ['INSTITUTION_NOT_AVAILABLE', 'info', 'wait'],
    ['INSTITUTION_NO_LONGER_SUPPORTED', 'critical', 'contact_support'],
    ['INTERNAL_SERVER_ERROR', 'info', 'wait'],
    ['PLANNED_MAINTENANCE', 'info', 'wait'],
    ['RATE_LIMIT_EXCEEDED', 'info', 'wait'],
    ['A_CODE_OF_NEXT_YEAR', 'warning', 'update_mode'],
    ['CONSTRUCTOR', 'warning', 'update_mode'],
  ])('knows %s, from Heron and from Plaid', (code, severity, remedy) => {
    expect(diagnosisOf({ status: 'erroring', status_message: `[${code}] words` })).toEqual({ code, severity, remedy });
    expect(diagnosisOf({ status: 'active', error: itemError(code) })).toEqual({ code, severity, remedy });
  });

  it.each(['toString', '__proto__', 'constructor'])('takes Plaid’s code %s for an unknown one', (code) => {
    expect(diagnosisOf({ error: itemError(code) })).toEqual({ code, severity: 'warning', remedy: 'update_mode' });
  });

  it.each([null, undefined, '', 'something went wrong', '[not a code]'])(
    'lets the user try where Heron errs with the message %j',
    (status_message) => {
      const diagnosis = { code: 'unknown', severity: 'warning', remedy: 'update_mode' };
      expect(diagnosisOf({ status: 'erroring', status_message })).toEqual(diagnosis);
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
    const syncing = { code: 'syncing', severity: 'info', remedy: 'wait' };
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

  it('warns of a connection that is about to end, and says when', () => {
    expect(diagnosisOf({ pending_disconnect: DISCONNECT })).toEqual({
      code: 'PENDING_DISCONNECT',
      severity: 'warning',
      remedy: 'update_mode',
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
});
