import { useId } from 'react';
import { UpdateModeLauncher, useIntegrationLinks, useUpdateMode, type IntegrationLink } from 'react-plaid-update-mode';
import type { BankAccount, BankConnection } from '../api.js';
import { describeConnection } from './connectionState.js';
import { formatAgo } from './formatAgo.js';
import { formatMoney } from './formatMoney.js';

export interface ConnectionCardProps {
  connection: BankConnection;
  now: number;
}

/** One bank and its accounts, with the state of the connection on its own row. */
export function ConnectionCard({ connection, now }: ConnectionCardProps) {
  const { itemId, institutionName, institutionLogo, accounts } = connection;
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
            <ConnectionStateLine link={link} now={now} />
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
    </article>
  );
}

function ConnectionStateLine({ link, now }: { link: IntegrationLink; now: number }) {
  const { status } = useUpdateMode({ itemId: link.item_id });
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
    </p>
  );
}

function ReconnectButton({ link, name, now }: { link: IntegrationLink; name: string; now: number }) {
  const { status } = useUpdateMode({ itemId: link.item_id });
  if (!describeConnection(link, status, now).canReconnect) return null;
  return (
    <UpdateModeLauncher itemId={link.item_id} className="connection__reconnect" aria-label={`Reconnect ${name}`}>
      Reconnect
    </UpdateModeLauncher>
  );
}

function AccountRow({ account }: { account: BankAccount }) {
  const { name, mask, balance, currency } = account;
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
      </span>
      <span className="account__balance">{formatMoney(balance, currency)}</span>
    </li>
  );
}
