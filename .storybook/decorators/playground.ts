import type { ArgTypes } from '@storybook/react-vite';
import type { IntegrationLink, IntegrationLinkStatus, RepairResult } from '../../src/index.js';
import type { LinkOutcome } from '../../src/testing/index.js';
import type { Device } from './device.js';
import { platypusLink, tartanLink } from './sampleLinks.js';
import type { Scene } from './scene.js';
import type { RouteFault } from './storyServer.js';

/** What somebody who plays may choose. Every choice is a name of one of the tables below. */
export interface PlaygroundArgs {
  cause: keyof typeof CAUSES;
  owner: 'you' | 'other';
  outcome: keyof typeof OUTCOMES;
  script: 'load' | 'error' | 'hang';
  /** Milliseconds. */
  linkDelay: number;
  /** Milliseconds. */
  latency: number;
  tokenRoute: keyof typeof FAULTS;
  reportRoute: keyof typeof FAULTS;
  listRoute: keyof typeof FAULTS;
  result: RepairResult | 'checking';
  recovery: keyof typeof RECOVERIES;
  device: 'usual' | Device;
  hostedLink: boolean;
  appWays: boolean;
}

export const PLAYGROUND_ARGS: PlaygroundArgs = {
  cause: 'a sign-in is needed',
  owner: 'you',
  outcome: 'you decide in Link',
  script: 'load',
  linkDelay: 0,
  latency: 300,
  tokenRoute: 'answers',
  reportRoute: 'answers',
  listRoute: 'answers',
  result: 'repaired',
  recovery: 'pending, syncing, active',
  device: 'usual',
  hostedLink: false,
  appWays: true,
};

const WORKS: Partial<IntegrationLink> = { status: 'active', status_message: null };
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const broken = (code: string): Partial<IntegrationLink> => ({ status_message: `[${code}] a sentence of Plaid’s` });

const CAUSES = {
  'a sign-in is needed': {},
  'the bank has locked the access': { ...broken('ITEM_LOCKED'), institution_url: 'https://bank.example' },
  'a consent ends in 6 days': { ...WORKS, consent_expiration_time: inDays(6) },
  'the bank moves in 6 days': {
    ...WORKS,
    pending_disconnect: { reason: 'INSTITUTION_MIGRATION', disconnect_time: inDays(6) },
  },
  'an account is missing': { ...WORKS, access_error: { code: 'ACCOUNTS_REMOVED' } },
  'there are new accounts': { ...WORKS, new_accounts_available: true },
  'the connection has ended': { status: 'deleted_in_plaid' },
  'the bank is away': broken('INSTITUTION_DOWN'),
  'it is not supported': broken('ITEM_NOT_SUPPORTED'),
} satisfies Record<string, Partial<IntegrationLink>>;

const OUTCOMES = {
  'you decide in Link': 'ask',
  success: { kind: 'success' },
  'the user leaves': { kind: 'exit' },
  'wrong password': { kind: 'error', errorCode: 'INVALID_CREDENTIALS' },
  'the bank is away': { kind: 'error', errorCode: 'INSTITUTION_DOWN' },
  'another user name': { kind: 'error', errorCode: 'INVALID_UPDATED_USERNAME' },
} satisfies Record<string, LinkOutcome>;

const FAULTS = {
  answers: undefined,
  'never answers': 'silent',
  '401, signed out': 401,
  '403, refused': 403,
  '429, too many': 429,
  '500, broken': 500,
  '503, away': 503,
} satisfies Record<string, RouteFault | undefined>;

const RECOVERIES = {
  'pending, syncing, active': ['pending', 'syncing', 'active'],
  'active at once': ['active'],
  'syncing for ever': ['syncing'],
  'erroring again': ['pending', 'erroring'],
} satisfies Record<string, readonly IntegrationLinkStatus[]>;

const RESULTS = ['repaired', 'unverifiable', 'unchanged', 'still_broken', 'checking'];

const select = (category: string, name: string, options: readonly string[]) => ({
  name,
  control: { type: 'select' } as const,
  options,
  table: { category },
});
const milliseconds = (category: string, name: string) => ({
  name,
  control: { type: 'range', min: 0, max: 5_000, step: 100 } as const,
  table: { category },
});

export const PLAYGROUND_CONTROLS: ArgTypes<PlaygroundArgs> = {
  cause: select('The connection', 'What is wrong', Object.keys(CAUSES)),
  owner: select('The connection', 'Whose it is', ['you', 'other']),
  outcome: select('Link', 'How the visit goes', Object.keys(OUTCOMES)),
  script: select('Link', 'Plaid’s script', ['load', 'error', 'hang']),
  linkDelay: milliseconds('Link', 'Until Link is there (ms)'),
  hostedLink: { name: 'Plaid’s own page is offered', control: 'boolean', table: { category: 'Link' } },
  latency: milliseconds('The app’s server', 'Each answer takes (ms)'),
  tokenRoute: select('The app’s server', 'POST link-token', Object.keys(FAULTS)),
  reportRoute: select('The app’s server', 'POST repairs', Object.keys(FAULTS)),
  listRoute: select('The app’s server', 'GET integration-links', Object.keys(FAULTS)),
  result: select('The app’s server', 'What Plaid says after a success', RESULTS),
  recovery: select('Heron', 'How it comes back', Object.keys(RECOVERIES)),
  device: select('The device', 'Its state', ['usual', 'offline', 'full']),
  appWays: { name: 'The app gives its own ways', control: 'boolean', table: { category: 'The app' } },
};

export function createPlaygroundScene(args: PlaygroundArgs): Partial<Scene> {
  const { device, appWays } = args;
  return {
    server: {
      links: [platypusLink({ ...CAUSES[args.cause], owner: args.owner }), tartanLink()],
      latency: args.latency,
      linkTokenFault: FAULTS[args.tokenRoute],
      repairFault: FAULTS[args.reportRoute],
      listFault: FAULTS[args.listRoute],
      hostedLinkUrl: args.hostedLink ? 'https://secure.plaid.com/hl/story' : undefined,
      result: args.result,
      recovery: RECOVERIES[args.recovery],
    },
    link: { outcome: OUTCOMES[args.outcome], script: { outcome: args.script }, loadDelay: args.linkDelay },
    device: device === 'usual' ? undefined : device,
    provider: appWays ? { appName: 'Acme', ...APP_WAYS } : { appName: 'Acme' },
  };
}

const nothing = () => {};
const APP_WAYS = { onNewLink: nothing, onAccountClosed: nothing, onContactSupport: nothing };
