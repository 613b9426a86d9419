import type { Fault } from '../fault.js';
import type { Stage } from '../drive/stage.js';

const HOUR_MS = 3_600_000;
const nothing = (): Promise<void> => Promise.resolve();

/** The device's clock alone. */
function deviceClock(name: string, ms: number): Fault {
  return {
    name,
    async begin({ context, tab }) {
      const now = await tab.evaluate(() => Date.now());
      await context.clock.setSystemTime(now + ms);
    },
    end: nothing,
  };
}

export const clockAhead = deviceClock('device clock jumps a day ahead', 24 * HOUR_MS);
export const clockBack = deviceClock('device clock jumps a day back', -24 * HOUR_MS);
export const clockYearAhead = deviceClock('device clock jumps a year ahead', 365 * 24 * HOUR_MS);

/** Before a fault is over a day goes by, by all clocks. */
export function forADay(fault: Fault): Fault {
  return {
    ...fault,
    name: `${fault.name}, for a day`,
    async end(stage: Stage) {
      for (let hour = 0; hour < 24; hour += 2) await stage.pass(2 * HOUR_MS);
      await fault.end(stage);
    },
  };
}

export const tokenExpires: Fault = {
  name: 'link token expires',
  begin: async ({ world }) => world.sandbox.expireLinkTokens(),
  end: nothing,
};

export const halfAnHourPasses: Fault = {
  name: '31 minutes pass',
  begin: (stage) => stage.pass(31 * 60_000),
  end: nothing,
};
