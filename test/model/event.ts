import fc from 'fast-check';
import type { Arbitrary, AsyncCommand } from 'fast-check';
import { ModelCommand, type Act } from './command.js';
import type { ModelWorld } from './modelWorld.js';

/** An event, and how often it comes beside the others. */
export interface Event {
  weight: number;
  arbitrary: Arbitrary<AsyncCommand<ModelWorld, ModelWorld>>;
}

/** Which one of those that are there: a small number shrinks to the first. */
export const anyOne = fc.nat({ max: 5 });

export function event<Args extends unknown[]>(
  weight: number,
  name: string,
  args: { [Index in keyof Args]: Arbitrary<Args[Index]> },
  act: Act<Args>,
): Event {
  const arbitrary = fc.tuple<Args>(...args).map((values) => new ModelCommand(name, values, act));
  return { weight, arbitrary };
}
