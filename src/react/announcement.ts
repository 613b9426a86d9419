import type { ClientEvent, SessionChange } from '../core/client.js';
import type { MessageKey } from '../core/messages.js';
import { IDLE, type ReportState, type SessionState } from '../core/session.js';
import { createRequestKey } from '../protocol/linkToken.js';
import { DEFAULT_PURPOSE, type Purpose } from '../protocol/purpose.js';
import { listAccountsChanges } from './accountsChange.js';
import { bankName } from './bankName.js';
import { capitalise } from './capitalise.js';
import { formatCount, formatMessage } from './formatMessage.js';
import type { Settings } from './settings.js';
import { visitNote } from './visitNote.js';
import { outcomeWords, visitWords } from './visitWords.js';

/** What is read out, and whether it may interrupt: only what went wrong with the user's own action does. */
export interface Announcement {
  text: string;
  isUrgent: boolean;
}

/** `hush` empties the live regions: words that stand there already can't be said again. */
export type Spoken = Announcement | 'hush' | null;

type Voice = Pick<Settings, 'messages' | 'locale'>;
type Ended = { session: SessionState; purpose: Purpose };

const NO_VISIT: Ended = { session: IDLE, purpose: DEFAULT_PURPOSE };

/**
 * What an Item's event is worth saying to somebody who does not see the banner change. Remembers whose report
 * is being tried again: each attempt would be news to a store, and is none to a person. And which visit an Item's
 * data came back by, since that decides the words.
 */
export function createAnnouncements(): (event: ClientEvent, voice: Voice) => Spoken {
  const retrying = new Set<string>();
  const ended = new Map<string | null, Ended>();

  return (event, voice) => {
    const say = createSay(event, voice);
    if (event.type === 'connected') {
      const visit = ended.get(event.itemId) ?? NO_VISIT;
      ended.delete(event.itemId);
      return say(visit.session, false, outcomeWords(visit.session, visit.purpose).connected);
    }
    const { state, purpose, itemId } = event;
    const key = createRequestKey(event);
    if (state.status !== 'confirming') retrying.delete(key);
    if (state.status !== 'repaired') ended.delete(itemId);
    switch (state.status) {
      case 'launching':
        return 'hush';
      case 'confirming':
        return ofReport(event, key, state.report, (words) => say(state, state.report === 'undelivered', words));
      case 'repaired':
        ended.set(itemId, { session: state, purpose });
        return say(state, false, outcomeWords(state, purpose).done, 'syncingText');
      case 'failed':
      case 'exited': {
        const note = visitNote({ session: state, purpose, link: event.link });
        return note && say(state, state.status === 'failed' || state.error !== null, note);
      }
      case 'idle':
      case 'open':
        return null;
    }
  };

  function ofReport(
    { purpose }: SessionChange,
    key: string,
    report: ReportState,
    say: (words: MessageKey) => Announcement,
  ): Spoken {
    const words = visitWords(purpose);
    const isRetry = retrying.has(key);
    if (report === 'sending') return isRetry ? 'hush' : say(words.confirming);
    retrying.add(key);
    return isRetry && report === 'queued' ? null : say(words.report[report]);
  }
}

function createSay({ link }: ClientEvent, { messages, locale }: Voice) {
  const values = { institution: bankName(link?.institution_name) ?? messages.unnamedInstitution };
  return (session: SessionState, isUrgent: boolean, title: MessageKey, text?: MessageKey): Announcement => {
    const accounts = session.status === 'repaired' || session.status === 'failed' ? session.accounts : null;
    const rest = [
      ...(text ? [formatMessage(messages[text], values)] : []),
      ...listAccountsChanges(accounts).map(([key, count]) => formatCount(messages[key], count, locale)),
    ];
    // A title ends without a full stop.
    return {
      isUrgent,
      text: [capitalise(formatMessage(messages[title], values), locale), rest.join(' ')].filter(Boolean).join('. '),
    };
  };
}
