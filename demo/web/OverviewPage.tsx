import type { Overview } from '../api.js';
import { ActivityList } from './ActivityList.js';
import { Banners } from './Banners.js';
import { ConnectionCard } from './ConnectionCard.js';
import { greet } from './greet.js';
import type { Question } from './questions.js';
import { Summary } from './Summary.js';
import { TransferCard } from './TransferCard.js';
import { useNow } from './useNow.js';

export interface OverviewPageProps {
  overview: Overview;
  onAsk(question: Question): void;
}

/** The one page of Harbour. */
export function OverviewPage({ overview, onAsk }: OverviewPageProps) {
  const { user, connections, transfers, activity, canReconnectAll } = overview;
  const now = useNow();
  const nameOf = (itemId: string) =>
    connections.find((connection) => connection.itemId === itemId)?.institutionName ?? 'your bank';
  return (
    <main className="main">
      <h1 className="greeting">{greet(user.name, new Date(now))}</h1>
      <Banners canReconnectAll={canReconnectAll} now={now} />
      {transfers.map((transfer) => (
        <TransferCard key={transfer.authorizationId} transfer={transfer} institutionName={nameOf(transfer.itemId)} />
      ))}
      <Summary connections={connections} now={now} />
      <section aria-labelledby="accounts-title">
        <h2 className="section-title" id="accounts-title">
          Accounts
        </h2>
        <ul className="connections">
          {connections.map((connection) => (
            <li key={connection.itemId}>
              <ConnectionCard connection={connection} now={now} onAsk={onAsk} />
            </li>
          ))}
        </ul>
      </section>
      <ActivityList activity={activity} now={now} />
    </main>
  );
}
