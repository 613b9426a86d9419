import { diagnose, type Diagnosis, type IntegrationLink, type SessionStatus } from 'react-plaid-update-mode';

/** What a connection's own row says about it, in three words. */
export interface ConnectionState {
  tone: 'good' | 'busy' | 'soon' | 'broken' | 'unknown';
  label: string;
  /** What its button says, where a visit to the bank helps. */
  action: string | null;
}

const DAY_MS = 86_400_000;
/** From when on the row says when a permission ends that works for now. */
const NOTICE_MS = 60 * DAY_MS;

export function describeConnection(link: IntegrationLink, session: SessionStatus, now: number): ConnectionState {
  if (session === 'confirming') return { tone: 'busy', label: 'Checking', action: null };
  const diagnosis = diagnose(link, { now });
  const { severity, remedy, deadline, cause } = diagnosis;
  const action = remedy === 'update_mode' ? nameAction(diagnosis) : null;
  if (severity === 'ok') return { tone: 'good', label: describeHealthy(link, now), action };
  if (deadline) return { tone: 'soon', label: `Ends ${formatDay(deadline)}`, action };
  if (cause === 'syncing') return { tone: 'busy', label: 'Updating', action };
  if (severity === 'info') return { tone: remedy === 'wait' ? 'soon' : 'good', label: describeNews(diagnosis), action };
  return { tone: 'broken', label: action === 'Reconnect' ? 'Sign-in needed' : 'Needs attention', action };
}

function nameAction({ purpose }: Diagnosis): string {
  switch (purpose) {
    case 'renew_consent':
      return 'Renew';
    case 'select_accounts':
      return 'Choose accounts';
    case 'repair':
      return 'Reconnect';
    default:
      return 'Review access';
  }
}

function describeHealthy({ consent_expiration_time: end }: IntegrationLink, now: number): string {
  return end && Date.parse(end) - now < NOTICE_MS ? `Up to date until ${formatDay(end)}` : 'Up to date';
}

function describeNews({ remedy, purpose }: Diagnosis): string {
  if (remedy === 'wait') return 'Waiting for the bank';
  return purpose === 'select_accounts' ? 'New accounts' : 'Sharing less';
}

function formatDay(time: string): string {
  return new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short' }).format(Date.parse(time));
}
