const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

function randomText(alphabet: string, length: number): string {
  const numbers = crypto.getRandomValues(new Uint32Array(length));
  return Array.from(numbers, (number) => alphabet.charAt(number % alphabet.length)).join('');
}

/** In the form of Plaid's ids: 37 letters and digits for an Item or an account, 15 for a request. */
export function createPlaidId(length = 37): string {
  return randomText(LETTERS, length);
}

/** In the form of a UUID, as in Plaid's tokens. `crypto.randomUUID` is missing on pages without TLS. */
export function createUuid(): string {
  return [8, 4, 4, 4, 12].map((length) => randomText(HEX, length)).join('-');
}
