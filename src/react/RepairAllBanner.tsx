'use client';

import { forwardRef, memo, useEffect } from 'react';
import { diagnose } from '../core/diagnosis.js';
import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { Banner } from './banner/Banner.js';
import type { BannerAppearance } from './banner/bannerAppearance.js';
import { describeSupport } from './banner/bannerSupport.js';
import type { BannerWay, RepairBanner } from './banner/repairBanner.js';
import { SEVERITY_WORDS } from './words/severityWords.js';
import { createAllView } from './banner/allView.js';
import { bankName } from './words/bankName.js';
import { createSpeak } from './words/createSpeak.js';
import type { RepairCallbacks } from './callbacks.js';
import { formatCount, formatNumber } from './words/formatMessage.js';
import { useSettings } from './settings.js';
import { useNow } from './useDiagnosis.js';
import { useIntegrationLinks } from './useIntegrationLinks.js';
import { useReportConditions } from './useReportConditions.js';
import { useVisit } from './useUpdateMode.js';

export interface RepairAllBannerProps extends RepairCallbacks, BannerAppearance {}

/** How long the success stays in sight. The live region has said it by then. */
const DONE_MS = 6_000;

/**
 * One banner for all of the user's connections that need a new sign-in: one visit to Link after the other, with
 * the same link token, each at the user's own click. Renders nothing while all is well. The server has to know
 * Plaid's user (`items.findUser`), and Plaid chooses whose turn it is: https://plaid.com/docs/link/update-mode/
 */
export const RepairAllBanner = memo(
  forwardRef<HTMLElement, RepairAllBannerProps>(function RepairAllBanner(props, ref) {
    const { variant = 'banner', density = 'comfortable', onRepaired, onExit, onError } = props;
    const { links } = useIntegrationLinks();
    const visit = useVisit({ user: true, onRepaired, onExit, onError }, '<RepairAllBanner>');
    const settings = useSettings();
    const { messages, locale, language, direction, appName } = settings;
    const now = useNow(links.some(({ repaired_at }) => repaired_at));
    const broken = links.filter((link) => needsSignIn(link, now ?? Date.parse(link.last_updated ?? '')));
    const conditions = useReportConditions(visit, '<RepairAllBanner>');
    const view = createAllView(visit, broken.length, conditions);

    const isDone = view?.title === 'allDone';
    const { reset } = visit;
    useEffect(() => {
      if (!isDone) return undefined;
      const timer = setTimeout(reset, DONE_MS);
      return () => clearTimeout(timer);
    }, [isDone, reset]);

    if (!view) return null;
    const names = broken.map(({ institution_name }) => bankName(institution_name) ?? messages.unnamedInstitution);
    const values = {
      app: appName,
      institution: messages.unnamedInstitution,
      institutions: new Intl.ListFormat(locale).format(new Set(names)),
      repaired: formatNumber(visit.progress?.repaired ?? 0, locale),
      total: formatNumber(visit.progress?.total ?? broken.length, locale),
    };
    const speak = createSpeak(settings, values);
    const title = view.title === 'allTitle' ? formatCount(messages.allTitle, broken.length, locale) : speak(view.title);
    const { severity, reference } = view;
    const { buttonProps, hostedLinkProps } = visit;
    const action: BannerWay | null = view.action && {
      kind: 'launch',
      label: speak(view.action),
      isBusy: view.isBusy,
      element: 'button',
      props: { ...buttonProps, 'aria-busy': view.isBusy },
    };
    const hostedLink: BannerWay | null = hostedLinkProps && {
      kind: 'hosted_link',
      label: speak('continueOnPlaid'),
      isBusy: false,
      element: 'a',
      props: hostedLinkProps,
    };
    const banner: RepairBanner = {
      variant,
      density,
      severity,
      severityLabel: speak(SEVERITY_WORDS[severity]),
      status: visit.status,
      remedy: 'update_mode',
      institution: null,
      title,
      texts: view.text ? [speak(view.text)] : [],
      notes: view.notes.map(speak),
      meta: view.isVisitAhead ? [speak(appName === undefined ? 'trustUnnamedText' : 'trustText')] : [],
      action,
      ways: hostedLink ? [hostedLink] : [],
      support: reference && describeSupport(reference, speak),
      dismissals: [],
      language,
      direction,
    };
    return <Banner banner={banner} opener={buttonProps['data-update-mode-item']} appearance={props} rootRef={ref} />;
  }),
);

function needsSignIn(link: IntegrationLink, now: number): boolean {
  const { remedy, purpose, severity } = diagnose(link, { now });
  return remedy === 'update_mode' && purpose === DEFAULT_PURPOSE && severity === 'critical';
}
