import type { Browser, BrowserContext, Page } from 'playwright';
import type { PageWord } from '../page/main.js';
import { USER, type World } from '../world/startWorld.js';

/** What a row plays on: a browser with one user's tabs, in front of a world. */
export interface Stage {
  readonly world: World;
  readonly context: BrowserContext;
  /** The tab that the user looks at. */
  tab: Page;
  /** Tabs that were open before, and live on. */
  readonly others: Page[];
  /** Opens the app in another tab, and looks at that. */
  open(): Promise<Page>;
  /** Lets go of whatever a moment holds back. Kept in the order in which it came. */
  readonly heldBack: (() => Promise<void>)[];
  /** Moves all clocks. */
  pass(ms: number): Promise<void>;
  /** Waits, and then lets time pass, until it is so. */
  eventually(what: string, isSo: () => Promise<boolean> | boolean): Promise<void>;
  /** Waits without moving a clock. */
  soon(what: string, isSo: () => Promise<boolean> | boolean): Promise<void>;
  /** Waits for what is on its way. */
  within(what: string, promise: Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** After each wait without an answer so much time passes: past pauses, time limits and what a server asks for. */
const PASSING_MS = [0, 1_500, 3_000, 8_000, 31_000, 31_000, 65_000, 301_000, 301_000, 301_000, 1_900_000];
const LOOK_MS = 20;
const SHORT_MS = 150;
const LONG_MS = 8_000;

/** A row that did not end as it must. */
export class RowFailure extends Error {
  override readonly name = 'RowFailure';
}

export async function createStage(browser: Browser, world: World): Promise<Stage> {
  const context = await browser.newContext();
  context.setDefaultTimeout(LONG_MS);
  await context.clock.install();
  await context.addCookies([{ name: 'user', value: USER, url: world.url }]);
  await context.exposeBinding('tellFaultTable', (_source, word: PageWord) => hear(word));
  const heldBack: (() => Promise<void>)[] = [];

  function hear(word: PageWord): void {
    const { ledger } = world;
    if (word.type === 'handlers') ledger.mostHandlers = Math.max(ledger.mostHandlers, word.most);
    else if (word.by === 'user' && word.itemId !== null) ledger.heardByPage.push(word.itemId);
  }

  /** Looks for `ms` and, beyond that, for as long as the app's server is at work. */
  async function look(isSo: () => Promise<boolean> | boolean, ms: number): Promise<boolean> {
    const start = Date.now();
    for (;;) {
      if (await isSo()) return true;
      const waited = Date.now() - start;
      if (waited > ms && (!world.app.isBusy() || waited > LONG_MS)) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async function pass(ms: number): Promise<void> {
    world.pass(ms);
    await context.clock.fastForward(ms);
  }

  const firstTab = await context.newPage();
  const stage: Stage = {
    world,
    context,
    tab: firstTab,
    heldBack,
    others: [],
    async open() {
      stage.tab = stage.tab.url() === 'about:blank' && !stage.tab.isClosed() ? stage.tab : await context.newPage();
      await stage.tab.goto(world.url);
      return stage.tab;
    },
    pass,
    async eventually(what, isSo) {
      for (const ms of PASSING_MS) {
        if (ms > 0) await pass(ms);
        if (await look(isSo, SHORT_MS)) return;
      }
      throw new RowFailure(`never came: ${what}`);
    },
    async soon(what, isSo) {
      if (!(await look(isSo, LONG_MS))) throw new RowFailure(`did not come: ${what}`);
    },
    async within(what, promise) {
      let hasCome = false;
      await Promise.race([promise.then(() => (hasCome = true)), stage.soon(what, () => hasCome)]);
    },
    close: () => context.close(),
  };
  return stage;
}
