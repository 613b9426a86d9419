import fc from 'fast-check';
import { bankEvents } from './bankEvents.js';
import { linkEvents } from './linkEvents.js';
import { networkEvents } from './networkEvents.js';
import { tabEvents } from './tabEvents.js';
import { userEvents } from './userEvents.js';

/** All that can happen, in random orders. */
export const anyEvent = fc.oneof(...userEvents, ...linkEvents, ...networkEvents, ...tabEvents, ...bankEvents);
