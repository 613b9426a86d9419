import type { Fault } from '../fault.js';
import { lookAgain } from '../drive/person.js';

export const offline: Fault = {
  name: 'device offline',
  async begin({ context, world }) {
    await context.setOffline(true);
    // Chromium's switch leaves alone what is under way.
    world.appListener.breakConnections();
    world.bankListener.breakConnections();
  },
  end: ({ context }) => context.setOffline(false),
};

export const serverRefuses: Fault = {
  name: 'server refuses connections',
  begin: ({ world }) => world.appListener.refuse(),
  end: ({ world }) => world.appListener.accept(),
};

export const serverRestarts: Fault = {
  name: 'server restarts',
  async begin({ world }) {
    world.app.restart();
    world.appListener.breakConnections();
  },
  end: () => Promise.resolve(),
};

/** The server lives, and does not know that nobody hears it any more. */
export const connectionsBreak: Fault = {
  name: 'connections break',
  begin: async ({ world }) => world.appListener.breakConnections(),
  end: () => Promise.resolve(),
};

/** As before, on connections that were used before: the browser itself sends the request again, at once. */
export const browserSendsAgain: Fault = {
  name: 'the browser sends again',
  prepare: async ({ world }) => void (world.appListener.keepsConnections = true),
  async begin(stage) {
    const { gates, appListener } = stage.world;
    const { reached } = gates.close('app.report', 'before');
    appListener.breakConnections();
    await stage.within('the same report a second time', reached);
  },
  end: () => Promise.resolve(),
};

export const loggedOut: Fault = {
  name: 'logged out (401)',
  begin: async ({ world }) => world.app.setSessions(false),
  async end({ world, tab }) {
    world.app.setSessions(true);
    await lookAgain(tab);
  },
};
