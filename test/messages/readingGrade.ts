/** In a word, by its groups of vowels; an e that is not heard does not count. */
function countSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const heard = letters.replace(/(?<![aeiouyl])e$|(?<![td])ed$|(?<![aeiouycgsxz])es$/, '');
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0);
}

export interface Readability {
  /** Years at school in the United States, by Flesch and Kincaid. */
  grade: number;
  words: number;
  /** The words of the longest sentence. */
  longest: number;
}

/** How hard an English text is to read. */
export function readText(text: string): Readability {
  const sentences = text.split(/(?<=[.:;…])\s+/).map((sentence) => sentence.split(/\s+/));
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    words: words.length,
    longest: Math.max(...sentences.map(({ length }) => length)),
  };
}
