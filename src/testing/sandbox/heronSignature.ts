/** Heron's header `Heron-Signature`: a base64 HMAC-SHA256 of the body (Heron's page on webhooks, 20 November 2026). */
export async function signHeronWebhook(body: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new Uint8Array(encoder.encode(secret)), algorithm, false, ['sign']);
  const digest = await crypto.subtle.sign('HMAC', key, new Uint8Array(encoder.encode(body)));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
