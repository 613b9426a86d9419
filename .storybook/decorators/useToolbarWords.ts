import { useMemo } from 'react';
import type { BannerWay, RepairBanner } from '../../src/index.js';
import { en } from '../../src/messages/en.js';
import { useSettings } from '../../src/react/settings.js';
import { capitalise } from '../../src/react/words/capitalise.js';
import { formatDate } from '../../src/react/words/formatDate.js';
import { formatMessage, type MessageValues } from '../../src/react/words/formatMessage.js';
import { BANK } from './sampleBanners.js';

function valuesIn(locale: string): MessageValues {
  // The samples write dates as Britain does.
  const dates = { locale: locale === 'en' ? 'en-GB' : locale, timeZone: 'UTC' };
  return {
    institution: BANK.name,
    app: 'Harbour',
    date: formatDate('2026-11-18', dates),
    deadlineDate: formatDate('2026-11-27', dates),
    deadline: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(6, 'day'),
  };
}

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

/** Which message an English sentence of a sample is. */
const KEYS = new Map(
  Object.entries(en).flatMap(([key, message]) =>
    typeof message === 'string' ? [[plain(formatMessage(message, valuesIn('en'))), key] as const] : [],
  ),
);
// The second text of the sample with all parts is nobody's; another of its length speaks for it.
KEYS.set('To stop sharing an account, use the bank’s own site.', 'accountRevokedText');

/** A sample in the language of the toolbar. */
export function useToolbarWords(sample: RepairBanner): RepairBanner {
  const { messages, locale } = useSettings();
  return useMemo(() => {
    if (locale === 'en' || sample.language !== undefined) return sample;
    const words = new Map<string, unknown>(Object.entries(messages));
    const values = valuesIn(locale);
    const say = (text: string) => {
      // What tells two alike apart stands behind in brackets.
      const [, sentence = text, rest = ''] = /^(.*?)( \([^)]*\))?$/.exec(text) ?? [];
      const message = words.get(KEYS.get(sentence) ?? '');
      return typeof message === 'string' ? capitalise(formatMessage(message, values), locale) + rest : text;
    };
    const sayWay = (way: BannerWay): BannerWay => ({ ...way, label: say(way.label) });
    return {
      ...sample,
      severityLabel: say(sample.severityLabel),
      title: say(sample.title),
      texts: sample.texts.map(say),
      notes: sample.notes.map(say),
      meta: sample.meta.map(say),
      action: sample.action && sayWay(sample.action),
      ways: sample.ways.map(sayWay),
      dismissals: sample.dismissals.map((dismissal) => ({ ...dismissal, label: say(dismissal.label) })),
      support: sample.support && {
        ...sample.support,
        label: say(sample.support.label),
        copyLabel: say(sample.support.copyLabel),
        entries: sample.support.entries.map((entry) => ({ ...entry, label: say(entry.label) })),
      },
    };
  }, [sample, messages, locale]);
}
