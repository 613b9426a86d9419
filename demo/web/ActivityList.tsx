import type { Activity } from '../api.js';
import { formatAgo } from './formatAgo.js';

export interface ActivityListProps {
  activity: Activity[];
  now: number;
}

/** What Harbour has done by itself, newest first. */
export function ActivityList({ activity, now }: ActivityListProps) {
  if (activity.length === 0) return null;
  return (
    <section aria-labelledby="activity-title">
      <h2 className="section-title" id="activity-title">
        Recent activity
      </h2>
      <ul className="card activity">
        {activity.map(({ id, at, text }) => (
          <li key={id} className="activity__entry">
            <span>{text}</span>
            <time className="activity__time" dateTime={at}>
              {formatAgo(Date.parse(at), now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
