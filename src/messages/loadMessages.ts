import type { Catalog } from '../core/messages.js';
import { en } from './en.js';

/** A file each, which a bundler makes a chunk of. English comes with the banners. */
const CATALOGS: Readonly<Record<string, () => Promise<Catalog>>> = {
  ar: async () => (await import('./ar.js')).ar,
  da: async () => (await import('./da.js')).da,
  de: async () => (await import('./de.js')).de,
  en: () => Promise.resolve(en),
  es: async () => (await import('./es.js')).es,
  et: async () => (await import('./et.js')).et,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  hi: async () => (await import('./hi.js')).hi,
  it: async () => (await import('./it.js')).it,
  lt: async () => (await import('./lt.js')).lt,
  lv: async () => (await import('./lv.js')).lv,
  nl: async () => (await import('./nl.js')).nl,
  no: async () => (await import('./no.js')).no,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt.js')).pt,
  ro: async () => (await import('./ro.js')).ro,
  sv: async () => (await import('./sv.js')).sv,
  vi: async () => (await import('./vi.js')).vi,
  // Other names of a language, and who reads which.
  iw: () => loadMessages('he'),
  mo: () => loadMessages('ro'),
  nb: () => loadMessages('no'),
  nn: () => loadMessages('no'),
};

/**
 * Loads the words of one language, and no other's: of `de-AT` the German ones, of a language that there are none of the
 * English ones. Give it to the provider as it is: `<UpdateModeProvider messages={loadMessages}>`.
 */
export async function loadMessages(locale: string): Promise<Catalog> {
  const [language = ''] = locale.toLowerCase().split(/[^a-z]/);
  const load = Object.hasOwn(CATALOGS, language) ? CATALOGS[language] : undefined;
  return load ? load() : en;
}
