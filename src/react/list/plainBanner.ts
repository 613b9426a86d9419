import type { RepairBanner } from '../banner/repairBanner.js';
import type { Words } from '../settings.js';
import { createSpeak } from '../words/createSpeak.js';
import { SEVERITY_WORDS } from '../words/severityWords.js';

/** A banner of no single visit, which says nothing yet. */
export function createPlainBanner(
  words: Words,
  { severity, ...appearance }: Pick<RepairBanner, 'variant' | 'density' | 'severity'>,
): RepairBanner {
  return {
    ...appearance,
    severity,
    severityLabel: createSpeak(words, {})(SEVERITY_WORDS[severity]),
    status: 'idle',
    remedy: 'none',
    institution: null,
    title: '',
    texts: [],
    notes: [],
    meta: [],
    action: null,
    ways: [],
    support: null,
    dismissals: [],
    language: words.language,
    direction: words.direction,
  };
}
