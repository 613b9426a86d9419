'use client';

import { useId, useRef, useState, type ReactNode } from 'react';
import { copyText, selectText } from '../../browser/clipboard.js';
import type { MessageKey } from '../../core/messages.js';
import type { SupportReference } from '../settings.js';

export interface SupportDetailsProps {
  reference: SupportReference;
  speak(key: MessageKey): string;
  describedBy: string;
}

/** What Plaid's support will ask for, behind a disclosure. Nothing personal in it. */
export function SupportDetails({ reference, speak, describedBy }: SupportDetailsProps): ReactNode {
  const list = useRef<HTMLDListElement>(null);
  const outcomeId = useId();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const { linkSessionId, requestId, errorCode } = reference;
  const entries: [MessageKey, string | undefined][] = [
    ['linkSession', linkSessionId],
    ['request', requestId],
    ['errorCode', errorCode],
  ];
  const known = entries.flatMap(([key, value]) => (value ? [{ key, label: speak(key), value }] : []));
  if (known.length === 0) return null;

  async function copy(): Promise<void> {
    const isCopied = await copyText(known.map(({ label, value }) => `${label}: ${value}`).join('\n'));
    if (!isCopied && list.current) selectText(list.current);
    setOutcome(isCopied ? 'copied' : 'copyFailed');
  }

  return (
    <details
      className="update-mode-banner__details"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        setOutcome(null);
      }}
    >
      <summary aria-describedby={describedBy}>{speak('supportDetails')}</summary>
      {isOpen && (
        <>
          <dl ref={list}>
            {known.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt> <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <button
            type="button"
            className="update-mode-banner__way"
            aria-describedby={outcomeId}
            onClick={() => void copy()}
          >
            {speak('copy')}
          </button>{' '}
          <span id={outcomeId} aria-live="polite">
            {outcome && speak(outcome)}
          </span>
        </>
      )}
    </details>
  );
}
