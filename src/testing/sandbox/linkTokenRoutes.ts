import * as v from 'valibot';
import { checkLinkCustomization } from './linkCustomizations.js';
import { parseLinkTokenRequest, type LinkTokenRequest } from './linkTokenRequest.js';
import { checkItem, checkLinkTokenRequest } from './linkTokenRules.js';
import type { LinkTarget } from './linkTokenStore.js';
import { viewLinkToken } from './linkTokenView.js';
import { PlaidFailure } from './plaidFailure.js';
import { parsePlaidBody, requireItem, requireUser, type PlaidRoute } from './plaidRoute.js';
import { checkRedirectUri } from './redirectUri.js';
import type { SandboxItem } from './sandboxItem.js';
import type { SandboxWorld } from './sandboxWorld.js';

/** Update mode only: the sandbox links no new Items. */
export function createLinkTokenRoutes(world: SandboxWorld): Record<string, PlaidRoute> {
  return {
    '/link/token/create'(body) {
      const request = parseLinkTokenRequest(body);
      checkLinkTokenRequest(request);
      checkLinkCustomization(world.linkCustomizations, request);
      const target = findTarget(world, request);
      for (const item of listItems(world, target)) {
        checkPermission(world, item);
        checkItem(item, request);
      }
      if (typeof request.redirect_uri === 'string') checkRedirectUri(world.redirectUris, request.redirect_uri);
      const token = world.linkTokens.create(target, request, world.now());
      return {
        link_token: token.linkToken,
        expiration: new Date(token.expiresAt).toISOString(),
        ...(token.hostedLinkId === null
          ? {}
          : { hosted_link_url: `${world.publicUrl}/link/hosted/${token.hostedLinkId}` }),
        ...(request.user_id == null ? {} : { user_id: request.user_id }),
      };
    },

    '/link/token/get'(body) {
      const { link_token: linkToken } = parsePlaidBody(v.strictObject({ link_token: v.string() }), body);
      const token = world.linkTokens.read(linkToken);
      if (token === undefined) {
        throw new PlaidFailure('INVALID_INPUT', 'INVALID_LINK_TOKEN', 'invalid link_token provided');
      }
      return viewLinkToken(token, world.now());
    },
  };
}

function findTarget(world: SandboxWorld, request: LinkTokenRequest): LinkTarget {
  const authorizationId = request.transfer?.authorization_id;
  if (authorizationId != null) {
    const authorization = world.authorizations.get(authorizationId);
    if (authorization === undefined) {
      throw new PlaidFailure('INVALID_INPUT', 'INVALID_FIELD', 'transfer.authorization_id is unknown');
    }
    return { kind: 'authorization', authorizationId, itemId: authorization.itemId };
  }
  if (request.update?.user === true) {
    const user = requireUser(world, request);
    const itemIds = request.update.item_ids ?? [];
    if (itemIds.some((itemId) => !user.itemIds.has(itemId))) {
      throw new PlaidFailure(
        'INVALID_REQUEST',
        'INVALID_FIELD',
        "update.item_ids has an Item that is none of the user's",
      );
    }
    return { kind: 'user', userId: user.userId, itemIds };
  }
  if (request.access_token == null) {
    const message = 'the following required fields are missing: access_token';
    throw new PlaidFailure('INVALID_REQUEST', 'MISSING_FIELDS', message);
  }
  return { kind: 'item', itemId: requireItem(world, request.access_token).itemId };
}

/** The Items that are certain by now: a user's broken one is chosen when Link opens. */
function listItems(world: SandboxWorld, target: LinkTarget): SandboxItem[] {
  const itemIds = target.kind === 'user' ? target.itemIds : [target.itemId];
  return itemIds.map((itemId) => world.items.find(itemId)).filter((item) => item !== undefined);
}

/** Depending on how the user has revoked the permission, update mode gives it back or can't be launched. */
function checkPermission(world: SandboxWorld, item: SandboxItem): void {
  const error = item.trouble?.error;
  if (error?.error_code !== 'USER_PERMISSION_REVOKED' || world.plaid.afterPermissionRevoked === 'update_mode') return;
  throw new PlaidFailure(error.error_type, error.error_code, error.error_message);
}
