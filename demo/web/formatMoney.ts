const LOCALE = 'en-US';

function formatParts(amount: number, currency: string): Intl.NumberFormatPart[] {
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).formatToParts(amount);
  return parts.map((part) => (part.type === 'minusSign' ? { ...part, value: '−' } : part));
}

function join(parts: Intl.NumberFormatPart[]): string {
  return parts.map((part) => part.value).join('');
}

/** An amount in its currency, owed money with a minus. */
export function formatMoney(amount: number, currency: string): string {
  return join(formatParts(amount, currency));
}

/** The same in two parts, so that the cents can be set smaller. */
export function splitMoney(amount: number, currency: string): { whole: string; fraction: string } {
  const parts = formatParts(amount, currency);
  const cut = parts.findIndex((part) => part.type === 'decimal');
  return cut < 0
    ? { whole: join(parts), fraction: '' }
    : { whole: join(parts.slice(0, cut)), fraction: join(parts.slice(cut)) };
}
