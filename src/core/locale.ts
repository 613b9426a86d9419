/** Of words and dates, where nothing else is known. */
export const DEFAULT_LANGUAGE = 'en';

/** No language tag in use is longer. */
const LONGEST = 100;

/** As scripts of ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/**
 * What an app or a page gives for a locale, as a language tag that Intl takes: as much of it as is one, or English.
 * Never throws. Takes POSIX' form too: `de_AT.UTF-8`.
 */
export function readLocale(given: string): string {
  const subtags = String(given)
    .slice(0, LONGEST)
    .trim()
    .replace(/[.@].*$/s, '')
    .split(/[-_]/);
  for (let length = subtags.length; length > 0; length -= 1) {
    try {
      const [tag] = Intl.getCanonicalLocales(subtags.slice(0, length).join('-'));
      if (tag !== undefined) return tag;
    } catch {
      // Too much of it: one part less may be a tag.
    }
  }
  return DEFAULT_LANGUAGE;
}

/** What dates, numbers and lists are written in, so that they fit words of this language: `de` at `de-AT` in Austria's way. */
export function findFormatLocale(asked: string, language: string): string {
  const tag = isSameLanguage(asked, language) ? asked : language;
  // What Intl does not know it would write in whatever language the machine has, on a server another than in a browser.
  return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? DEFAULT_LANGUAGE;
}

/** Whether whoever reads one reads the other as the same language. Both are tags. */
export function isSameLanguage(one: string, other: string): boolean {
  return describe(one) === describe(other);
}

export function findDirection(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

function describe(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  // `no` is what Plaid and most apps call the written Norwegian whose own tag is `nb`.
  return `${language === 'nb' ? 'no' : language}-${script}`;
}
