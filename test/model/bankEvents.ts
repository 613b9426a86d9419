import { pick } from './command.js';
import { anyOne, event } from './event.js';

/** What banks do. */
export const bankEvents = [
  event(2, 'breakItem', [anyOne], ({ server }, which) => {
    const item = pick(server.items, which);
    if (!item || item.isBroken) return false;
    server.breakAnew(item);
    return true;
  }),
  event(2, 'healItem', [anyOne], ({ server }, which) => {
    const item = pick(server.items, which);
    if (!item || item.isActive) return false;
    server.healAlone(item);
    return true;
  }),
];
