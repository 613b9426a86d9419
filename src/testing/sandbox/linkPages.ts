import { readBankForm, renderBankPage, renderEndPage } from '../bankPage.js';
import type { LinkBackend } from '../linkBackend.js';
import { describeRunningSession, type OpenedSession } from './linkSessionAnswer.js';
import type { LinkToken } from './linkTokenStore.js';
import type { SandboxRequest } from './requestLog.js';
import type { SandboxWorld } from './sandboxWorld.js';

const OAUTH_PATH = /^\/link\/oauth\/([^/]+)$/;
const HOSTED_PATH = /^\/link\/hosted\/([^/]+)$/;

const show = (html: string, status = 200): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** The pages that a browser visits: the bank's own, and Hosted Link. Null where a path is none of theirs. */
export function createLinkPages(
  world: SandboxWorld,
  link: LinkBackend,
): (request: SandboxRequest) => Promise<Response | null> {
  async function serveBank(oauthStateId: string, { method, rawBody }: SandboxRequest): Promise<Response> {
    const state = world.oauthStates.get(oauthStateId);
    const token = state === undefined ? undefined : world.linkTokens.read(state.linkToken);
    const session = describeRunningSession(world, token, state?.linkSessionId);
    if (session === null) return show(renderEndPage('This visit is unknown.'), 404);
    const { institution, clientName, choices = [], redirectUri } = session;
    const institutionName = institution.name;
    if (method !== 'POST')
      return show(renderBankPage({ title: institutionName, institutionName, clientName, choices }));
    await link.decideOAuth?.({ oauthStateId, ...readBankForm(new URLSearchParams(rawBody), choices) });
    if (redirectUri === undefined) return show(renderEndPage('Thank you.'));
    return goTo(`${redirectUri}?oauth_state_id=${oauthStateId}`);
  }

  /** A page that is loaded again goes on with its visit. */
  async function openHostedVisit({ linkToken, sessions }: LinkToken): Promise<OpenedSession | null> {
    const usable = world.linkTokens.find(linkToken, world.now());
    const underWay = sessions.find(({ outcome }) => outcome === null);
    if (underWay !== undefined) return describeRunningSession(world, usable, underWay.linkSessionId);
    const opened = await link.openSession(linkToken);
    return opened.ok ? opened : null;
  }

  async function serveHostedLink(hostedLinkId: string, { method, rawBody }: SandboxRequest): Promise<Response> {
    const token = world.linkTokens.findHosted(hostedLinkId);
    const visit = token === undefined ? null : await openHostedVisit(token);
    if (token === undefined || visit === null) return show(renderEndPage('This link can not be used any more.'), 410);
    const { linkSessionId, institution, clientName, choices: offered = [] } = visit;
    const page = { title: 'Simulated Hosted Link', institutionName: institution.name, clientName, choices: offered };
    if (method !== 'POST') return show(renderBankPage(page));
    const { decision, choices } = readBankForm(new URLSearchParams(rawBody), offered);
    const outcome = decision === 'allow' ? 'success' : 'exit';
    await link.finishSession({ linkToken: token.linkToken, linkSessionId, outcome, choices });
    const completion = token.request.hosted_link?.completion_redirect_uri;
    return completion === undefined ? show(renderEndPage('Thank you.')) : goTo(completion);
  }

  return async (request) => {
    const oauthStateId = OAUTH_PATH.exec(request.path)?.[1];
    if (oauthStateId !== undefined) return serveBank(oauthStateId, request);
    const hostedLinkId = HOSTED_PATH.exec(request.path)?.[1];
    return hostedLinkId === undefined ? null : serveHostedLink(hostedLinkId, request);
  };
}
