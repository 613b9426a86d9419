import type { IntegrationLink } from '../protocol/integrationLink.js';
import type { ItemFacts, UntoldNews } from './itemFacts.js';
import type { Services } from './services.js';
import type { ItemWithFacts } from './itemsPort.js';

/**
 * Tells the app what the facts hold for it. It was written there with what it is about, so that a process that dies before
 * the app has heard of a repair leaves the news to whoever comes next for the Item.
 */
export async function tellApp<Caller>(
  { ports }: Services<Caller>,
  caller: Caller,
  { itemId, facts: { untold = [] } }: ItemWithFacts,
  integrationLink: IntegrationLink,
): Promise<void> {
  for (const news of untold) {
    await tell(news);
    try {
      await ports.changeFacts(caller, itemId, withoutFirstNews);
    } catch {
      // Logged where it went wrong. The app hears it once more, which is better than never.
    }
  }

  async function tell(news: UntoldNews): Promise<void> {
    if ('added' in news) return ports.accountsChanged({ caller, itemId, added: news.added, removed: news.removed });
    const { purpose, is_verified: isVerified } = news;
    return ports.repaired({ caller, itemId, purpose, isVerified, integrationLink });
  }
}

function withoutFirstNews(facts: ItemFacts): ItemFacts {
  const rest = facts.untold?.slice(1) ?? [];
  return { ...facts, untold: rest.length > 0 ? rest : undefined };
}
