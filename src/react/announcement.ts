import type { ClientEvent } from '../core/client.js';
import { createRequestKey } from '../protocol/linkToken.js';
import type { Messages } from '../core/messages.js';
import type { ReportState } from '../core/session.js';
import { failureNote } from './bannerView.js';
import { formatMessage } from './formatMessage.js';

/** What is read out, and whether it may interrupt: only what went wrong with the user's own action does. */
export interface Announcement {
  text: string;
  isUrgent: boolean;
}

/** `hush` empties the live regions: words that stand there already can't be said again. */
export type Spoken = Announcement | 'hush' | null;

/**
 * What an Item's event is worth saying to somebody who does not see the banner change. Remembers whose report
 * is being tried again: each attempt would be news to a store, and is none to a person.
 */
export function createAnnouncements(): (event: ClientEvent, messages: Messages) => Spoken {
  const retrying = new Set<string>();

  return (event, messages) => {
    const say: Say = (isUrgent, ...keys) => {
      const institution = event.link?.institution_name || messages.unnamedInstitution;
      return { isUrgent, text: keys.map((key) => formatMessage(messages[key], { institution })).join('. ') };
    };
    if (event.type === 'connected') return say(false, 'connected');
    const { state } = event;
    const key = createRequestKey(event);
    if (state.status !== 'confirming') retrying.delete(key);
    switch (state.status) {
      case 'launching':
        return 'hush';
      case 'confirming':
        return ofReport(key, state.report, say);
      case 'repaired':
        return say(false, 'syncingTitle', 'syncingText');
      case 'failed':
        return say(true, failureNote(state.error));
      case 'exited':
        return state.error ? say(true, 'exitedWithErrorText') : say(false, 'exitedText');
      case 'idle':
      case 'open':
        return null;
    }
  };

  function ofReport(key: string, report: ReportState, say: Say): Spoken {
    const isRetry = retrying.has(key);
    if (report === 'sending') return isRetry ? 'hush' : say(false, 'confirmingTitle');
    retrying.add(key);
    if (report === 'undelivered') return say(true, 'undeliveredText');
    return isRetry ? null : say(false, 'queuedText');
  }
}

type Say = (isUrgent: boolean, ...keys: (keyof Messages)[]) => Announcement;
