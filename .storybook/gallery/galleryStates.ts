import type { IntegrationLink, Remedy, Severity } from '../../src/index.js';
import { VISIT_STATES, type VisitState } from './visitStates.js';

/** When the gallery is read: always then, so that its pictures stay the same. */
export const GALLERY_NOW = Date.parse('2026-11-20T10:00:00Z');

/** One state of a banner, in all of its looks. */
export interface GalleryState {
  /** Of the whole gallery's, this one alone. */
  id: string;
  title: string;
  severity: Severity;
  remedy: Remedy;
  link: Partial<IntegrationLink>;
  visit: VisitState;
  dismissals?: readonly ('dismiss' | 'snooze' | 'shrink' | 'expand')[] | undefined;
}

export interface GalleryGroup {
  title: string;
  states: readonly GalleryState[];
}

const IDLE: VisitState = { name: 'idle', session: { status: 'idle' } };

const erroring = (code: string): Partial<IntegrationLink> => ({
  status: 'erroring',
  status_message: `[${code}] a sentence of Plaid’s`,
});
const WORKS: Partial<IntegrationLink> = { status: 'active', status_message: null };
const NEW_ACCOUNTS: Partial<IntegrationLink> = { ...WORKS, new_accounts_available: true };
const CONSENT_ENDS: Partial<IntegrationLink> = { ...WORKS, consent_expiration_time: '2026-11-26T12:00:00Z' };
const BRITISH: Partial<IntegrationLink> = { country_code: 'GB' };
const OF_A_COLLEAGUE: Partial<IntegrationLink> = { owner: 'other' };

const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="#155e75"/>' +
      '<path d="M8 17 20 9l12 8v2H8zm3 4h4v8h-4zm7 0h4v8h-4zm7 0h4v8h-4zM8 30h24v3H8z" fill="#fff"/></svg>',
  );

const before = (
  severity: Severity,
  remedy: Remedy,
  title: string,
  link: Partial<IntegrationLink>,
  more: Pick<GalleryState, 'dismissals'> = {},
): GalleryState => ({
  id: `${severity}-${remedy}-${title}`.replaceAll(/\W+/g, '-').toLowerCase(),
  title,
  severity,
  remedy,
  link,
  visit: IDLE,
  ...more,
});

const visits = (severity: Severity, link: Partial<IntegrationLink>): readonly GalleryState[] =>
  VISIT_STATES.map((visit) => ({
    id: `${severity}-visit-${visit.name}`.replaceAll(/\W+/g, '-'),
    title: visit.name,
    severity,
    remedy: 'update_mode',
    link,
    visit,
  }));

/** Every severity with every remedy that it comes with, and every status of a visit with every severity that leads to one. */
export const GALLERY: readonly GalleryGroup[] = [
  {
    title: 'Before a visit: how serious, and what helps',
    states: [
      before('critical', 'update_mode', 'Signing in again helps', {
        ...erroring('ITEM_LOGIN_REQUIRED'),
        institution_logo: LOGO,
      }),
      before('critical', 'update_mode', 'The bank’s own steps come first', {
        ...erroring('ITEM_LOCKED'),
        institution_url: 'https://bank.example',
      }),
      before('critical', 'new_link', 'A new connection helps', { status: 'deleted_in_plaid' }),
      before('critical', 'ask_owner', 'A colleague has to', { ...erroring('ITEM_LOGIN_REQUIRED'), ...OF_A_COLLEAGUE }),
      before('critical', 'contact_support', 'Support can tell', erroring('INSTITUTION_NO_LONGER_SUPPORTED')),
      before('warning', 'update_mode', 'It ends in six days', {
        ...WORKS,
        pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: '2026-11-26T12:00:00Z' },
        institution_logo: LOGO,
      }),
      before('warning', 'update_mode', 'It ends, and can wait', CONSENT_ENDS, { dismissals: ['snooze', 'dismiss'] }),
      before('warning', 'new_link', 'Other accounts, in the UK', {
        ...WORKS,
        ...BRITISH,
        access_error: { code: 'ACCOUNTS_REMOVED' },
      }),
      before('warning', 'ask_owner', 'A colleague has to renew', { ...CONSENT_ENDS, ...OF_A_COLLEAGUE }),
      before('warning', 'contact_support', 'Not supported', erroring('ITEM_NOT_SUPPORTED')),
      before('info', 'update_mode', 'New accounts', NEW_ACCOUNTS, { dismissals: ['snooze', 'dismiss'] }),
      before('info', 'new_link', 'New accounts, in the UK', { ...NEW_ACCOUNTS, ...BRITISH }),
      before('info', 'wait', 'The bank is away', erroring('INSTITUTION_DOWN')),
      before('critical', 'update_mode', 'Serious, and can be made small', erroring('INVALID_CREDENTIALS'), {
        dismissals: ['shrink'],
      }),
    ],
  },
  { title: 'A visit, where nothing comes in (critical)', states: visits('critical', erroring('ITEM_LOGIN_REQUIRED')) },
  { title: 'A visit, before a consent ends (warning)', states: visits('warning', CONSENT_ENDS) },
  { title: 'A visit, for more accounts (info)', states: visits('info', NEW_ACCOUNTS) },
];
