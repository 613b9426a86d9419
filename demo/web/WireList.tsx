import { useQuery } from '@tanstack/react-query';
import type { WireEntry } from '../api.js';
import { wireQuery } from './demoServer.js';
import { groupWireEntries } from './wireGroups.js';

const NAMES: Record<WireEntry['from'] | WireEntry['to'], string> = {
  browser: 'Browser',
  server: 'Server',
  harbour: 'Server',
  plaid: 'Plaid',
  heron: 'Heron',
  link: 'Link',
};

const SHOWN_GROUPS = 14;

/** Who asked whom for what, newest first. Neither headers nor bodies are shown, since they hold keys; of a request for a link token its fields' names. */
export function WireList() {
  const { data: entries = [] } = useQuery(wireQuery);
  return (
    <section className="wire" aria-labelledby="wire-title">
      <h3 className="control__label" id="wire-title">
        What just happened
      </h3>
      {entries.length === 0 && <p className="wire__empty">Nothing yet.</p>}
      <ol className="wire__list">
        {groupWireEntries(entries)
          .slice(0, SHOWN_GROUPS)
          .map(({ entry, count }) => (
            <li key={entry.id} className="wire__entry" data-to={entry.to} data-failed={entry.status >= 400}>
              <span className="wire__way">
                {NAMES[entry.from]} <span aria-hidden="true">→</span>
                <span className="visually-hidden">to</span> <span className="wire__to">{NAMES[entry.to]}</span>
                {count > 1 && <span className="wire__count"> ×{count}</span>}
              </span>
              <code className="wire__route">
                <span className="wire__method">{entry.method}</span> {entry.path}
              </code>
              {entry.about.length > 0 && <span className="wire__about">{entry.about.join(', ')}</span>}
              <span className="wire__status">{entry.status}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
