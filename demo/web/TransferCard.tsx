import { UpdateModeLauncher } from 'react-plaid-update-mode';
import type { Transfer } from '../api.js';
import { describeVisit } from './describeVisit.js';
import { formatMoney } from './formatMoney.js';

export interface TransferCardProps {
  transfer: Transfer;
  institutionName: string;
}

/** A transfer that can't go on before its user has been to the bank. */
export function TransferCard({ transfer, institutionName }: TransferCardProps) {
  const { authorizationId, amount, currency, isReady } = transfer;
  const title = `Transfer of ${formatMoney(amount, currency)} from ${institutionName}`;
  return (
    <section className="card transfer" aria-label={title}>
      <h2 className="transfer__title">{title}</h2>
      {isReady ? (
        <p className="transfer__text">Your bank has what it needed. We authorize the transfer again.</p>
      ) : (
        <UpdateModeLauncher
          authorizationId={authorizationId}
          render={(props, repair) => (
            <>
              <p className="transfer__text">{describeVisit(repair) ?? 'Your bank wants you before it can go on.'}</p>
              <button {...props} className="connection__reconnect">
                Continue
              </button>
            </>
          )}
        />
      )}
    </section>
  );
}
