import fc from 'fast-check';
import type { RepairSession } from '../../src/core/repairSession.js';
import { pick } from './command.js';
import { anyOne, event } from './event.js';
import type { ModelProvider } from './modelPage.js';
import { isListenedTo, type ModelWorld } from './modelWorld.js';
import { REQUESTS_OF } from './requests.js';

const LAUNCHER = {};

/** What users do on a page of the app. */
export const userEvents = [
  event(2, 'prepare', [anyOne, anyOne], (world, which, target) => {
    return withSession(world, which, target, (session) => session.prepare());
  }),
  event(3, 'launch', [anyOne, anyOne], (world, which, target) => {
    return withSession(world, which, target, (session) => session.launch(LAUNCHER));
  }),
  event(6, 'openLink', [anyOne, anyOne], openLink),
  event(8, 'repair', [anyOne, anyOne, fc.boolean()], async (world, which, target, isTrue) => {
    if (!(await openLink(world, which, target))) return false;
    const provider = pick(world.providers(), which);
    if (!provider || provider.host.isEmpty) return false;
    const { link } = provider.host;
    if (!isListenedTo(provider, link)) return false;
    const sessionId = world.finish(provider, link, isTrue);
    provider.ended.add(link);
    void link.succeed(sessionId);
    return true;
  }),
  event(2, 'cancel', [anyOne, anyOne], (world, which, target) => {
    return withSession(world, which, target, (session) => session.cancel());
  }),
  event(2, 'reset', [anyOne, anyOne], (world, which, target) => {
    return withSession(world, which, target, (session) => session.reset());
  }),
  event(1, 'openHostedLink', [anyOne, anyOne], (world, which, target) => {
    return withSession(world, which, target, (session) => session.openHostedLink(LAUNCHER));
  }),
  event(3, 'look', [anyOne], (world, which) => {
    const page = pick(world.alive(), which);
    page?.look();
    for (const provider of page?.providers ?? []) if (provider.isMounted) void provider.readList();
    return page !== undefined;
  }),
  event(1, 'sendAgain', [anyOne, anyOne], (world, which, report) => {
    return withReport(world, which, report, ({ client }, id) => client.outbox.sendAgain(id));
  }),
  event(1, 'discard', [anyOne, anyOne], (world, which, report) => {
    return withReport(world, which, report, ({ client }, id) => {
      world.noteDiscarded((other) => other === id);
      client.outbox.discard(id);
    });
  }),
];

function withSession(world: ModelWorld, which: number, target: number, act: (session: RepairSession) => void): boolean {
  const provider = pick(world.providers(), which);
  const request = provider && pick(REQUESTS_OF[provider.scope] ?? [], target);
  if (!request) return false;
  act(provider.client.session(request));
  return true;
}

function withReport(
  world: ModelWorld,
  which: number,
  report: number,
  act: (provider: ModelProvider, id: string) => void,
): boolean {
  const provider = pick(world.providers(), which);
  const shown = provider && pick(provider.client.outbox.undelivered.getSnapshot().reports, report);
  if (!shown) return false;
  act(provider, shown.id);
  return true;
}

/** From the click to a Link that speaks, as far as it comes. */
async function openLink(world: ModelWorld, which: number, target: number): Promise<boolean> {
  const provider = pick(world.providers(), which);
  if (!provider || !withSession(world, which, target, (session) => session.launch(LAUNCHER))) return false;
  await world.settle();
  if (provider.host.isEmpty) return true;
  await provider.host.link.ready();
  await provider.host.link.speak();
  return true;
}
