import { expect, it } from 'vitest';
import { renderAppWithOwnLink } from '../support/appWithOwnLink.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';

const SCRIPT_MS = 5_000;

it('loads the script once, though the Link of the app takes its tag with it while it loads (1.3)', async () => {
  startFakeClock();
  const simulator = startLinkSimulator({ script: { outcome: 'load', delay: SCRIPT_MS } });
  const { clickReconnect, goToNextPage } = renderAppWithOwnLink();
  await clickReconnect();
  goToNextPage();
  await passTime(SCRIPT_MS);
  await untilLinkIsOpen(simulator);
  expect(simulator.script).toEqual({ requests: 1, executions: 1 });
});
