import type { DismissalEvent } from '../../core/dismissals.js';
import type { Settings } from '../settings.js';
import { formatRelativeDate } from './formatDate.js';
import { formatMessage } from './formatMessage.js';

/** What is worth saying of a banner that was put away; of one that got smaller, its button says it. */
export function dismissalNews(
  { kind, until }: DismissalEvent,
  { messages, locale, timeZone }: Pick<Settings, 'messages' | 'locale' | 'timeZone'>,
): string | null {
  if (kind === 'snoozed' && until !== null) {
    const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const when = formatRelativeDate(new Date(until).toISOString(), Date.now(), { locale, timeZone: zone });
    return formatMessage(messages.snoozedText, { when });
  }
  return kind === 'dismissed' ? messages.dismissedText : null;
}
