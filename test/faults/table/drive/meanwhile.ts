import type { Meanwhile } from '../row.js';
import type { Moment, Step } from '../moments.js';
import { bannerOf, linkFrame, pressReconnect, readBanner, reconnectButton, signIn } from './person.js';
import type { Stage } from './stage.js';

/** What the banner says, by words of `messages/en`. */
const WORDS: Partial<Record<Meanwhile, RegExp>> = {
  'not opened': /could not be opened/,
  left: /could not be completed|You left before the end/,
  'still broken': /still asks for it/,
  // Why it waits has words of its own.
  waiting: /we keep trying|as soon as you’re back online|we finish checking/,
  refused: /couldn’t confirm that/,
};

/** What the user can't get to. */
const STOPS_AT: Partial<Record<Meanwhile, Step>> = { gone: 'open', silent: 'press', 'not opened': 'sign in' };

/** Goes as far as the fault lets the user go, and looks at what the page says then. */
export async function expectMeanwhile(stage: Stage, moment: Moment, meanwhile: Meanwhile): Promise<void> {
  const bank = stage.world.items[0]?.bank ?? '';
  for (const step of moment.left) {
    if (step === STOPS_AT[meanwhile] || meanwhile === 'gone') break;
    await take(stage, step, bank, meanwhile);
  }
  const words = WORDS[meanwhile];
  if (words) {
    await stage.eventually(`the banner says ${String(words)}`, async () =>
      words.test(await readBanner(stage.tab, bank)),
    );
  }
  if (meanwhile === 'silent') {
    await stage.soon('the fault to strike', () => !stage.world.spoils.areUntaken());
    await stage.soon('no banner', async () => (await bannerOf(stage.tab, bank).count()) === 0);
  }
  if (meanwhile === 'works') {
    await stage.eventually('the repair to go through', () => stage.world.ledger.heardByPage.length > 0);
  }
}

async function take(stage: Stage, step: Step, bank: string, meanwhile: Meanwhile): Promise<void> {
  switch (step) {
    case 'open':
      await stage.open();
      return;
    case 'press':
      await stage.eventually('the button to reconnect', () => reconnectButton(stage.tab, bank).isVisible());
      return pressReconnect(stage.tab, bank);
    case 'sign in':
      return enter(stage, bank, meanwhile);
    case 'allow':
      return stage.tab.getByRole('button', { name: 'Allow' }).click();
  }
}

/** Signs in, unless Link has let go of the user before. */
async function enter(stage: Stage, bank: string, meanwhile: Meanwhile): Promise<void> {
  const pane = linkFrame(stage.tab).getByRole('heading', { name: `Sign in to ${bank}` });
  const words = meanwhile === 'left' ? WORDS.left : undefined;
  let hasLeft = false;
  await stage.eventually('Link, or a word about it', async () => {
    hasLeft = words?.test(await readBanner(stage.tab, bank)) ?? false;
    return hasLeft || pane.isVisible();
  });
  if (!hasLeft) await signIn(stage.tab, bank);
}
