import { RepairItemBannerList } from 'react-plaid-update-mode';
import type { BankConnection } from '../api.js';
import { ConnectionCard } from './ConnectionCard.js';
import { greet } from './greet.js';
import { Summary } from './Summary.js';
import { useNow } from './useNow.js';

export interface OverviewPageProps {
  name: string;
  connections: BankConnection[];
}

/** The one page of Harbour. */
export function OverviewPage({ name, connections }: OverviewPageProps) {
  const now = useNow();
  return (
    <main className="main">
      <h1 className="greeting">{greet(name, new Date(now))}</h1>
      <RepairItemBannerList className="banners" />
      <Summary connections={connections} now={now} />
      <section aria-labelledby="accounts-title">
        <h2 className="section-title" id="accounts-title">
          Accounts
        </h2>
        <ul className="connections">
          {connections.map((connection) => (
            <li key={connection.itemId}>
              <ConnectionCard connection={connection} now={now} />
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
