import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { integrationLinksQuery, type IntegrationLink } from 'react-plaid-update-mode';

/** What a server has read for a page, as it is sent along with the markup. */
export async function prefetch(...integration_links: IntegrationLink[]): Promise<DehydratedState> {
  const queryClient = new QueryClient();
  const endpoint = {
    listIntegrationLinks: async () => ({ integration_links }),
    createLinkToken: () => Promise.reject(new Error('A server opens no Link.')),
    reportRepair: () => Promise.reject(new Error('A server reports no repair.')),
  };
  await queryClient.prefetchQuery(integrationLinksQuery({ endpoint, scope: 'user-1' }));
  return JSON.parse(JSON.stringify(dehydrate(queryClient)));
}
