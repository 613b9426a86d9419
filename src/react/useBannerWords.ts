'use client';

import type { Diagnosis } from '../core/diagnosis.js';
import type { Messages } from '../core/messages.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { formatDate, formatRelativeDate } from './formatDate.js';
import { formatMessage } from './formatMessage.js';
import { useSettings } from './settings.js';

/** Speaks a message about one link, in the provider's language and time zone. */
export function useBannerWords(
  link: IntegrationLink | null,
  { deadline }: Diagnosis,
  now: number | null,
): (key: keyof Messages) => string {
  const { messages, locale, timeZone } = useSettings();
  // The device's time zone is not known on the server: until the page is mounted, both say UTC.
  const zone = timeZone ?? (now === null ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);
  const settings = { locale, timeZone: zone };
  const values: Record<string, string> = { institution: link?.institution_name || messages.unnamedInstitution };
  if (link?.last_successful_sync) values['date'] = formatDate(link.last_successful_sync, settings);
  if (deadline) {
    values['deadlineDate'] = formatDate(deadline, settings);
    values['deadline'] = now === null ? values['deadlineDate'] : formatRelativeDate(deadline, now, settings);
  }
  return (key) => capitalise(formatMessage(messages[key], values), locale);
}

/** A sentence may begin with the words for an unnamed bank. */
function capitalise(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
