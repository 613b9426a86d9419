import type { ClientEvent, SessionChange } from '../../core/clientEvent.js';
import type { MessageKey } from '../../core/messages.js';
import { IDLE, isVisiting, type SessionState } from '../../core/session.js';
import type { RepairAllProgress } from '../../core/userProgress.js';
import { createRequestKey } from '../../protocol/linkToken.js';
import { DEFAULT_PURPOSE, type Purpose } from '../../protocol/purpose.js';
import { listAccountsChanges } from './accountsChange.js';
import { bankName } from './bankName.js';
import { createSpeak } from './createSpeak.js';
import { formatCount, formatNumber } from './formatMessage.js';
import { joinSentences } from './joinSentences.js';
import { dismissalNews } from './dismissalWords.js';
import { reportNote, reportWords, type ConfirmingState, type ReportConditions } from './reportWords.js';
import type { Settings } from '../settings.js';
import { visitNote } from './visitNote.js';
import { outcomeWords, visitWords } from './visitWords.js';

/** What is read out, and whether it may interrupt: only what went wrong with the user's own action does. */
export interface Announcement {
  text: string;
  isUrgent: boolean;
  /** The rest of `text`, for whoever has just heard how it begins. */
  sequel?: { to: string; text: string } | undefined;
}

/** `hush` empties the live regions: words that stand there already can't be said again. */
export type Spoken = Announcement | 'hush' | null;

type Voice = Pick<Settings, 'messages' | 'locale' | 'timeZone'>;
type Ended = { session: SessionState; purpose: Purpose };

const NO_VISIT: Ended = { session: IDLE, purpose: DEFAULT_PURPOSE };

/** What a person knows of a report already: why it waits. Until this page has sent it, an earlier one has told them. */
interface ToldReport {
  said: Set<MessageKey>;
  isFound: boolean;
  /** The user has just had it sent, and waits for an answer. */
  isAsked: boolean;
}

/** What else decides the words. */
export interface AnnouncementContext {
  getConditions(): ReportConditions;
  /** How far the user is with all of their Items. */
  getProgress(): RepairAllProgress | null;
}

/** The user has asked once more what has become of a report. */
export type AskedEvent = Omit<SessionChange, 'type' | 'launcher'> & { type: 'asked' };

/**
 * What an Item's event is worth saying to somebody who does not see the banner change. Remembers what has been
 * said of a report: each attempt would be news to a store, and is none to a person. And which visit an Item's
 * data came back by, since that decides the words.
 */
export function createAnnouncements({
  getConditions,
  getProgress,
}: AnnouncementContext): (event: ClientEvent | AskedEvent, voice: Voice) => Spoken {
  /** Whose end of a visit would be news. */
  const visited = new Set<string>();
  const reports = new Map<string, ToldReport>();
  const ended = new Map<string | null, Ended>();

  return (event, voice) => {
    if (event.type === 'dismissed') {
      const text = dismissalNews(event, voice);
      return text === null ? null : { isUrgent: false, text };
    }
    const say = createSay(event, voice);
    if (event.type === 'connected') {
      const visit = ended.get(event.itemId) ?? NO_VISIT;
      ended.delete(event.itemId);
      return say(visit.session, false, outcomeWords(visit.session, visit.purpose).connected);
    }
    const { state, purpose, itemId } = event;
    const key = createRequestKey(event);
    if (event.type === 'asked') {
      if (state.status !== 'confirming') return null;
      if (state.report !== 'sending') return ofWaiting(state, purpose, say);
      (reports.get(key) ?? remember(key, purpose, false)).isAsked = true;
      return null;
    }
    if (isVisiting(state)) visited.add(key);
    else if (state.status !== 'confirming') visited.delete(key);
    if (state.status !== 'confirming') reports.delete(key);
    if (state.status !== 'repaired') ended.delete(itemId);
    switch (state.status) {
      case 'launching':
        return 'hush';
      case 'confirming':
        return ofReport(state, event, say);
      case 'repaired':
        ended.set(itemId, { session: state, purpose });
        if ('user' in event.target) return (state.isVerified && ofProgress(voice)) || say(state, false, 'doneTitle');
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

  function remember(key: string, purpose: Purpose, isWaiting: boolean): ToldReport {
    const { queued, offline } = visitWords(purpose).report;
    const isNew = visited.has(key);
    // That it waits is no news to whoever reloads a page.
    const told = { said: new Set(isNew ? [] : [queued, offline]), isFound: !isNew && isWaiting, isAsked: false };
    reports.set(key, told);
    return told;
  }

  function ofReport(state: ConfirmingState, { purpose, ...event }: SessionChange, say: Say): Spoken {
    const key = createRequestKey({ ...event, purpose });
    const known = reports.get(key);
    if (!known) {
      remember(key, purpose, state.report !== 'sending');
      return visited.has(key) ? say(state, false, visitWords(purpose).confirming) : null;
    }
    if (state.report === 'sending') {
      const { isFound } = known;
      known.isFound = false;
      return isFound ? null : 'hush';
    }
    const { isAsked } = known;
    known.isAsked = false;
    const text = reportWords(state, purpose, getConditions().isOnline);
    if (!isAsked && (known.isFound || (state.report === 'queued' && known.said.has(text)))) return null;
    known.said.add(text);
    return ofWaiting(state, purpose, say);
  }

  function ofWaiting(state: ConfirmingState, purpose: Purpose, say: Say): Announcement {
    const conditions = getConditions();
    const text = reportWords(state, purpose, conditions.isOnline);
    return say(state, state.report === 'undelivered', text, reportNote(state, conditions));
  }

  function ofProgress(voice: Voice): Announcement | null {
    const progress = getProgress();
    if (!progress || progress.total === 0) return null;
    const { repaired, total } = progress;
    const values = { repaired: formatNumber(repaired, voice.locale), total: formatNumber(total, voice.locale) };
    return { isUrgent: false, text: createSpeak(voice, values)(repaired === total ? 'allDone' : 'allProgress') };
  }
}

type Say = ReturnType<typeof createSay>;

function createSay({ link }: Pick<SessionChange, 'link'>, voice: Voice) {
  const { messages, locale } = voice;
  const speak = createSpeak(voice, { institution: bankName(link?.institution_name) ?? messages.unnamedInstitution });
  return (session: SessionState, isUrgent: boolean, title: MessageKey, text?: MessageKey | null): Announcement => {
    const accounts = session.status === 'repaired' || session.status === 'failed' ? session.accounts : null;
    const changes = listAccountsChanges(accounts).map(([key, count]) => formatCount(messages[key], count, locale));
    const [to, ...rest] = [speak(title), ...(text ? [speak(text)] : []), ...changes];
    const sequel = rest.length > 0 ? { to, text: joinSentences(rest) } : undefined;
    return { isUrgent, text: joinSentences([to, ...rest]), sequel };
  };
}
