import { diagnose, type IntegrationLink, type SessionStatus } from 'react-plaid-update-mode';

/** What a connection's own row says about it, in three words. */
export interface ConnectionState {
  tone: 'good' | 'busy' | 'soon' | 'broken' | 'unknown';
  label: string;
  canReconnect: boolean;
}

export function describeConnection(link: IntegrationLink, session: SessionStatus, now: number): ConnectionState {
  if (session === 'confirming') return { tone: 'busy', label: 'Checking', canReconnect: false };
  const { severity, remedy, deadline } = diagnose(link, { now });
  const canReconnect = remedy === 'update_mode';
  if (severity === 'ok') return { tone: 'good', label: 'Up to date', canReconnect };
  if (severity === 'info') return { tone: 'busy', label: 'Updating', canReconnect };
  if (deadline) return { tone: 'soon', label: `Ends ${formatDay(deadline)}`, canReconnect };
  return { tone: 'broken', label: canReconnect ? 'Sign-in needed' : 'Not updating', canReconnect };
}

function formatDay(time: string): string {
  return new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short' }).format(Date.parse(time));
}
