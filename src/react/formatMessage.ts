import type { PluralMessage } from '../core/messages.js';

/** Fills `{name}` places. A place without a value stays as it is, so that a gap is seen and not hidden. */
export function formatMessage(message: string, values: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}

/** Says a number in the plural form that the language has for it. */
export function formatCount(message: PluralMessage, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  return formatMessage(message[form] ?? message.other, { count: new Intl.NumberFormat(locale).format(count) });
}
