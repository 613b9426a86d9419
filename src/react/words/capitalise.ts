/** A sentence may begin with the words for an unnamed bank. */
export function capitalise(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
