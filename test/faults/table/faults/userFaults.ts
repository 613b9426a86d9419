import type { Fault } from '../fault.js';
import type { Stage } from '../drive/stage.js';
import { USER } from '../world/startWorld.js';

const OTHER_USER = 'bob';

async function logIn({ context, world }: Stage, user: string): Promise<void> {
  await context.addCookies([{ name: 'user', value: user, url: world.url }]);
}

/** The page is left for the login form, and comes back as somebody else's. */
export const otherUserLogsIn: Fault = {
  name: 'another user logs in',
  async begin(stage) {
    await stage.tab.goto(`${stage.world.url}/elsewhere`);
    await logIn(stage, OTHER_USER);
    await stage.tab.goto(stage.world.url);
    await stage.pass(600_000);
  },
  async end(stage) {
    await stage.tab.goto(`${stage.world.url}/elsewhere`);
    await logIn(stage, USER);
    await stage.tab.goto(stage.world.url);
  },
};

/** The same without a new document. */
export const otherUserOnTheSamePage: Fault = {
  name: 'another user logs in on the same page',
  async begin(stage) {
    await logIn(stage, OTHER_USER);
    await stage.tab.evaluate((user) => window.showPageOf(user), OTHER_USER);
    await stage.pass(600_000);
  },
  async end(stage) {
    await logIn(stage, USER);
    await stage.tab.evaluate((user) => window.showPageOf(user), USER);
  },
};
