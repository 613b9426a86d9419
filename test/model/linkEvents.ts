import fc from 'fast-check';
import { UpdateModeError } from '../../src/core/errors.js';
import type { LinkExit } from '../../src/core/mountedLink.js';
import type { LinkByHand } from '../support/linkHostByHand.js';
import { pick, type Act } from './command.js';
import { anyOne, event } from './event.js';
import type { ModelProvider } from './modelPage.js';
import type { ModelWorld } from './modelWorld.js';

const anyExit = fc.constantFrom('', 'ITEM_NO_ERROR', 'INVALID_CREDENTIALS', 'OAUTH_STATE_ID_NOT_FOUND');

/** What Plaid’s Link and its script do. */
export const linkEvents = [
  event(
    3,
    'linkIsReady',
    [anyOne],
    onLink(({ host }) => host.link.ready()),
  ),
  event(
    3,
    'linkSpeaks',
    [anyOne],
    onLink(({ host }) => host.link.speak()),
  ),
  event(6, 'succeed', [anyOne, fc.boolean()], onOpenLink(succeed)),
  event(3, 'exit', [anyOne, anyExit], onOpenLink(exit)),
  event(
    1,
    'succeedAndExit',
    [anyOne, anyExit],
    onOpenLink((world, provider, link, code) => {
      succeed(world, provider, link, true);
      exit(world, provider, link, code);
    }),
  ),
  event(
    1,
    'exitAndSucceed',
    [anyOne, anyExit],
    onOpenLink((world, provider, link, code) => {
      exit(world, provider, link, code);
      succeed(world, provider, link, true);
    }),
  ),
  event(
    2,
    'refuseToken',
    [anyOne],
    onLink(({ host }) => host.link.exit(createExit('INVALID_LINK_TOKEN'))),
  ),
  event(
    1,
    'crash',
    [anyOne],
    onLink(({ host }) => host.link.crash(new Error('Plaid Link has crashed.'))),
  ),
  event(2, 'sayLate', [anyOne, anyOne, fc.constantFrom('succeed', 'exit', 'ready', 'speak', 'crash')], sayLate),
  event(
    1,
    'remountLink',
    [anyOne],
    onLink(({ host }) => host.remountAtOnce()),
  ),
  event(2, 'setScript', [anyOne, fc.constantFrom('fast', 'slow', 'blocked')], (world, which, mood) => {
    const page = pick(world.alive(), which);
    if (!page) return false;
    page.script.mood = mood;
    if (mood === 'fast') page.script.arrive();
    return true;
  }),
];

function onLink<Args extends unknown[]>(
  act: (provider: ModelProvider, ...args: Args) => Promise<void>,
): Act<[number, ...Args]> {
  return (world, which, ...args) => {
    const provider = pick(
      world.providers().filter(({ host }) => !host.isEmpty),
      which,
    );
    if (!provider) return false;
    void act(provider, ...args);
    return true;
  };
}

/** A Link that is hidden says nothing of its end. */
function onOpenLink<Args extends unknown[]>(
  act: (world: ModelWorld, provider: ModelProvider, link: LinkByHand, ...args: Args) => void,
): Act<[number, ...Args]> {
  return (world, which, ...args) => {
    const open = world.providers().filter(({ host }) => !host.isEmpty && host.link.opens > 0);
    const provider = pick(open, which);
    if (!provider) return false;
    act(world, provider, provider.host.link, ...args);
    return true;
  };
}

function succeed(world: ModelWorld, provider: ModelProvider, link: LinkByHand, isTrue: boolean): void {
  const sessionId = world.finish(provider, link, isTrue);
  provider.ended.add(link);
  void link.succeed(sessionId);
}

function exit(_world: ModelWorld, provider: ModelProvider, link: LinkByHand, code: string): void {
  provider.ended.add(link);
  void link.exit(createExit(code));
}

function createExit(code: string): LinkExit {
  const error = code === '' ? null : new UpdateModeError('link_exit', 'Left with an error.', { plaidErrorCode: code });
  return { error, linkSessionId: undefined };
}

/** Of a Link that has gone, or has ended. */
function sayLate(
  world: ModelWorld,
  which: number,
  link: number,
  word: 'succeed' | 'exit' | 'ready' | 'speak' | 'crash',
): boolean {
  const provider = pick(world.providers(), which);
  const late = provider?.host.links.filter((one) => !one.isAlive || provider.ended.has(one)) ?? [];
  const speaker = pick(late, link);
  if (!speaker) return false;
  if (word === 'crash') void speaker.crash(new Error('Late.'));
  else if (word === 'succeed') void speaker.succeed('session-late');
  else void speaker[word]();
  return true;
}
