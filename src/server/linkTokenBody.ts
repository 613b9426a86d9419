import type { LinkTokenCreateRequest } from 'plaid';
import type { FoundTarget } from './findTarget.js';
import type { PlaidUser } from './itemsPort.js';
import type { LinkTokenOptions } from './linkTokenOptions.js';
import type { PlaidLiteral } from './plaidLiteral.js';

/** Parts of the body of `/link/token/create`. */
export type LinkTokenFields = Partial<PlaidLiteral<LinkTokenCreateRequest>>;

/** The whole body: what the app gives for all link tokens, what is visited, and what for. */
export function createLinkTokenBody(
  { client_name, language, country_codes, redirect_uri, hosted_link }: LinkTokenOptions,
  clientUserId: string,
  target: LinkTokenFields,
  purpose: LinkTokenFields,
): LinkTokenCreateRequest {
  const fields: LinkTokenFields = { ...target, ...purpose };
  // Plaid takes one of the two: https://plaid.com/docs/api/users/migrate-to-new-user-apis/
  if (fields.user_id === undefined) fields.user = { client_user_id: clientUserId };
  if (redirect_uri !== undefined) fields.redirect_uri = redirect_uri;
  if (hosted_link !== undefined) fields.hosted_link = pickHostedLink(hosted_link);
  // The SDK's enums are these very strings.
  return { client_name, language, country_codes, ...fields } as LinkTokenCreateRequest;
}

/** https://plaid.com/docs/link/update-mode/#using-update-mode */
export function createTargetFields(
  { item, user, authorization }: FoundTarget,
  brokenItemIds: string[],
): LinkTokenFields {
  if (item) return { access_token: item.accessToken };
  // Instead of an access token: https://plaid.com/docs/transfer/creating-transfers/
  if (authorization) return { transfer: { authorization_id: authorization.authorizationId } };
  // Without ids, or for a `user_id`, Plaid takes the Item that broke last.
  const ids = user.userToken === undefined ? [] : brokenItemIds;
  return { ...createUserFields(user), update: ids.length > 0 ? { user: true, item_ids: ids } : { user: true } };
}

export function createUserFields({ userToken, userId }: PlaidUser): LinkTokenFields {
  return userToken === undefined ? { user_id: userId } : { user_token: userToken };
}

function pickHostedLink(
  options: NonNullable<LinkTokenOptions['hosted_link']>,
): NonNullable<LinkTokenFields['hosted_link']> {
  const { completion_redirect_uri, url_lifetime_seconds, is_mobile_app } = options;
  const picked: NonNullable<LinkTokenFields['hosted_link']> = {};
  if (completion_redirect_uri !== undefined) picked.completion_redirect_uri = completion_redirect_uri;
  if (url_lifetime_seconds !== undefined) picked.url_lifetime_seconds = url_lifetime_seconds;
  if (is_mobile_app !== undefined) picked.is_mobile_app = is_mobile_app;
  return picked;
}
