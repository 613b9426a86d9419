import { createMemoryItems } from 'react-plaid-update-mode/server';
import { createSandbox, SANDBOX_INSTITUTIONS, type Sandbox } from 'react-plaid-update-mode/testing';
import { createAppServer, type AppServer } from './appServer.js';
import { createBankServer } from './bankServer.js';
import type { BuiltPage, PageSettings } from './builtPage.js';
import { createGates, type Gates } from './gates.js';
import { createLedger, type Ledger } from './ledger.js';
import { listen, type Listener } from './nodeServer.js';
import { createSpoils, type Spoils } from './spoils.js';

/** Whose page it is, unless a row says otherwise. */
export const USER = 'alice';

export interface WorldItem {
  itemId: string;
  accessToken: string;
  bank: string;
}

/** One row's world: an app with broken Items, and the banks behind it. It outlives every tab. */
export interface World {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly app: AppServer;
  readonly appListener: Listener;
  readonly bankListener: Listener;
  readonly gates: Gates;
  readonly spoils: Spoils;
  readonly ledger: Ledger;
  readonly items: readonly WorldItem[];
  /** For pages that are loaded from now on. */
  readonly settings: Pick<PageSettings, 'script' | 'oauth'>;
  /** Moves the clock of servers and banks. */
  pass(ms: number): void;
  close(): Promise<void>;
}

export interface WorldOptions {
  page: BuiltPage;
  /** How many broken Items the user has. */
  items: number;
  /** The first of them signs in on its bank's own page. */
  isOAuth: boolean;
}

const BANKS = SANDBOX_INSTITUTIONS;
const PLAIN_BANKS = [
  BANKS.firstPlatypusBank,
  BANKS.tartanBank,
  BANKS.tattersallFederalCreditUnion,
  BANKS.royalBankOfPlaid,
  BANKS.platypusBankOfEurope,
];

export async function startWorld({ page, items: count, isOAuth }: WorldOptions): Promise<World> {
  const gates = createGates();
  const spoils = createSpoils();
  const ledger = createLedger();
  const settings: World['settings'] = { script: { outcome: 'load' }, oauth: isOAuth ? 'redirect' : 'popup' };
  const stored = createMemoryItems<string>((user) => user);
  let passed = 0;
  const now = () => Date.now() + passed;

  const bankListener = await listen((request, isGone) => serveBank(request, isGone));
  const appListener = await listen((request, isGone) => app.serve(request, isGone));
  const sandbox = createSandbox({
    now,
    publicUrl: bankListener.url,
    heron: { pendingFor: 1_000, syncingFor: 1_000 },
    plaid: { whenHealthy: 'item-no-error' },
  });
  const items = [...(isOAuth ? [BANKS.platypusOAuthBank] : []), ...PLAIN_BANKS].slice(0, count).map((institution) => {
    const { institution_id: institutionId, name: bank, country_code: countryCode } = institution;
    const made = sandbox.createItem({ institutionId, endUserId: USER });
    sandbox.breakItem(made.itemId);
    stored.add(USER, { ...made, institutionName: bank, countryCode });
    return { ...made, bank };
  });
  const app = createAppServer({
    page,
    items: stored,
    gates,
    spoils,
    ledger,
    now,
    bankUrl: bankListener.url,
    appUrl: appListener.url,
    settings,
  });
  const serveBank = createBankServer({
    sandbox,
    gates,
    spoils,
    ledger,
    findItemId: (accessToken) => items.find((item) => item.accessToken === accessToken)?.itemId,
    isAlive: app.isAlive,
  });

  return {
    url: appListener.url,
    sandbox,
    app,
    appListener,
    bankListener,
    gates,
    spoils,
    ledger,
    items,
    settings,
    pass: (ms) => void (passed += ms),
    async close() {
      gates.openAll();
      await Promise.all([appListener.close(), bankListener.close()]);
    },
  };
}
