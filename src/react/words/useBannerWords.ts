'use client';

import type { Diagnosis } from '../../core/diagnosis.js';
import type { MessageKey, PluralMessageKey } from '../../core/messages.js';
import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { bankName } from './bankName.js';
import { createSpeak } from './createSpeak.js';
import { formatDate, formatRelativeDate } from './formatDate.js';
import { formatCount, type MessageValues } from './formatMessage.js';
import { useSettings, type Words } from '../settings.js';

/** Speaks about one link, in the provider's language and time zone. */
export interface BannerWords extends Pick<Words, 'language' | 'direction'> {
  speak(key: MessageKey): string;
  speakCount(key: PluralMessageKey, count: number): string;
  /** What a visit takes, and who sees what. */
  trust: string;
}

export function useBannerWords(link: IntegrationLink | null, { deadline }: Diagnosis, now: number | null): BannerWords {
  const settings = useSettings();
  const { messages, locale, language, direction, timeZone, appName } = settings;
  // The device's time zone is not known on the server: until the page is mounted, both say UTC.
  const zone = timeZone ?? (now === null ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone);
  const dates = { locale, timeZone: zone };
  const values: MessageValues = {
    institution: bankName(link?.institution_name) ?? messages.unnamedInstitution,
    app: appName,
    ...(link?.last_successful_sync && { date: formatDate(link.last_successful_sync, dates) }),
    ...(deadline !== undefined && {
      deadlineDate: formatDate(deadline, dates),
      deadline: now === null ? formatDate(deadline, dates) : formatRelativeDate(deadline, now, dates),
    }),
  };
  const speak = createSpeak(settings, values);
  return {
    speak,
    speakCount: (key, count) => formatCount(messages[key], count, locale, values),
    trust: speak(appName === undefined ? 'trustUnnamedText' : 'trustText'),
    language,
    direction,
  };
}
