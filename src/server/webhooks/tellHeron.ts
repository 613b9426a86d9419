import type { IntegrationLink } from '../../protocol/integrationLink.js';
import { ServerProblem } from '../problemResponse.js';
import { takesToken } from '../visit.js';
import type { KnownItem } from './webhookPorts.js';
import type { WebhookServices } from './webhookServices.js';

/** Heron's link of an Item, and whether Heron was given the access token just now; null where it has no such link. */
export type ToldHeron = { link: IntegrationLink; wasGivenToken: boolean } | null;

/** Gives Heron the access token of an Item that works, where its link still takes one and `isDue` says so. */
export async function tellHeron(
  { heron }: WebhookServices,
  { endUserId, itemId, accessToken }: KnownItem,
  isDue: (link: IntegrationLink) => boolean,
): Promise<ToldHeron> {
  try {
    const link = await heron.findLink(endUserId, itemId);
    if (!takesToken(link) || !isDue(link)) return { link, wasGivenToken: false };
    return { link: await heron.updateLink(itemId, accessToken), wasGivenToken: true };
  } catch (error) {
    // Logged where it was asked for. The Item works, whether or not Heron has ever heard of it.
    if (error instanceof ServerProblem && error.code === 'heron_link_not_found') return null;
    throw error;
  }
}
