import fc from 'fast-check';
import { anyOne, event } from './event.js';
import type { RequestKind, Weather } from './modelServer.js';
import { pick } from './command.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const anyKind = fc.constantFrom<RequestKind>('report', 'report', 'report', 'token', 'list');

const anyWeather: fc.Arbitrary<Weather> = fc.constantFrom<Weather>(
  { kind: 'held' },
  { kind: 'held' },
  { kind: 'lost request' },
  { kind: 'lost answer' },
  { kind: 'lost answer' },
  { kind: 'silence' },
  { kind: 'garbage' },
  { kind: 'checking' },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 422 },
  { kind: 'status', status: 429, retryAfter: 60 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: 20 },
  { kind: 'status', status: 503, retryAfter: 7200 },
);

const anySpan = fc.constantFrom(SECOND, 5 * SECOND, 30 * SECOND, 5 * MINUTE, 31 * MINUTE, 2 * HOUR, DAY);
const anyOffset = fc.constantFrom(0, -5 * MINUTE, 5 * MINUTE, -3 * HOUR, 3 * HOUR, -2 * DAY, 2 * DAY);

/** What the network, the server and the clock do. */
export const networkEvents = [
  event(5, 'weather', [anyKind, anyWeather, fc.constantFrom(1, 1, 2, 5, 1000)], (world, kind, what, times) => {
    world.network.change(kind, what, times);
  }),
  event(1, 'clearUp', [], (world) => {
    for (const kind of ['report', 'token', 'list'] as const) world.network.change(kind, null);
  }),
  event(4, 'release', [anyOne, fc.boolean()], (world, which, isAnswerLost) => {
    const held = pick(world.network.held, which);
    if (!held) return false;
    world.network.held = world.network.held.filter((other) => other !== held);
    held.release(isAnswerLost);
    return true;
  }),
  event(2, 'goOffline', [], ({ network }) => {
    if (!network.isOnline) return false;
    network.isOnline = false;
    return true;
  }),
  event(2, 'comeOnline', [], (world) => {
    if (world.network.isOnline) return false;
    world.network.isOnline = true;
    for (const page of world.alive()) page.look();
    return true;
  }),
  event(6, 'pass', [anySpan], (world, ms) => world.pass(ms)),
  event(1, 'setClock', [anyOffset], ({ time }, ms) => time.setDevice(ms)),
];
