import { linkFrame, pressReconnect, reconnectButton, signIn } from './drive/person.js';
import type { Stage } from './drive/stage.js';
import type { Door } from './world/doors.js';
import type { Phase } from './world/gates.js';

/** What a user still has to do for the visit to be finished. */
export type Step = 'open' | 'press' | 'sign in' | 'allow';

/** A point in the life of one repair at which the world can be held still. */
export interface Moment {
  name: string;
  /** The bank signs its users in on a page of its own. */
  isOAuth?: boolean | undefined;
  /** Plaid's script takes that long; milliseconds. */
  scriptDelay?: number | undefined;
  /** Leads the user of a page that is open there. */
  reach(stage: Stage): Promise<void>;
  left: readonly Step[];
}

const SCRIPT_DELAY_MS = 5_000;

const firstBank = ({ world }: Stage): string => world.items[0]?.bank ?? '';

async function visit(stage: Stage): Promise<void> {
  await stage.open();
  await reconnectButton(stage.tab, firstBank(stage)).waitFor();
}

async function enterLink(stage: Stage): Promise<void> {
  await visit(stage);
  await pressReconnect(stage.tab, firstBank(stage));
}

/** Does what `begin` says until a request waits at that door. */
async function holdAt(stage: Stage, door: Door, phase: Phase, begin: () => Promise<void>): Promise<void> {
  const { reached } = stage.world.gates.close(door, phase);
  await begin();
  await stage.within(`a request at ${door}, ${phase}`, reached);
}

async function finishLink(stage: Stage): Promise<void> {
  await enterLink(stage);
  await signIn(stage.tab, firstBank(stage));
}

export const onLoad: Moment = {
  name: 'on load',
  reach: () => Promise.resolve(),
  left: ['open', 'press', 'sign in'],
};

export const listUnderWay: Moment = {
  name: 'list under way',
  reach: (stage) => holdAt(stage, 'app.list', 'before', async () => void (await stage.open())),
  left: ['press', 'sign in'],
};

export const beforeTheToken: Moment = { name: 'before the token', reach: visit, left: ['press', 'sign in'] };

export const tokenUnderWay: Moment = {
  name: 'token under way',
  reach: (stage) => holdAt(stage, 'app.token', 'before', () => enterLink(stage)),
  left: ['sign in'],
};

export const serverAsksForToken: Moment = {
  name: 'server asks Plaid for the token',
  reach: (stage) => holdAt(stage, 'plaid.token', 'before', () => enterLink(stage)),
  left: ['sign in'],
};

export const scriptUnderWay: Moment = {
  name: 'script under way',
  scriptDelay: SCRIPT_DELAY_MS,
  async reach(stage) {
    await enterLink(stage);
    await stage.tab.locator('script[src*="link-initialize"]').waitFor({ state: 'attached' });
    stage.heldBack.push(() => stage.pass(SCRIPT_DELAY_MS));
  },
  left: ['sign in'],
};

export const linkHidden: Moment = {
  name: 'Link hidden',
  async reach(stage) {
    await visit(stage);
    await reconnectButton(stage.tab, firstBank(stage)).hover();
    await linkFrame(stage.tab).locator('main').waitFor({ state: 'attached' });
  },
  left: ['press', 'sign in'],
};

export const linkOpening: Moment = {
  name: 'Link open, its session under way',
  reach: (stage) => holdAt(stage, 'link.open', 'before', () => enterLink(stage)),
  left: ['sign in'],
};

export const inThePane: Moment = {
  name: "in the institution's pane",
  async reach(stage) {
    await enterLink(stage);
    await linkFrame(stage.tab)
      .getByRole('heading', { name: `Sign in to ${firstBank(stage)}` })
      .waitFor();
  },
  left: ['sign in'],
};

export const onTheBanksPage: Moment = {
  name: "on the bank's own page",
  isOAuth: true,
  async reach(stage) {
    await enterLink(stage);
    await linkFrame(stage.tab)
      .getByRole('button', { name: `Continue to ${firstBank(stage)}` })
      .click();
    await stage.tab.getByRole('button', { name: 'Allow' }).waitFor();
  },
  left: ['allow'],
};

export const successUntold: Moment = {
  name: 'Link has finished, the page not told',
  reach: (stage) => holdAt(stage, 'link.finish', 'after', () => finishLink(stage)),
  left: [],
};

export const successJustFired: Moment = {
  name: 'success just fired',
  async reach(stage) {
    await enterLink(stage);
    const { tab } = stage;
    await tab.evaluate(() => window.reportHold.begin());
    // The tab may be gone by then.
    stage.heldBack.push(() => tab.evaluate(() => window.reportHold.end()).catch(() => {}));
    await signIn(tab, firstBank(stage));
    await stage.soon('a report that is about to leave', () => tab.evaluate(() => window.reportHold.isHolding));
  },
  left: [],
};

export const reportUnderWay: Moment = {
  name: 'report under way',
  reach: (stage) => holdAt(stage, 'app.report', 'before', () => finishLink(stage)),
  left: [],
};

export const serverAsksPlaid: Moment = {
  name: 'server asks Plaid',
  reach: (stage) => holdAt(stage, 'plaid.item', 'before', () => finishLink(stage)),
  left: [],
};

export const beforeThePut: Moment = {
  name: 'before the PUT',
  reach: (stage) => holdAt(stage, 'heron.put', 'before', () => finishLink(stage)),
  left: [],
};

export const afterThePut: Moment = {
  name: 'after the PUT, before its answer',
  reach: (stage) => holdAt(stage, 'heron.put', 'after', () => finishLink(stage)),
  left: [],
};

export const answerUnderWay: Moment = {
  name: 'answer under way',
  reach: (stage) => holdAt(stage, 'app.report', 'after', () => finishLink(stage)),
  left: [],
};

export const syncing: Moment = {
  name: 'syncing',
  async reach(stage) {
    await finishLink(stage);
    await stage.soon('the page hears of the repair', () => stage.world.ledger.heardByPage.length === 1);
  },
  left: [],
};
