import type { Message, MessagePlace, Messages, PluralMessage } from '../../core/messages.js';
import { en } from '../../messages/en.js';
import { formatMessage } from './formatMessage.js';

/** What stands in other words, or decides over them: no place for a function. */
const PLAIN: readonly string[] = ['language', 'unnamedInstitution'] satisfies (keyof Messages)[];

/** An app's words, and English where it has none or none that can be said. */
export function completeMessages(own: Partial<Messages>): Messages {
  return { ...en, ...Object.fromEntries(Object.entries(own).flatMap(readEntry)) };
}

/** Whether there is anything in it that a banner could say; nothing at all is English, as it was asked for. */
export function hasWords(own: object): boolean {
  const keys = Object.keys(own);
  return keys.length === 0 || keys.some(isMessageKey);
}

function readEntry([key, own]: [string, unknown]): [string, Message<MessagePlace> | PluralMessage<MessagePlace>][] {
  if (!isMessageKey(key)) return [];
  const english = en[key];
  if (typeof english === 'string') return isMessage(own, key) ? [[key, guard(own, english)]] : [];
  if (typeof own !== 'object' || own === null) return [];
  const forms = Object.entries(own).flatMap(([form, message]) =>
    isMessage(message) ? [[form, guard(message, english.other)] as const] : [],
  );
  return [[key, { other: english.other, ...Object.fromEntries(forms) }]];
}

function isMessageKey(key: string): key is keyof Messages {
  return Object.hasOwn(en, key);
}

function isMessage(value: unknown, key = ''): value is Message<MessagePlace> {
  return typeof value === 'string' || (typeof value === 'function' && !PLAIN.includes(key));
}

/** A function of the app's that throws, or says nothing, harms nothing: what it stands for is said. */
function guard(message: Message<MessagePlace>, english: string): Message<MessagePlace> {
  if (typeof message === 'string') return message;
  return (values) => {
    try {
      const text: unknown = message(values);
      if (typeof text === 'string') return text;
    } catch {
      // Said below.
    }
    return formatMessage(english, values);
  };
}
