import fc from 'fast-check';
import { describeBody, signForHeron, signToken } from '../signatures.js';
import { jsonMutation } from './mutatedJson.js';

/** The header that vouches for a body, or something like it. */
export type Signing = (bytes: Uint8Array<ArrayBuffer>) => Record<string, string>;

const textMutation = fc.oneof(
  fc.tuple(fc.nat({ max: 600 }), fc.constantFrom('', '.', '=', '%', 'A', '\u00e9', ' ')).map(
    ([at, text]) =>
      (token: string) =>
        replaceAt(token, at % Math.max(1, token.length), text),
  ),
  fc.nat({ max: 600 }).map((at) => (token: string) => token.slice(0, at % (token.length + 1))),
  fc.constant((token: string) => token.split('.').slice(0, 2).join('.')),
  fc.constant((token: string) => `${token}.${token}`),
  fc.constant((token: string) => token.toUpperCase()),
  fc.constantFrom('', '.', '..', '...', 'null', 'e30.e30.', 'a'.repeat(5000)).map((text) => () => text),
  fc.constant((token: string) => `Bearer ${token}`),
);

/** Signed, so that what is looked at behind the signature is reached as well. */
export const plaidSigning: fc.Arbitrary<Signing> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Signing>((bytes) => withToken(write(bytes))) },
  {
    weight: 3,
    arbitrary: fc.record({ header: fc.option(jsonMutation), claims: fc.option(jsonMutation) }).map(
      (mutations): Signing =>
        (bytes) =>
          withToken(write(bytes, mutations)),
    ),
  },
  {
    weight: 2,
    arbitrary: textMutation.map(
      (mutate): Signing =>
        (bytes) =>
          withToken(mutate(write(bytes))),
    ),
  },
);

export const heronSigning: fc.Arbitrary<Signing> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Signing>((bytes) => ({ 'heron-signature': signForHeron(bytes) })) },
  {
    weight: 2,
    arbitrary: textMutation.map((mutate): Signing => (bytes) => ({ 'heron-signature': mutate(signForHeron(bytes)) })),
  },
);

interface Mutations {
  header: ((valid: unknown) => string) | null;
  claims: ((valid: unknown) => string) | null;
}

function write(bytes: Uint8Array, mutations: Mutations = { header: null, claims: null }): string {
  const { header, claims } = describeBody(bytes);
  return signToken({
    header: mutations.header?.(header) ?? JSON.stringify(header),
    claims: mutations.claims?.(claims) ?? JSON.stringify(claims),
  });
}

function withToken(token: string): Record<string, string> {
  return { 'plaid-verification': token };
}

function replaceAt(token: string, at: number, text: string): string {
  return token.slice(0, at) + text + token.slice(at + 1);
}
