'use client';

import { useId, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { copyText, selectText } from '../../browser/clipboard.js';
import { joinClassNames } from '../joinClassNames.js';
import { useBannerScene, type BannerSupport, type RepairBanner } from './repairBanner.js';

export interface RepairBannerSupportProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Renders something else: all that is said is in `support`. */
  render?: ((support: BannerSupport, banner: RepairBanner) => ReactNode) | undefined;
}

/** What Plaid's support will ask for, behind a disclosure. Nothing personal in it. */
export function RepairBannerSupport({ className, style, render }: RepairBannerSupportProps): ReactNode {
  const { banner, titleId } = useBannerScene('<RepairBannerSupport>');
  const list = useRef<HTMLDListElement>(null);
  const outcomeId = useId();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<'copiedText' | 'copyFailedText' | null>(null);
  const { support } = banner;
  if (!support || support.entries.length === 0) return null;
  if (render) return render(support, banner);
  const { entries } = support;

  async function copy(): Promise<void> {
    const isCopied = await copyText(entries.map(({ label, value }) => `${label}: ${value}`).join('\n'));
    if (!isCopied && list.current) selectText(list.current);
    setOutcome(isCopied ? 'copiedText' : 'copyFailedText');
  }

  return (
    <details
      className={joinClassNames('update-mode-banner__details', className)}
      style={style}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        setOutcome(null);
      }}
    >
      <summary className="update-mode-banner__summary" aria-describedby={titleId}>
        {support.label}
      </summary>
      {isOpen && (
        <>
          <dl ref={list} className="update-mode-banner__facts">
            {entries.map(({ label, value }) => (
              <div key={label} className="update-mode-banner__fact">
                <dt className="update-mode-banner__term">{label}</dt>{' '}
                {/* No words: read to the left, the groups of an id would change places. */}
                <dd className="update-mode-banner__value" dir="ltr">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
          <button
            type="button"
            className="update-mode-banner__way"
            aria-describedby={outcomeId}
            onClick={() => void copy()}
          >
            {support.copyLabel}
          </button>{' '}
          <span id={outcomeId} className="update-mode-banner__outcome" aria-live="polite">
            {outcome && support[outcome]}
          </span>
        </>
      )}
    </details>
  );
}
