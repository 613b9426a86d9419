/** One text of several: a title ends without a full stop, other words with the one of their language. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, next) => `${text}${/\p{Sentence_Terminal}$/u.test(text) ? '' : '.'} ${next}`);
}
