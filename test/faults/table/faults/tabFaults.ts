import type { Fault } from '../fault.js';
import type { Stage } from '../drive/stage.js';

const reopen = async (stage: Stage): Promise<void> => void (await stage.open());
const nothing = (): Promise<void> => Promise.resolve();

export const tabClosed: Fault = { name: 'tab closed', begin: ({ tab }) => tab.close(), end: reopen };

export const tabCrashed: Fault = {
  name: 'tab crashed',
  async begin({ tab, context }) {
    const crashed = tab.waitForEvent('crash');
    const session = await context.newCDPSession(tab);
    // It has nobody left to answer it.
    void session.send('Page.crash').catch(() => {});
    await crashed;
    await tab.close();
  },
  end: reopen,
};

export const tabReloaded: Fault = {
  name: 'tab reloaded',
  begin: async ({ tab }) => void (await tab.reload()),
  end: nothing,
};

export const wentElsewhereAndBack: Fault = {
  name: 'went elsewhere and back',
  begin: async ({ tab, world }) => void (await tab.goto(`${world.url}/elsewhere`)),
  end: async ({ tab }) => void (await tab.goBack()),
};

export const wentBackAndForward: Fault = {
  name: 'went back and forward',
  begin: async ({ tab }) => void (await tab.goBack()),
  end: async ({ tab }) => void (await tab.goForward()),
};

/** From the bank's own page, before anything is decided there. */
export const wentBackFromTheBank: Fault = {
  name: 'went back from the bank',
  begin: async ({ tab }) => void (await tab.goBack()),
  end: nothing,
};
