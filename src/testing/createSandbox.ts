import type { LinkBackend } from './linkBackend.js';
import { createFaults, type SandboxFaults } from './sandbox/faults.js';
import { createHeronApi } from './sandbox/heronApi.js';
import {
  setHeronStatus,
  viewHeronLink,
  type HeronLinkView,
  type HeronProfile,
  type HeronStatus,
} from './sandbox/heronLink.js';
import { createItemStore } from './sandbox/itemStore.js';
import { createLinkApi } from './sandbox/linkApi.js';
import { createLinkTokenStore } from './sandbox/linkTokenStore.js';
import { createPlaidApi } from './sandbox/plaidApi.js';
import { createRequestLog, readRequest, type SandboxRequest } from './sandbox/requestLog.js';
import {
  breakItem,
  buildItem,
  findItemError,
  type CreateItemOptions,
  type SandboxItem,
} from './sandbox/sandboxItem.js';
import { createSandboxLink } from './sandbox/sandboxLink.js';
import type { PlaidProfile, SandboxWorld } from './sandbox/sandboxWorld.js';

export interface SandboxOptions {
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
  /** The credentials that Plaid takes. Without them any will do. */
  clientId?: string | undefined;
  secret?: string | undefined;
  /** The key that Heron takes. Without it any will do. */
  heronApiKey?: string | undefined;
  /** The allow-list of Plaid's dashboard. Without it any well-formed URI will do. */
  redirectUris?: readonly string[] | undefined;
  plaid?: Partial<PlaidProfile> | undefined;
  heron?: Partial<HeronProfile> | undefined;
}

/** What is true of one Item now. */
export interface SandboxItemView {
  itemId: string;
  accessToken: string;
  /** Plaid's error code, or `null` for a healthy Item. */
  error: string | null;
  /** `null` where Heron does not know the Item. */
  heron: HeronLinkView | null;
}

/** A fake Plaid and a fake Heron, in memory, with Items that break, heal and sync. */
export interface Sandbox {
  /** All routes of both, whatever the host, to give in the place of `fetch`. Paths below `/api/` are Heron's. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** For `installLinkSimulator({ backend })` in the same process. */
  readonly link: LinkBackend;
  createItem(options?: CreateItemOptions): { itemId: string; accessToken: string };
  /** At Plaid and, since its next sync fails, at Heron. @default code 'ITEM_LOGIN_REQUIRED' */
  breakItem(itemId: string, code?: string): void;
  /** As after `/item/remove`: Heron says `deleted_in_plaid`. */
  removeItem(itemId: string): void;
  /** For the statuses that no route leads to. */
  setHeronStatus(itemId: string, status: HeronStatus): void;
  readItem(itemId: string): SandboxItemView;
  /** All link tokens that were given so far are refused by Link from now on. */
  expireLinkTokens(): void;
  readonly plaid: PlaidProfile;
  readonly heron: HeronProfile;
  readonly faults: SandboxFaults;
  /** The last 500 requests with headers and bodies: credentials stand in them. */
  readonly requests: readonly SandboxRequest[];
}

/**
 * Makes a sandbox. Nothing in it leaves the process.
 *
 * @example
 * const sandbox = createSandbox();
 * const { itemId, accessToken } = sandbox.createItem({ endUserId: 'user-1' });
 * sandbox.breakItem(itemId);
 * const simulator = installLinkSimulator({ backend: sandbox.link });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world: SandboxWorld = {
    now: options.now ?? Date.now,
    items: createItemStore(),
    linkTokens: createLinkTokenStore(),
    publicTokens: new Map(),
    plaid: { healsAfter: 0, ...options.plaid },
    heron: { pendingFor: 1_500, syncingFor: 3_000, afterPut: 'sync', ...options.heron },
    clientId: options.clientId,
    secret: options.secret,
    heronApiKey: options.heronApiKey,
    redirectUris: options.redirectUris,
  };
  const link = createSandboxLink(world);
  const faults: SandboxFaults = { plaid: null, heron: null, link: null };
  const log = createRequestLog();
  const applyFault = createFaults(faults);
  const services = { plaid: createPlaidApi(world), heron: createHeronApi(world), link: createLinkApi(link) };

  function requireItem(itemId: string): SandboxItem {
    const item = world.items.find(itemId);
    if (item === undefined) throw new Error(`The sandbox has no Item ${itemId}: make it with createItem() first.`);
    return item;
  }

  return {
    async fetch(input, init) {
      // A Request stays itself: a server may have made one that the constructor does not take.
      const isRequest = init === undefined && typeof input === 'object' && 'url' in input;
      const request = isRequest ? input : new Request(input, init);
      const received = await readRequest(request, world.now());
      log.add(received);
      return (await applyFault(received, request.signal)) ?? services[received.service](received);
    },
    link,
    createItem(itemOptions = {}) {
      const item = buildItem(itemOptions, world.now());
      world.items.add(item);
      return { itemId: item.itemId, accessToken: item.accessToken };
    },
    breakItem: (itemId, code = 'ITEM_LOGIN_REQUIRED') => breakItem(requireItem(itemId), code, world.now()),
    removeItem(itemId) {
      const item = requireItem(itemId);
      item.isRemoved = true;
      if (item.heron !== null) setHeronStatus(item.heron, 'deleted_in_plaid', null, world.now());
    },
    setHeronStatus(itemId, status) {
      const { heron } = requireItem(itemId);
      if (heron !== null) setHeronStatus(heron, status, null, world.now());
    },
    readItem(itemId) {
      const item = requireItem(itemId);
      const now = world.now();
      return {
        itemId,
        accessToken: item.accessToken,
        error: findItemError(item, now)?.error_code ?? null,
        heron: item.heron === null ? null : viewHeronLink(itemId, item.heron, now),
      };
    },
    expireLinkTokens: () => world.linkTokens.expireAll(),
    plaid: world.plaid,
    heron: world.heron,
    faults,
    requests: log.entries,
  };
}
