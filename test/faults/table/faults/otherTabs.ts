import type { Fault } from '../fault.js';
import { linkFrame, pressReconnect, signIn } from '../drive/person.js';
import { RowFailure, type Stage } from '../drive/stage.js';

async function openOthers(stage: Stage, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const tab = await stage.context.newPage();
    await tab.goto(stage.world.url);
    stage.others.push(tab);
  }
}

/** The same fault with more tabs of the app beside; the user goes on in one that was there already. */
export function besides(count: number, fault: Fault): Fault {
  return {
    name: `${fault.name}, ${count} more open`,
    async prepare(stage) {
      await fault.prepare?.(stage);
      await openOthers(stage, count);
    },
    begin: fault.begin,
    async end(stage) {
      const [next] = stage.others;
      if (!next) throw new RowFailure('there is no other tab');
      stage.tab = next;
    },
  };
}

async function setFrozen({ context, tab }: Stage, isFrozen: boolean): Promise<void> {
  const session = await context.newCDPSession(tab);
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
  await session.detach();
}

/** The tab that has the report stands still, and others are there. */
export const tabFrozen: Fault = {
  name: 'tab frozen, 1 more open',
  prepare: (stage) => openOthers(stage, 1),
  begin: (stage) => setFrozen(stage, true),
  end: (stage) => setFrozen(stage, false),
};

/** Link is open in other tabs as well, for the same Item or for others, and the user finishes there too. */
export function allGoThroughLink(count: number, which: 'same Item' | 'different Items'): Fault {
  const bankOf = ({ world }: Stage, index: number): string =>
    world.items[which === 'same Item' ? 0 : index + 1]?.bank ?? '';
  return {
    name: `${count} tabs go through Link, ${which}`,
    async prepare(stage) {
      await openOthers(stage, count - 1);
      for (const [index, tab] of stage.others.entries()) {
        const bank = bankOf(stage, index);
        await pressReconnect(tab, bank);
        await linkFrame(tab)
          .getByRole('heading', { name: `Sign in to ${bank}` })
          .waitFor();
      }
    },
    async begin(stage) {
      const { ledger } = stage.world;
      for (const [index, tab] of stage.others.entries()) {
        const before = ledger.finished.length;
        await signIn(tab, bankOf(stage, index));
        await stage.soon('a visit to be finished', () => ledger.finished.length > before);
      }
    },
    end: () => Promise.resolve(),
  };
}
