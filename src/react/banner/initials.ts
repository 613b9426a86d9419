/** Stands before most names in Arabic, and tells none from another. */
const ARABIC_ARTICLE = /^ال(?=\p{L}{2})/u;

/**
 * One or two letters for a name where there is no picture: "First Platypus Bank" is "FP". Only one where there is but one
 * word, or a script without capitals: two of its letters would read as a word. "of" and "und" don't count.
 */
export function initials(name: string): string {
  const words = name
    .split(/[\s\p{Pd}]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '').replace(ARABIC_ARTICLE, ''))
    .filter(Boolean);
  const capitalised = words.filter((word) => !/^\p{Ll}/u.test(word));
  const [first, second] = [capitalised, words, [name]].find(({ length }) => length > 0) ?? [];
  const letters = [first, second].flatMap((word) => (word ? [firstGrapheme(word).toUpperCase()] : []));
  return letters.every((letter) => /^[\p{Lu}\p{N}]/u.test(letter)) ? letters.join('') : (letters[0] ?? '');
}

function firstGrapheme(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}
