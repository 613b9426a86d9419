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
  return format.format(new Date(isoTime));
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
