'use client';

import { forwardRef, memo, useEffect } from 'react';
import { diagnose } from '../core/diagnosis.js';
import { DEFAULT_PURPOSE } from '../protocol/purpose.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { BannerFrame, type BannerAppearance } from './banner/BannerFrame.js';
import { createAllView } from './banner/allView.js';
import { bankName } from './words/bankName.js';
import { capitalise } from './words/capitalise.js';
import type { RepairCallbacks } from './callbacks.js';
import { formatCount, formatMessage } from './words/formatMessage.js';
import { useSettings } from './settings.js';
import { SupportDetails } from './banner/SupportDetails.js';
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
    const { headingLevel, className, style, ...callbacks } = props;
    const { links } = useIntegrationLinks();
    const visit = useVisit({ user: true, ...callbacks }, '<RepairAllBanner>');
    const { messages, locale } = useSettings();
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
      institution: messages.unnamedInstitution,
      institutions: new Intl.ListFormat(locale).format(new Set(names)),
      repaired: formatNumber(visit.progress?.repaired ?? 0, locale),
      total: formatNumber(visit.progress?.total ?? broken.length, locale),
    };
    const speak = (key: Exclude<typeof view.title, 'allTitle'>) =>
      capitalise(formatMessage(messages[key], values), locale);
    const title = view.title === 'allTitle' ? formatCount(messages.allTitle, broken.length, locale) : speak(view.title);
    const notes = view.notes.map(speak);

    return (
      <BannerFrame
        ref={ref}
        severity={view.severity}
        status={visit.status}
        remedy="update_mode"
        opener={visit.buttonProps['data-update-mode-item']}
        title={title}
        headingLevel={headingLevel}
        className={className}
        style={style}
        action={
          view.action && (
            <button {...visit.buttonProps} className="update-mode-banner__action" aria-busy={view.isBusy}>
              {speak(view.action)}
            </button>
          )
        }
      >
        {(titleId) => (
          <>
            {view.text && <p className="update-mode-banner__text">{speak(view.text)}</p>}
            {notes.length > 0 && <p className="update-mode-banner__note">{notes.join(' ')}</p>}
            {visit.hostedLinkProps && (
              <p className="update-mode-banner__more">
                <a {...visit.hostedLinkProps} className="update-mode-banner__way" aria-describedby={titleId}>
                  {speak('continueOnPlaid')}
                </a>
              </p>
            )}
            {view.reference && <SupportDetails reference={view.reference} speak={speak} describedBy={titleId} />}
          </>
        )}
      </BannerFrame>
    );
  }),
);

function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

function needsSignIn(link: IntegrationLink, now: number): boolean {
  const { remedy, purpose, severity } = diagnose(link, { now });
  return remedy === 'update_mode' && purpose === DEFAULT_PURPOSE && severity === 'critical';
}
