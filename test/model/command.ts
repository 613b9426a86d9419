import type { AsyncCommand } from 'fast-check';
import { checkAlways } from './invariants.js';
import type { ModelWorld } from './modelWorld.js';

/** One event. It shrinks away where it can't happen, and prints as it would be read aloud. */
export class ModelCommand<Args extends readonly unknown[]> implements AsyncCommand<ModelWorld, ModelWorld> {
  constructor(
    private readonly name: string,
    private readonly args: Args,
    private readonly act: Act<Args>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_model: ModelWorld, world: ModelWorld): Promise<void> {
    const hasHappened = await this.act(world, ...this.args);
    if (hasHappened === false) return;
    world.count(this.name);
    await world.settle();
    checkAlways(world);
    const [complaint] = world.complaints;
    if (complaint !== undefined) throw new Error(complaint);
  }

  toString(): string {
    return `${this.name}(${this.args.map((arg) => JSON.stringify(arg)).join(', ')})`;
  }
}

/** Does it to the world; false where there is nothing that it could be done to. */
export type Act<Args extends readonly unknown[]> = (
  world: ModelWorld,
  ...args: Args
) => void | boolean | Promise<void | boolean>;

/** One of them, whatever the number. */
export function pick<Value>(list: readonly Value[], number: number): Value | undefined {
  return list[number % Math.max(1, list.length)];
}
