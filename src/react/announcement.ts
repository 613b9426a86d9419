import type { ItemEvent } from '../core/client.js';
import type { Messages } from '../core/messages.js';
import { failureNote } from './bannerView.js';
import { formatMessage } from './formatMessage.js';

/** What is read out, and whether it may interrupt: only what went wrong with the user's own action does. */
export interface Announcement {
  text: string;
  isUrgent: boolean;
}

/** What an Item's event is worth saying to somebody who does not see the banner change. */
export function announcementFor(event: ItemEvent, messages: Messages): Announcement | null {
  const say = (isUrgent: boolean, ...keys: (keyof Messages)[]) => {
    const institution = event.link?.institution_name || messages.unnamedInstitution;
    return { isUrgent, text: keys.map((key) => formatMessage(messages[key], { institution })).join('. ') };
  };
  if (event.type === 'connected') return say(false, 'connected');
  const { state } = event;
  switch (state.status) {
    case 'confirming':
      if (state.report === 'undelivered') return say(true, 'undeliveredText');
      return state.report === 'queued' ? say(false, 'queuedText') : say(false, 'confirmingTitle');
    case 'repaired':
      return say(false, 'syncingTitle', 'syncingText');
    case 'failed':
      return say(true, failureNote(state.error));
    case 'exited':
      return state.error ? say(true, 'exitedWithErrorText') : say(false, 'exitedText');
    default:
      return null;
  }
}
