import type { Diagnosis } from '../core/diagnosis.js';
import type { UpdateModeError } from '../core/errors.js';
import type { ItemSnapshot } from '../core/item.js';
import type { Messages } from '../core/messages.js';
import type { SessionState } from '../core/session.js';

type MessageKey = keyof Messages;

/** What a banner shows, in keys of `Messages`. */
export interface BannerView {
  severity: Diagnosis['severity'];
  title: MessageKey;
  text: MessageKey | null;
  /** What became of the user's last visit. */
  note: MessageKey | null;
  action: BannerAction | null;
}

export interface BannerAction {
  kind: 'launch' | 'new_link';
  label: MessageKey;
  isBusy: boolean;
}

/** What there is to say about an Item, or nothing. */
export function createBannerView(snapshot: ItemSnapshot, diagnosis: Diagnosis): BannerView | null {
  const { session, recovery } = snapshot;
  if (recovery === 'connected') return statement('ok', 'connected', null);
  if (recovery === 'syncing') return statement('info', 'syncingTitle', 'syncingText');
  if (session.status === 'confirming') return confirmingView(session);
  return isWorthABanner(diagnosis) ? diagnosisView(diagnosis, session) : null;
}

function statement(severity: BannerView['severity'], title: MessageKey, text: MessageKey | null): BannerView {
  return { severity, title, text, note: null, action: null };
}

function confirmingView({ report }: Extract<SessionState, { status: 'confirming' }>): BannerView {
  const text = { sending: 'confirmingText', queued: 'queuedText', undelivered: 'undeliveredText' } as const;
  const isBusy = report === 'sending';
  return {
    severity: isBusy ? 'info' : 'warning',
    title: 'confirmingTitle',
    text: text[report],
    note: null,
    action: { kind: 'launch', label: isBusy ? 'checking' : 'checkAgain', isBusy },
  };
}

/** Data that is merely on its way is no news: the app shows what it has. */
function isWorthABanner({ severity, code }: Diagnosis): boolean {
  return severity !== 'ok' && code !== 'pending' && code !== 'syncing';
}

function diagnosisView(diagnosis: Diagnosis, session: SessionState): BannerView {
  const { severity, remedy } = diagnosis;
  switch (remedy) {
    case 'update_mode':
      return { severity, ...updateModeWords(diagnosis), note: noteOf(session), action: launchAction(session) };
    case 'new_link':
      return {
        ...statement(severity, 'newLinkTitle', 'newLinkText'),
        action: { kind: 'new_link', label: 'connectAgain', isBusy: false },
      };
    case 'contact_support':
      return statement(severity, 'supportTitle', 'supportText');
    case 'ask_owner':
    case 'wait':
    case 'none':
      return statement(severity, 'waitTitle', 'waitText');
  }
}

function updateModeWords({ code, severity }: Diagnosis): Pick<BannerView, 'title' | 'text'> {
  if (code === 'PENDING_DISCONNECT') return { title: 'disconnectTitle', text: 'disconnectText' };
  return severity === 'critical'
    ? { title: 'loginTitle', text: 'loginText' }
    : { title: 'otherTitle', text: 'otherText' };
}

function launchAction({ status }: SessionState): BannerAction {
  const isBusy = status === 'launching' || status === 'open';
  return { kind: 'launch', label: status === 'launching' ? 'opening' : 'reconnect', isBusy };
}

function noteOf(session: SessionState): MessageKey | null {
  switch (session.status) {
    case 'open':
      return 'openText';
    case 'exited':
      return session.error ? 'exitedWithErrorText' : 'exitedText';
    case 'failed':
      return failureNote(session.error);
    default:
      return null;
  }
}

export function failureNote({ code }: UpdateModeError): MessageKey {
  return code === 'still_broken' ? 'stillBrokenText' : 'failedText';
}
