/** In graphemes of English, with the values filled in. */
export const LONGEST = { title: 60, text: 130, button: 36, label: 20 };

/**
 * How much longer the same is in another language. Those that are not here may take a quarter more, as German and French
 * do.
 */
const ROOM: Readonly<Record<string, number>> = {
  en: 1,
  ar: 1,
  he: 1,
  hi: 1,
  da: 1.2,
  no: 1.2,
  sv: 1.2,
  et: 1.2,
  lt: 1.2,
  lv: 1.2,
  pl: 1.2,
};

export interface SentenceKind {
  room: keyof typeof LONGEST;
  /** How it ends: with a full stop, a colon, an ellipsis, or with its last word. */
  end: 'text' | 'lead' | 'busy' | 'line';
}

/** Of a key, or a key with a plural form. */
export function kindOf(key: string): SentenceKind {
  const [name = ''] = key.split('.');
  if (name === 'stuckText') return { room: 'text', end: 'lead' };
  if (name === 'opening' || name === 'checking') return { room: 'label', end: 'busy' };
  if (name === 'copied') return { room: 'label', end: 'text' };
  if (/^(severity|unnamed|link|request|error|copy$|shrink|expand)/.test(name)) {
    return { room: 'label', end: 'line' };
  }
  if (/Title$|^(connected|allDone|lastSync)$/.test(name)) return { room: 'title', end: 'line' };
  if (/Text$|Warning$|Progress$|^accounts(Added|Removed)$|^copyFailed$/.test(name))
    return { room: 'text', end: 'text' };
  return { room: 'button', end: 'line' };
}

export function roomFor(key: string, language: string): number {
  const [family = ''] = language.split('-');
  return Math.floor(LONGEST[kindOf(key).room] * (ROOM[family] ?? 1.25));
}
