import { diagnose, useIntegrationLinks } from 'react-plaid-update-mode';
import type { BankAccount, BankConnection } from '../api.js';
import { BalanceChart } from './BalanceChart.js';
import { createBalanceHistory } from './balanceHistory.js';
import { formatMoney, splitMoney } from './formatMoney.js';

export interface SummaryProps {
  connections: BankConnection[];
  now: number;
}

const CURRENCY = 'USD';
const DAYS = 30;

const KINDS: [BankAccount['kind'], string][] = [
  ['cash', 'Cash'],
  ['savings', 'Savings'],
  ['credit', 'Cards'],
];

/** All accounts in one number, and how it came to be. */
export function Summary({ connections, now }: SummaryProps) {
  const accounts = connections.flatMap((connection) => connection.accounts);
  const sumOf = (some: BankAccount[]) => some.reduce((sum, account) => sum + account.balance, 0);
  const total = sumOf(accounts);
  const history = createBalanceHistory(total, DAYS);
  const gain = total - (history[0] ?? total);
  const { whole, fraction } = splitMoney(total, CURRENCY);

  return (
    <section className="card summary" aria-labelledby="summary-title">
      <div className="summary__head">
        <h2 className="summary__title" id="summary-title">
          Total balance
        </h2>
        <p className="summary__total">
          {whole}
          <span className="summary__cents">{fraction}</span>
        </p>
        <p className="summary__gain" data-direction={gain < 0 ? 'down' : 'up'}>
          <span aria-hidden="true">{gain < 0 ? '↓' : '↑'}</span> {formatMoney(Math.abs(gain), CURRENCY)}{' '}
          {gain < 0 ? 'less' : 'more'} than {DAYS} days ago
        </p>
        <StaleNote now={now} />
      </div>
      <BalanceChart history={history} now={now} currency={CURRENCY} />
      <dl className="summary__kinds">
        {KINDS.map(([kind, label]) => (
          <div key={kind} className="summary__kind">
            <dt>{label}</dt>
            <dd>{formatMoney(sumOf(accounts.filter((account) => account.kind === kind)), CURRENCY)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function StaleNote({ now }: { now: number }) {
  const { links } = useIntegrationLinks();
  const isStale = links.some((link) => diagnose(link, { now }).severity === 'critical');
  return isStale ? <p className="summary__note">Some balances are not up to date.</p> : null;
}
