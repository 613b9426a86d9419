import type { Plaid, PlaidLinkOptions } from 'react-plaid-link';
import {
  createLinkHandler,
  type LinkHandlerConfig,
  type LinkHandlerContext,
  type LinkHandlerRecord,
  type SimulatedLinkHandler,
} from './linkHandler.js';

/** The `window.Plaid` of one simulator, and what has become of it. */
export interface PlaidGlobal {
  readonly plaid: Plaid;
  readonly records: readonly LinkHandlerRecord[];
  countAlive(): number;
  readonly maxAlive: number;
  /** Removes all handlers without a word to anyone. */
  dispose(): void;
}

/** Plaid checks these when Link is created, and throws. */
function parseConfig(options: PlaidLinkOptions): LinkHandlerConfig {
  if (!('token' in options) || options.token === null || options.token === undefined || options.token === '') {
    throw new Error('Missing Link parameter. Link requires a token to be provided.');
  }
  if (typeof options.onSuccess !== 'function') {
    throw new Error('Invalid Link parameter: onSuccess must be a function.');
  }
  return { ...options, token: options.token };
}

export function createPlaidGlobal(context: LinkHandlerContext): PlaidGlobal {
  const handlers: SimulatedLinkHandler[] = [];
  const records: LinkHandlerRecord[] = [];
  const countAlive = (): number => records.filter((record) => !record.isDestroyed).length;
  let maxAlive = 0;

  const plaid: Plaid = {
    create(options) {
      const { createError } = context.getBehaviour();
      if (createError !== null) throw createError;
      const handler = createLinkHandler(parseConfig(options), context, handlers.length + 1);
      handlers.push(handler);
      records.push(handler.record);
      maxAlive = Math.max(maxAlive, countAlive());
      return handler.plaidHandler;
    },
    createEmbedded() {
      throw new Error('The Link simulator has no embedded Link: use Plaid.create.');
    },
  };

  return {
    plaid,
    records,
    countAlive,
    get maxAlive() {
      return maxAlive;
    },
    dispose() {
      for (const handler of handlers) handler.dispose();
    },
  };
}
