export const REDACTED = '[redacted]';

/** Plaid's tokens that open something for whoever holds them; a link token, which a browser is given, is none of these. */
const SECRET_TOKEN =
  /(?:access|public|user|processor|asset-report|audit-copy)-(?:sandbox|development|production)-[\w-]+/gi;

const SECRET_FORMS = [
  SECRET_TOKEN,
  /link-(?:sandbox|development|production)-[\w-]+/gi,
  // A JSON Web Token.
  /eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  // Plaid's client ids and secrets are of 24 and 30 hexadecimal digits.
  /(?<![\da-z])[\da-f]{24,}(?![\da-z])/gi,
  // Keys as most services name them.
  /(?<![a-z\d])(?:key|sec|sk|rk|whsec)_[\w-]{8,}/gi,
  /\bbearer\s+[^\s"',]+/gi,
];

/** Takes out of a text whatever looks like a token or a key, and these secrets. */
export function redactSecrets(text: string, secrets: readonly string[] = []): string {
  const known = secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, REDACTED)), text);
  return SECRET_FORMS.reduce((rest, form) => rest.replace(form, REDACTED), known);
}

/** Takes out of an answer's body what no browser is to hold: Heron's or Plaid's words may quote what they were sent. */
export function redactSecretTokens(text: string): string {
  return text.replace(SECRET_TOKEN, REDACTED);
}
