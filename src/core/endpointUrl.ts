import { UpdateModeError } from './errors.js';

/** Throws where a URL can't be an endpoint for a browser, before anyone has pressed a button. */
export function assertEndpointUrl(url: string, option: string): void {
  if (typeof url !== 'string' || url.trim() === '') {
    throw new UpdateModeError(
      'misuse',
      `${option} is empty, so no link token can be fetched and no repair can be reported. ` +
        'Give the URL where your server mounts createUpdateModeHandler, for example "/api/update-mode".',
    );
  }
  if (/^\s*(https?:)?\/\/([^/?#]*[.@])?(herondata\.io|plaid\.com)([:/?#]|\s*$)/i.test(url)) {
    throw new UpdateModeError(
      'misuse',
      `${option} is ${url}, the API of Heron or Plaid itself. A browser must never call it: its key would be public. ` +
        'Give the URL of your own server, which holds the key and forwards the request.',
    );
  }
}

/** `base` and `path` with one slash between them. */
export function joinUrl(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path}`;
}
