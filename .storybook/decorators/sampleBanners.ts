import type { BannerWay, RepairBanner, Severity } from '../../src/index.js';

const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="16" fill="#0d6e6e"/>' +
      '<path d="M12 25c4-12 12-12 16 0" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>',
  );

export const BANK = { name: 'First Platypus Bank', logo: LOGO };

export function button(label: string, changes: Partial<Pick<BannerWay, 'kind' | 'isBusy'>> = {}): BannerWay {
  const { kind = 'launch', isBusy = false } = changes;
  return { kind, label, isBusy, element: 'button', props: { 'aria-busy': isBusy } };
}

export function link(label: string): BannerWay {
  return { kind: 'bank_site', label, isBusy: false, element: 'a', props: { href: 'https://platypus.example/' } };
}

const NOTHING = {
  variant: 'banner',
  density: 'comfortable',
  status: 'idle',
  remedy: 'update_mode',
  institution: BANK,
  texts: [],
  notes: [],
  meta: [],
  action: null,
  ways: [],
  support: null,
  dismissals: [],
  language: undefined,
  direction: undefined,
} satisfies Partial<RepairBanner>;

const LAST_SYNC = 'Last updated 18 November 2026';
const TRUST = 'It usually takes a minute. You sign in through Plaid; Harbour never sees your password.';

/** One of each severity, as they come. */
export const SAMPLES: Record<Severity, RepairBanner> = {
  critical: {
    ...NOTHING,
    severity: 'critical',
    severityLabel: 'Not updating',
    title: 'First Platypus Bank needs you to sign in again',
    texts: ['New transactions and balances are not coming in until then.'],
    meta: [LAST_SYNC, TRUST],
    action: button('Reconnect First Platypus Bank'),
  },
  warning: {
    ...NOTHING,
    severity: 'warning',
    severityLabel: 'Please look at this',
    title: 'Your permission for First Platypus Bank ends in 6 days',
    texts: ['It lasts until 27 November 2026. Renew it before then so your data can keep coming in.'],
    meta: [LAST_SYNC, TRUST],
    action: button('Renew permission for First Platypus Bank'),
  },
  info: {
    ...NOTHING,
    severity: 'info',
    severityLabel: 'Good to know',
    remedy: 'wait',
    title: 'First Platypus Bank is not available right now',
    texts: ['We keep trying. There is nothing you need to do.'],
    meta: [LAST_SYNC],
  },
  ok: {
    ...NOTHING,
    severity: 'ok',
    severityLabel: 'Done',
    status: 'repaired',
    remedy: 'none',
    title: 'First Platypus Bank is connected again',
  },
};

/** All that a banner can have, at once. */
export const FULL: RepairBanner = {
  ...SAMPLES.critical,
  title: 'First Platypus Bank asks for a new password',
  texts: [
    'Set it at the bank first. Then come back and reconnect.',
    'To stop sharing an account, use the bank’s own site.',
  ],
  notes: ['This has not worked a few times now. You can also try another way:'],
  ways: [link('Open First Platypus Bank'), button('Contact support', { kind: 'support' })],
  support: {
    reference: { linkSessionId: '79e772be-547d-4c9c-8b76-4ac4ed4c441a', errorCode: 'INVALID_UPDATED_USERNAME' },
    label: 'Details for support',
    entries: [
      { label: 'Link session', value: '79e772be-547d-4c9c-8b76-4ac4ed4c441a' },
      { label: 'Code', value: 'INVALID_UPDATED_USERNAME' },
    ],
    copyLabel: 'Copy',
    copiedText: 'Copied.',
    copyFailedText: 'Please copy the selected text.',
  },
  dismissals: [
    { kind: 'snooze', label: 'Remind me later', props: { type: 'button', 'data-kind': 'snooze', onClick() {} } },
    { kind: 'dismiss', label: 'Hide this message', props: { type: 'button', 'data-kind': 'dismiss', onClick() {} } },
  ],
};

const GERMAN_NAME = 'Volks- und Raiffeisenbank Nordschwarzwald-Freudenstadt eG';

/** Long words, and many of them. */
export const GERMAN: RepairBanner = {
  ...SAMPLES.critical,
  institution: { name: GERMAN_NAME, logo: null },
  title: `${GERMAN_NAME} verlangt eine neue Anmeldung`,
  texts: ['Bis dahin kommen keine neuen Umsätze und Kontostände herein.'],
  meta: [
    'Zuletzt aktualisiert am 18. November 2026',
    'Das dauert meist eine Minute. Sie melden sich über Plaid an; Harbour sieht Ihr Passwort nie.',
  ],
  action: button(`${GERMAN_NAME} wieder verbinden`),
  language: 'de',
};

/** From right to left. */
export const ARABIC: RepairBanner = {
  ...SAMPLES.critical,
  institution: { name: 'البنك الأهلي الأول', logo: null },
  title: 'يحتاج البنك الأهلي الأول إلى تسجيل دخولك مجددًا',
  texts: ['لن تصل المعاملات والأرصدة الجديدة حتى ذلك الحين.'],
  meta: ['آخر تحديث ١٨ نوفمبر ٢٠٢٦', 'يستغرق ذلك عادةً دقيقة. تسجّل الدخول عبر Plaid ولا يرى Harbour كلمة مرورك أبدًا.'],
  action: button('إعادة ربط البنك الأهلي الأول'),
  language: 'ar',
  direction: 'rtl',
};

export const ARABIC_FULL: RepairBanner = {
  ...ARABIC,
  ways: [link('فتح موقع البنك الأهلي الأول'), button('التواصل مع الدعم', { kind: 'support' })],
  dismissals: [
    { kind: 'snooze', label: 'تذكيري لاحقًا', props: { type: 'button', 'data-kind': 'snooze', onClick() {} } },
    { kind: 'dismiss', label: 'إخفاء هذه الرسالة', props: { type: 'button', 'data-kind': 'dismiss', onClick() {} } },
  ],
};
