/** One Item, by Plaid's `item_id`. */
export interface ItemTarget {
  item_id: string;
}

/** All Items of the signed-in user that need them, one visit after the other. Needs Plaid's user token on the server. */
export interface UserTarget {
  user: true;
}

/** A Transfer authorization whose decision is `user_action_required`, by Plaid's id. */
export interface AuthorizationTarget {
  authorization_id: string;
}

/** What a link token or a report is for. */
export type Target = ItemTarget | UserTarget | AuthorizationTarget;

/** The Item of a target, where it names one. */
export function readItemId(target: Target): string | null {
  return 'item_id' in target ? target.item_id : null;
}

/** What marks the elements that open Link for a target. */
export function createOpenerName(target: Target): string {
  return readItemId(target) ?? createTargetKey(target);
}

/** The Item of an opener, where it opens Link for one. */
export function readOpenerName(name: string): string | null {
  return name === '' || name === 'user' || name.startsWith('authorization:') ? null : name;
}

/** One string for each target, to compare and to store by. */
export function createTargetKey(target: Target): string {
  if ('item_id' in target) return `item:${target.item_id}`;
  return 'authorization_id' in target ? `authorization:${target.authorization_id}` : 'user';
}
