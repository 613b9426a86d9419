import type { ModelProvider } from './modelPage.js';
import type { FinishedVisit, ModelWorld } from './modelWorld.js';

/**
 * Where a finished visit is. `delivered`: the server has its report. `asked`: a later page has asked the server about it.
 * `waiting`: its report, or the question, is kept or under way. `noted`: the next page will ask. `discarded`: by the app.
 */
export type Whereabouts = 'delivered' | 'asked' | 'discarded' | 'waiting' | 'noted' | 'lost';

export function findVisit(world: ModelWorld, visit: FinishedVisit): Whereabouts {
  const about = world.server.taken.filter(({ scope, report }) => world.isAbout(scope, report, visit));
  if (about.some(({ report }) => report.outcome === 'success')) return 'delivered';
  if (about.length > 0) return 'asked';
  if (visit.isDiscarded) return 'discarded';
  for (const [id, { scope, report }] of world.written) {
    if (world.isAbout(scope, report, visit) && isWaiting(world, scope, id)) return 'waiting';
  }
  return isNoted(world, visit) ? 'noted' : 'lost';
}

function isWaiting(world: ModelWorld, scope: string, id: string): boolean {
  const key = `${scope} ${id}`;
  if (world.browser.reports.has(key) || world.network.isUnderWay(id)) return true;
  if (world.alive().some(({ kept }) => kept.has(key))) return true;
  return world.providers().some((provider) => isShown(provider, id));
}

export function isShown({ client }: ModelProvider, id: string): boolean {
  return client.outbox.undelivered.getSnapshot().reports.some((report) => report.id === id);
}

function isNoted({ browser, isNoteOf }: ModelWorld, visit: FinishedVisit): boolean {
  for (const notes of [browser.notes, ...browser.ofTabs.values()]) {
    for (const text of notes.values()) {
      if (text !== '' && isNoteOf(text, visit)?.isAsked === false) return true;
    }
  }
  return false;
}

/** Whether the provider that the visit was made with has listened on its page ever since. */
export function isListening({ provider }: FinishedVisit): boolean {
  return provider.page.isAlive && provider.isMounted && !provider.hasBeenAway;
}
