import { CountryCode, type PlaidApi } from 'plaid';
import * as v from 'valibot';
import { authenticate, type createStore, type User } from './owners.js';

interface BareOptions {
  plaid: PlaidApi;
  heron: { apiKey: string; baseUrl: string };
  items: ReturnType<typeof createStore>;
}

const linkTokenSchema = v.object({ target: v.object({ item_id: v.string() }) });
const listSchema = v.object({ links: v.array(v.looseObject({ item_id: v.string() })) });
const updateSchema = v.object({ integration_link: v.looseObject({ item_id: v.string() }) });

/**
 * The routes as somebody writes them on an afternoon: parse, find the Item, call Plaid and Heron, answer. No retries, no
 * time limits, no comparison of accounts, no facts, no checks of the request's origin. Nothing that does the same work can
 * be much quicker.
 */
export function createBareHandler({ plaid, heron, items }: BareOptions): (request: Request) => Promise<Response> {
  async function askHeron(method: string, path: string, body?: unknown): Promise<unknown> {
    const init: RequestInit = { method, headers: { 'x-api-key': heron.apiKey, 'content-type': 'application/json' } };
    if (body !== undefined) init.body = JSON.stringify(body);
    return (await fetch(heron.baseUrl + path, init)).json();
  }

  async function list(user: User): Promise<Response> {
    const { links } = v.parse(listSchema, await askHeron('GET', `/api/end_users/${user.id}/integration_links`));
    const own = new Map(items.list(user).map((item) => [item.itemId, item]));
    return Response.json({
      integration_links: links.flatMap((link) => {
        const item = own.get(link.item_id);
        return item ? [{ ...link, institution_name: item.institutionName }] : [];
      }),
    });
  }

  async function createLinkToken(user: User, body: unknown): Promise<Response> {
    const { target } = v.parse(linkTokenSchema, body);
    const item = items.find(user, target.item_id);
    if (!item) return new Response(null, { status: 404 });
    const { data } = await plaid.linkTokenCreate({
      client_name: 'Acme',
      language: 'en',
      country_codes: [CountryCode.Us],
      user: { client_user_id: user.id },
      access_token: item.accessToken,
    });
    return Response.json({ link_token: data.link_token, expiration: data.expiration });
  }

  async function confirm(user: User, body: unknown): Promise<Response> {
    const { target } = v.parse(linkTokenSchema, body);
    const item = items.find(user, target.item_id);
    if (!item) return new Response(null, { status: 404 });
    const { data } = await plaid.itemGet({ access_token: item.accessToken });
    if (data.item.error) return Response.json({ result: 'still_broken', integration_links: [] });
    const path = `/api/integration_links/${encodeURIComponent(item.itemId)}`;
    const update = await askHeron('PUT', path, { end_user: { access_token: item.accessToken } });
    const { integration_link: link } = v.parse(updateSchema, update);
    return Response.json({
      result: 'repaired',
      integration_links: [{ ...link, institution_name: item.institutionName }],
    });
  }

  return async (request) => {
    const user = authenticate(request);
    if (!user) return new Response(null, { status: 401 });
    switch (new URL(request.url).pathname) {
      case '/api/update-mode/integration-links':
        return list(user);
      case '/api/update-mode/link-token':
        return createLinkToken(user, await request.json());
      case '/api/update-mode/repairs':
        return confirm(user, await request.json());
      default:
        return new Response(null, { status: 404 });
    }
  };
}
