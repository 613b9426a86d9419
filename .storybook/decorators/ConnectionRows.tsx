import type { CSSProperties, ReactNode } from 'react';
import { useIntegrationLinks, type IntegrationLink } from '../../src/index.js';

/** What an app shows of the connections itself: a row for each, with an action where it has one. */
export function ConnectionRows({ renderAction }: { renderAction?: (link: IntegrationLink) => ReactNode }) {
  const { status, links } = useIntegrationLinks();
  if (status === 'pending') return <p>Loading your connections…</p>;
  if (status === 'error') return <p>Your connections could not be loaded.</p>;
  return (
    <ul style={LIST}>
      {links.map((link) => (
        <li key={link.item_id} style={ROW}>
          <span>
            {link.institution_name} <span style={QUIET}>· {STATUS_WORDS[link.status]}</span>
          </span>
          {renderAction?.(link)}
        </li>
      ))}
    </ul>
  );
}

const STATUS_WORDS: Record<IntegrationLink['status'], string> = {
  active: 'up to date',
  pending: 'updating',
  syncing: 'updating',
  erroring: 'not updating',
  sync_disabled: 'paused',
  deleted_in_plaid: 'disconnected',
  unknown: 'up to date',
};

const LIST: CSSProperties = { listStyle: 'none', margin: '16px 0 0', padding: 0 };

const ROW: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  minBlockSize: 44,
  paddingBlock: 8,
  borderBlockEnd: '1px solid light-dark(#d8dee7, #343c49)',
};

const QUIET: CSSProperties = { color: 'light-dark(#4a5566, #c3ccd9)' };
