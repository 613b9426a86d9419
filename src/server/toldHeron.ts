import type { ItemFacts } from './itemFacts.js';

/** When a request about an Item came, and what was known then. */
export interface Arrival {
  /** Milliseconds since 1970, by the server's clock. */
  arrivedAt: number;
  /** `told_heron_at` of the facts as they were then. */
  toldBefore?: string | undefined;
}

/**
 * Whether Heron was given the access token by somebody else since a request came: once is enough for both, as what the
 * request is about was over by then. Two servers' clocks may differ, so the time alone is not believed: it also has to
 * have been written since.
 */
export function isToldSince({ told_heron_at }: ItemFacts, { arrivedAt, toldBefore }: Arrival): boolean {
  return told_heron_at !== undefined && told_heron_at !== toldBefore && Date.parse(told_heron_at) > arrivedAt;
}

/** The facts after Heron was given the access token; `at` is when that began, ISO 8601, or null where it was not. */
export function withToldHeron(facts: ItemFacts, at: string | null): ItemFacts {
  return at === null ? facts : { ...facts, told_heron_at: at, told_purposes: undefined };
}
