import { createRequestKey } from '../../src/protocol/linkToken.js';
import { createTargetKey } from '../../src/protocol/target.js';
import type { ModelProvider } from './modelPage.js';
import type { ModelWorld } from './modelWorld.js';
import { REQUESTS_OF } from './requests.js';
import { findVisit, isListening, isShown } from './whereabouts.js';

/** What holds after every event; says what does not. */
export function checkAlways(world: ModelWorld): void {
  for (const visit of world.visits) {
    if (visit.isBeyondKeeping || findVisit(world, visit) !== 'lost') continue;
    // The one thing that no client can keep: what did not stay written down, once whoever knew of it is gone.
    if (visit.isStorageGone && !isListening(visit)) visit.isBeyondKeeping = true;
    else world.complain(`${visit.sessionId} for ${createRequestKey(visit.request)} is lost.`);
  }
  checkKeys(world);
  for (const key of world.browser.reports.keys()) {
    const [, id = ''] = key.split(' ');
    // A tab that had not heard of it may have written it once more, and died.
    if (world.discarded.has(id) && !world.browser.haveEventsBeenHeld)
      world.complain(`${id} was forgotten, and stands in the storage again.`);
  }
  checkStorage(world);
  for (const page of world.alive()) {
    if (page.count.most > 1) world.complain(`${page.count.most} Links were alive at once.`);
    const reports = page.providers.flatMap(({ client }) => client.outbox.undelivered.getSnapshot().reports);
    const most = 12 * page.providers.length + 2 * reports.length;
    if (page.clock.timers > most) world.complain(`${page.clock.timers} timers, and ${most} would be many.`);
  }
  for (const provider of world.providers()) checkProvider(world, provider);
}

/** One key for each finished visit, whoever sends it: the server can tell it once from twice. */
function checkKeys({ visits, written, complain }: ModelWorld): void {
  for (const visit of visits) {
    const keys = [...written].filter(([, { report }]) => report.link_session_id === visit.sessionId);
    if (keys.length > 1) complain(`${visit.sessionId} has the keys ${keys.map(([id]) => id).join(', ')}.`);
  }
}

function checkStorage({ browser, complain }: ModelWorld): void {
  for (const text of browser.reports.values()) {
    if (/link-token|hosted/.test(text)) complain(`A report holds what opens Link: ${text}`);
  }
  for (const notes of [browser.notes, ...browser.ofTabs.values()]) {
    for (const text of notes.values()) {
      if ((text.match(/link-token|hosted/g) ?? []).length > 1) complain(`A note holds more than its token: ${text}`);
    }
  }
}

function checkProvider(world: ModelWorld, provider: ModelProvider): void {
  const { client, scope, page } = provider;
  const { reports, isDurable } = client.outbox.undelivered.getSnapshot();
  for (const { id } of reports) {
    const whose = world.written.get(id)?.scope;
    if (whose !== scope) world.complain(`${id} of ${whose ?? 'nobody'} is shown to ${scope}.`);
  }
  if (world.browser.areEventsHeld) return;
  for (const key of world.browser.reports.keys()) {
    const [whose = '', id = ''] = key.split(' ');
    if (whose === scope && !isShown(provider, id)) world.complain(`${id} waits and is not shown.`);
  }
  if (isDurable) {
    for (const { id } of reports) {
      if (!world.browser.reports.has(`${scope} ${id}`)) world.complain(`${id} is said to be kept, and is not.`);
    }
  }
  for (const request of REQUESTS_OF[scope] ?? []) {
    const { status } = client.session(request).getSnapshot();
    const isOfThis = (report: (typeof reports)[number]) =>
      report.purpose === request.purpose && createTargetKey(report.target) === createTargetKey(request.target);
    if (status === 'confirming' && !reports.some(isOfThis)) {
      world.complain(`${createRequestKey(request)} is confirming on tab ${page.tab}, and no report is shown.`);
    }
  }
}
