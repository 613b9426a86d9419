import type { IntegrationLink } from 'react-plaid-update-mode';
import type { BankConnection } from '../api.js';
import { PurposeLauncher } from './PurposeLauncher.js';
import { hasFixedAccounts, listOffers } from './purposeOffers.js';
import type { Question } from './questions.js';
import { RefreshBalances } from './RefreshBalances.js';

export interface ManageConnectionProps {
  connection: BankConnection;
  link: IntegrationLink;
  onAsk(question: Question): void;
}

/** What its owner can do with a connection that works. */
export function ManageConnection({ connection, link, onAsk }: ManageConnectionProps) {
  const { itemId, institutionName } = connection;
  return (
    <details className="manage">
      <summary className="manage__summary">
        Manage<span className="visually-hidden"> {institutionName}</span>
      </summary>
      <ul className="manage__list">
        <li>
          <RefreshBalances itemId={itemId} institutionName={institutionName} />
        </li>
        {listOffers(connection, link).map((offer) => (
          <li key={offer.purpose}>
            <PurposeLauncher itemId={itemId} offer={offer} />
          </li>
        ))}
        {hasFixedAccounts(link) && (
          <li>
            <button
              type="button"
              className="manage__action"
              onClick={() => onAsk({ kind: 'replace', itemId, institutionName })}
            >
              <span className="manage__label">Connect again</span>
              <span className="manage__hint">In this country accounts are chosen when a bank is connected.</span>
            </button>
          </li>
        )}
        <li>
          <button
            type="button"
            className="manage__action"
            onClick={() => onAsk({ kind: 'remove', itemId, institutionName })}
          >
            <span className="manage__label">Remove</span>
            <span className="manage__hint">Harbour forgets the bank and its accounts.</span>
          </button>
        </li>
      </ul>
    </details>
  );
}
