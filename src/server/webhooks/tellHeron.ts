import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { ServerProblem } from '../problemResponse.js';
import { isToldSince, type Arrival } from '../toldHeron.js';
import { takesToken } from '../visit.js';
import type { KnownItem } from './webhookPorts.js';
import type { WebhookServices } from './webhookServices.js';

/**
 * Heron's link of an Item, and when it was given the access token just now (ISO 8601, null where it was not); null where
 * it has no such link.
 */
export type ToldHeron = { link: IntegrationLink; toldAt: string | null } | null;

/**
 * Gives Heron the access token of an Item that works, where its link still takes one, `isDue` says so, and nobody has done
 * so since the webhook came.
 */
export async function tellHeron(
  { heron, clock }: WebhookServices,
  { endUserId, itemId, accessToken, facts }: KnownItem,
  arrival: Arrival,
  isDue: (link: IntegrationLink) => boolean,
): Promise<ToldHeron> {
  try {
    const link = await heron.findLink(endUserId, itemId);
    if (!takesToken(link) || !isDue(link) || isToldSince(facts, arrival)) return { link, toldAt: null };
    const toldAt = new Date(clock()).toISOString();
    return { link: await heron.updateLink(itemId, accessToken), toldAt };
  } catch (error) {
    // Logged where it was asked for. The Item works, whether or not Heron has ever heard of it.
    if (error instanceof ServerProblem && error.code === 'heron_link_not_found') return null;
    throw error;
  }
}
