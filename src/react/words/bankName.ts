/** No bank has a longer one; past it, a name is no name. In code points. */
const LONGEST = 100;

/** What turns the writing direction of all that follows it, in our sentence as well. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A bank's name as it may stand in a sentence of ours and on a button, or null where there is nothing to read in it. */
export function bankName(name: string | null | undefined): string | null {
  if (!name) return null;
  // Cut first: what is not shown need not be looked at.
  const start = Array.from(name.slice(0, 4 * LONGEST));
  const shown = start.length > LONGEST ? `${start.slice(0, LONGEST - 1).join('')}…` : name;
  const plain = shown
    .replaceAll(DIRECTION_CONTROLS, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}\p{S}]/u.test(plain) ? plain : null;
}
