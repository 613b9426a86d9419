import type { LinkBehaviour } from 'react-plaid-update-mode/testing';
import type { Fault } from '../fault.js';
import type { Stage } from '../drive/stage.js';

const WELL: LinkBehaviour = { script: { outcome: 'load' }, createError: null, loadDelay: 0 };

/** What Plaid's script or its frame does from now on, until all is well. */
function link(name: string, behaviour: LinkBehaviour): Fault {
  const configure = ({ tab }: Stage, changes: LinkBehaviour): Promise<void> =>
    tab.evaluate((wanted) => window.linkSimulator.configure(wanted), changes);
  return {
    name,
    begin: (stage) => configure(stage, behaviour),
    end: (stage) => configure(stage, WELL),
  };
}

export const scriptBlocked = link("Plaid's script blocked", { script: { outcome: 'error' } });
export const scriptHangs = link("Plaid's script never comes", { script: { outcome: 'hang' } });
export const scriptSlow = link("Plaid's script slow", { script: { outcome: 'load', delay: 12_000 } });
export const frameHangs = link("Link's frame never comes", { loadDelay: 'never' });
export const frameSlow = link("Link's frame slow", { loadDelay: 12_000 });
