const DAY_MS = 86_400_000;

export interface DateSettings {
  locale: string;
  timeZone: string;
}

/** Formatters are slow to make and the same for every banner of a page. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** "27 November 2026", in the reader's language and time zone. */
export function formatDate(isoTime: string, { locale, timeZone }: DateSettings): string {
  const key = `${locale} ${timeZone}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  dateFormats.set(key, format);
  return holdTogether(format.format(new Date(isoTime)));
}

/** A narrow banner has no room for a line of a whole date: it may end at the year, not between a day and its month. */
function holdTogether(date: string): string {
  return date
    .replaceAll(/(\p{Nd}\.?) (\p{L})/gu, '$1\u00A0$2')
    .replaceAll(/ (\p{Nd}{1,2})(?!\p{Nd}|\.?\u00A0\p{L}{3})/gu, '\u00A0$1');
}

/** "in 6 days", "yesterday": whole days by the reader's calendar. */
export function formatRelativeDate(isoTime: string, now: number, settings: DateSettings): string {
  const days = dayNumber(Date.parse(isoTime), settings.timeZone) - dayNumber(now, settings.timeZone);
  return new Intl.RelativeTimeFormat(settings.locale, { numeric: 'auto' }).format(days, 'day');
}

function dayNumber(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(parts.format(time)) / DAY_MS;
}
