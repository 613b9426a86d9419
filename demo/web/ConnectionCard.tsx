import { useId } from 'react';
import {
  diagnose,
  UpdateModeLauncher,
  useIntegrationLinks,
  useUpdateMode,
  type IntegrationLink,
} from 'react-plaid-update-mode';
import type { BankAccount, BankConnection } from '../api.js';
import { describeConnection } from './connectionState.js';
import { formatAgo } from './formatAgo.js';
import { formatMoney } from './formatMoney.js';
import { ManageConnection } from './ManageConnection.js';
import type { Question } from './questions.js';

export interface ConnectionCardProps {
  connection: BankConnection;
  now: number;
  onAsk(question: Question): void;
}

/** One bank and its accounts, with the state of the connection on its own row. */
export function ConnectionCard({ connection, now, onAsk }: ConnectionCardProps) {
  const { itemId, institutionName, institutionLogo, connectedBy, accounts } = connection;
  const titleId = useId();
  const { links, status } = useIntegrationLinks();
  const link = links.find(({ item_id }) => item_id === itemId);
  return (
    <article className="card connection" aria-labelledby={titleId}>
      <div className="connection__head">
        {institutionLogo && <img className="connection__logo" src={institutionLogo} alt="" width="44" height="44" />}
        <div className="connection__words">
          <h3 className="connection__name" id={titleId}>
            {institutionName}
          </h3>
          {link ? (
            <ConnectionStateLine link={link} connectedBy={connectedBy} now={now} />
          ) : (
            <p className="connection__state">{status === 'pending' ? 'Checking the connection…' : 'State unknown'}</p>
          )}
        </div>
        {link && <ReconnectButton link={link} name={institutionName} now={now} />}
      </div>
      <ul className="accounts">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
      {link && connectedBy === null && <ManageConnection connection={connection} link={link} onAsk={onAsk} />}
    </article>
  );
}

interface StateLineProps {
  link: IntegrationLink;
  connectedBy: string | null;
  now: number;
}

function ConnectionStateLine({ link, connectedBy, now }: StateLineProps) {
  const { purpose } = diagnose(link, { now });
  const { status } = useUpdateMode({ itemId: link.item_id, purpose });
  const { tone, label } = describeConnection(link, status, now);
  const synced = link.last_successful_sync ? Date.parse(link.last_successful_sync) : null;
  return (
    <p className="connection__state" data-tone={tone}>
      <span className="connection__badge">{label}</span>
      {synced !== null && (
        <time className="connection__synced" dateTime={new Date(synced).toISOString()}>
          Updated {formatAgo(synced, now)}
        </time>
      )}
      {connectedBy && <span>Connected by {connectedBy}</span>}
    </p>
  );
}

function ReconnectButton({ link, name, now }: { link: IntegrationLink; name: string; now: number }) {
  const { purpose } = diagnose(link, { now });
  const { status } = useUpdateMode({ itemId: link.item_id, purpose });
  const { action } = describeConnection(link, status, now);
  if (!action) return null;
  return (
    <UpdateModeLauncher
      itemId={link.item_id}
      purpose={purpose}
      className="connection__reconnect"
      aria-label={`${action}: ${name}`}
    >
      {action}
    </UpdateModeLauncher>
  );
}

function AccountRow({ account }: { account: BankAccount }) {
  const { name, mask, balance, currency, awaitsCode } = account;
  return (
    <li className="account">
      <span className="account__words">
        {name}
        {mask && (
          <span className="account__mask">
            <span aria-hidden="true">••</span>
            <span className="visually-hidden">ending in </span>
            {mask}
          </span>
        )}
        {awaitsCode && <span className="account__note">A small deposit is on its way</span>}
      </span>
      <span className="account__balance">{formatMoney(balance, currency)}</span>
    </li>
  );
}
