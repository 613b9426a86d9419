import type { PluralMessage } from '../../core/messages.js';

/** What is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200F\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Fills `{name}` places. A place without a value stays as it is, so that a gap is seen and not hidden. */
export function formatMessage(message: string, values: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? place : isolate(value, message);
  });
}

/** Where both directions meet, neither may reorder the other. In characters, since these words are also read out and copied. */
function isolate(value: string, message: string): string {
  return RIGHT_TO_LEFT.test(value) || RIGHT_TO_LEFT.test(message) ? `\u2068${value}\u2069` : value;
}

/** Says a number in the plural form that the language has for it. */
export function formatCount(message: PluralMessage, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  return formatMessage(message[form] ?? message.other, { count: new Intl.NumberFormat(locale).format(count) });
}
