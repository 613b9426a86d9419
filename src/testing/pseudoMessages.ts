import type { Catalog } from '../core/messages.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = Array.from('áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ');

/** As much longer as German or French may be. */
const GROWTH = 0.4;
const FILLER = ' ẽẋţŕá';

/**
 * Words that nobody speaks, to see an app without waiting for a translator: accented, longer by two fifths and in brackets.
 * What stays plain English was not taken from the messages; a missing bracket is a text that was cut off.
 *
 * @example <UpdateModeProvider messages={createPseudoMessages(en)}>
 */
export function createPseudoMessages(english: Catalog): Catalog {
  const text = JSON.stringify(english, (_key, value: unknown) => (typeof value === 'string' ? stretch(value) : value));
  const catalog: Catalog = JSON.parse(text);
  return { ...catalog, language: 'en-XA' };
}

function stretch(sentence: string): string {
  const accented = sentence.replaceAll(/\{\w+\}|[a-z]/gi, (part) => ACCENTED[LETTERS.indexOf(part)] ?? part);
  const missing = Math.ceil(sentence.replaceAll(/\{\w+\}/g, '').length * GROWTH);
  const filler = FILLER.repeat(Math.ceil(missing / FILLER.length)).slice(0, Math.max(missing, 2));
  return `[${accented}${filler.trimEnd()}]`;
}
