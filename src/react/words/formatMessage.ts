import type { Message, MessagePlace, PluralMessage } from '../../core/messages.js';
import { capitalise } from './capitalise.js';

/** What is known of the places; a place without a value stays as it is, so that a gap is seen and not hidden. */
export type MessageValues = { readonly [Place in MessagePlace]?: string | undefined };

/** What is written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200F\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Says a sentence with what its places stand for. */
export function formatMessage(message: Message<MessagePlace>, values: MessageValues): string {
  if (typeof message === 'function') return message(fillPlaces(values));
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = isPlace(name) ? values[name] : undefined;
    return value === undefined ? place : isolate(value, message);
  });
}

/** Where both directions meet, neither may reorder the other. In characters, since these words are also read out and copied. */
function isolate(value: string, message: string): string {
  return RIGHT_TO_LEFT.test(value) || RIGHT_TO_LEFT.test(message) ? `\u2068${value}\u2069` : value;
}

/** Says a sentence with a number, in the plural form that the language has for it. */
export function formatCount(
  message: PluralMessage<MessagePlace>,
  count: number,
  locale: string,
  values: MessageValues = {},
): string {
  const form = new Intl.PluralRules(locale).select(count);
  const sentence = formatMessage(message[form] ?? message.other, { ...values, count: formatNumber(count, locale) });
  return capitalise(sentence, locale);
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

const PLACES: Readonly<Record<MessagePlace, string>> = {
  app: '{app}',
  count: '{count}',
  date: '{date}',
  deadline: '{deadline}',
  deadlineDate: '{deadlineDate}',
  done: '{done}',
  institution: '{institution}',
  institutions: '{institutions}',
  repaired: '{repaired}',
  total: '{total}',
  when: '{when}',
};

function isPlace(name: string): name is MessagePlace {
  return Object.hasOwn(PLACES, name);
}

function fillPlaces(values: MessageValues): Record<MessagePlace, string> {
  const filled: Record<MessagePlace, string> = { ...PLACES };
  for (const [name, value] of Object.entries(values)) if (isPlace(name) && value !== undefined) filled[name] = value;
  return filled;
}
