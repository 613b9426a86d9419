'use client';

import type { Diagnosis } from '../../core/diagnosis.js';
import type { MessageKey, PluralMessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { bankName } from './bankName.js';
import { capitalise } from './capitalise.js';
import { formatDate, formatRelativeDate } from './formatDate.js';
import { formatCount, formatMessage } from './formatMessage.js';
import { useSettings } from '../settings.js';

/** Speaks about one link, in the provider's language and time zone. */
export interface BannerWords {
  speak(key: MessageKey): string;
  speakCount(key: PluralMessageKey, count: number): string;
}

export function useBannerWords(link: IntegrationLink | null, { deadline }: Diagnosis, now: number | null): BannerWords {
  const { messages, locale, timeZone } = useSettings();
  // The device's time zone is not known on the server: until the page is mounted, both say UTC.
  const zone = timeZone ?? (now === null ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);
  const settings = { locale, timeZone: zone };
  const values: Record<string, string> = {
    institution: bankName(link?.institution_name) ?? messages.unnamedInstitution,
  };
  if (link?.last_successful_sync) values['date'] = formatDate(link.last_successful_sync, settings);
  if (deadline) {
    values['deadlineDate'] = formatDate(deadline, settings);
    values['deadline'] = now === null ? values['deadlineDate'] : formatRelativeDate(deadline, now, settings);
  }
  return {
    speak: (key) => capitalise(formatMessage(messages[key], values), locale),
    speakCount: (key, count) => formatCount(messages[key], count, locale),
  };
}
