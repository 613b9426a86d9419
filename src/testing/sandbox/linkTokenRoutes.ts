import * as v from 'valibot';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireItem, type PlaidRoute } from './plaidRoute.js';
import type { SandboxWorld } from './sandboxWorld.js';

const LANGUAGES = 'da de en es et fr hi it lt lv nl no pl pt ro sv vi'.split(' ');
const COUNTRIES = 'AT BE CA DE DK EE ES FI FR GB IE IT LT LV NL NO PL PT SE US'.split(' ');

/** Update mode only: the sandbox links no new Items. */
const bodySchema = v.strictObject({
  client_name: v.pipe(v.string(), v.minLength(1), v.maxLength(30)),
  language: v.picklist(LANGUAGES),
  country_codes: v.pipe(v.array(v.picklist(COUNTRIES)), v.minLength(1)),
  user: v.looseObject({ client_user_id: v.pipe(v.string(), v.minLength(1)) }),
  access_token: v.string(),
  products: v.nullish(v.array(v.string())),
  redirect_uri: v.nullish(v.string()),
  webhook: v.nullish(v.string()),
  link_customization_name: v.nullish(v.string()),
  android_package_name: v.nullish(v.string()),
  appearance_mode: v.nullish(v.picklist(['LIGHT', 'DARK', 'SYSTEM'])),
});

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSecure && search === '' && hash === '';
}

export function createLinkTokenRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/link/token/create'(body) {
      const request = parsePlaidBody(bodySchema, body);
      const item = requireItem(world, request.access_token);
      if ((request.products ?? []).length > 0) {
        throw new PlaidFailure(
          'INVALID_REQUEST',
          'INVALID_FIELD',
          'products must not be given for an Item that exists',
        );
      }
      if (typeof request.redirect_uri === 'string') checkRedirectUri(world, request.redirect_uri);
      const { linkToken, expiresAt } = world.linkTokens.create(item, request.client_name, world.now());
      return { link_token: linkToken, expiration: new Date(expiresAt).toISOString() };
    },
  };
}

function checkRedirectUri({ redirectUris }: SandboxWorld, redirectUri: string): void {
  if (!isRedirectUri(redirectUri)) {
    const message = 'redirect_uri must use HTTPS and have neither a query nor a fragment';
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', message);
  }
  if (redirectUris?.includes(redirectUri) === false) {
    const message = 'OAuth redirect URI must be configured in the developer dashboard';
    throw new PlaidFailure('INVALID_REQUEST', 'INVALID_FIELD', message);
  }
}
