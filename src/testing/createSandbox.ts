import type { LinkBackend } from './linkBackend.js';
import { createFaults, type SandboxFaults } from './sandbox/faults.js';
import { createHeronApi } from './sandbox/heronApi.js';
import type { HeronProfile } from './sandbox/heronLink.js';
import { createHostedLinkControl, type HostedLinkControl } from './sandbox/hostedLinkControl.js';
import { createItemStore } from './sandbox/itemStore.js';
import { createLinkApi } from './sandbox/linkApi.js';
import type { LinkCustomizations } from './sandbox/linkCustomizations.js';
import { createLinkTokenStore } from './sandbox/linkTokenStore.js';
import { createPlaidApi } from './sandbox/plaidApi.js';
import { createRequestLog, readRequest, type SandboxRequest } from './sandbox/requestLog.js';
import { createSandboxControls, type SandboxControls } from './sandbox/sandboxControls.js';
import { createSandboxLink } from './sandbox/sandboxLink.js';
import { DEFAULT_PLAID_PROFILE, type PlaidProfile, type SandboxWorld } from './sandbox/sandboxWorld.js';
import { createUserStore } from './sandbox/userStore.js';
import { createWebhookKeys } from './sandbox/webhookKeys.js';
import { createWebhooks, type SandboxWebhooks, type WebhookOptions } from './sandbox/webhooks.js';

export interface SandboxOptions extends WebhookOptions {
  /** The clock, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
  /** The credentials that Plaid takes. Without them any will do. */
  clientId?: string | undefined;
  secret?: string | undefined;
  /** The key that Heron takes. Without it any will do. */
  heronApiKey?: string | undefined;
  /** The allow-list of Plaid's dashboard. Without it any well-formed URI will do. */
  redirectUris?: readonly string[] | undefined;
  /** The Link customizations of Plaid's dashboard. Without them any name will do. */
  linkCustomizations?: LinkCustomizations | undefined;
  /** Where a browser reaches this sandbox's `fetch`, for the pages of Hosted Link and of a bank with OAuth. @default 'https://sandbox.test' */
  publicUrl?: string | undefined;
  plaid?: Partial<PlaidProfile> | undefined;
  heron?: Partial<HeronProfile> | undefined;
}

/** A fake Plaid and a fake Heron, in memory, with Items that break, heal and sync. */
export interface Sandbox extends SandboxControls, SandboxWebhooks, HostedLinkControl {
  /** All routes of both, whatever the host, to give in the place of `fetch`. Paths below `/api/` are Heron's. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** For `installLinkSimulator({ backend })` in the same process. */
  readonly link: Required<LinkBackend>;
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
  const world = createWorld(options);
  const link = createSandboxLink(world);
  const faults: SandboxFaults = { plaid: null, heron: null, link: null };
  const log = createRequestLog();
  const applyFault = createFaults(faults);
  const webhooks = createWebhooks(world, options);
  const services = {
    plaid: createPlaidApi(world, webhooks),
    heron: createHeronApi(world),
    link: createLinkApi(world, link),
  };

  return {
    ...createSandboxControls(world),
    ...webhooks,
    ...createHostedLinkControl(world, link),
    async fetch(input, init) {
      // A Request stays itself: a server may have made one that the constructor does not take.
      const isRequest = init === undefined && typeof input === 'object' && 'url' in input;
      const request = isRequest ? input : new Request(input, init);
      const received = await readRequest(request, world.now());
      log.add(received);
      return (await applyFault(received, request.signal)) ?? services[received.service](received);
    },
    link,
    plaid: world.plaid,
    heron: world.heron,
    faults,
    requests: log.entries,
  };
}

function createWorld(options: SandboxOptions): SandboxWorld {
  const now = options.now ?? Date.now;
  return {
    now,
    items: createItemStore(now),
    users: createUserStore(),
    linkTokens: createLinkTokenStore(),
    oauthStates: new Map(),
    authorizations: new Map(),
    publicTokens: new Map(),
    webhookKeys: createWebhookKeys(now),
    plaid: { ...DEFAULT_PLAID_PROFILE, ...options.plaid },
    heron: { pendingFor: 1_500, syncingFor: 3_000, afterPut: 'sync', ...options.heron },
    clientId: options.clientId,
    secret: options.secret,
    heronApiKey: options.heronApiKey,
    redirectUris: options.redirectUris,
    linkCustomizations: options.linkCustomizations,
    webhook: options.webhook ?? null,
    publicUrl: (options.publicUrl ?? 'https://sandbox.test').replace(/\/$/, ''),
  };
}
