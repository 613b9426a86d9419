import { screen, waitFor } from '@testing-library/react';
import {
  integrationLinksQuery,
  RepairItemBanner,
  RepairItemBannerList,
  useIntegrationLinks,
  type IntegrationLinksState,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { createQueryClient, renderApp } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

const seen: IntegrationLinksState[] = [];

function Overview() {
  const state = useIntegrationLinks();
  seen.push(state);
  const names = state.links.map(({ institution_name }) => institution_name);
  return <p>{`${state.status}: ${names.join(', ')}`}</p>;
}

inEachReactMode('useIntegrationLinks', () => {
  it('shares one request and one observer with all other components', async () => {
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { queryClient } = renderApp(
      <>
        <Overview />
        <RepairItemBannerList />
        <RepairItemBanner itemId={PLATYPUS} />
        <RepairItemBanner itemId={TATTERSALL} />
      </>,
      { server },
    );
    expect(screen.getByText('pending:')).toBeVisible();
    await screen.findByText('success: First Platypus Bank, Tattersall Federal Credit Union');
    expect(server.requestsTo('GET /integration-links')).toHaveLength(1);
    const queries = queryClient.getQueryCache().getAll();
    expect(queries.map((query) => query.getObserversCount())).toEqual([1]);
  });

  it('gives up on an answer that never comes, lets go of the connection, and asks again', async () => {
    startFakeClock();
    const server = createScriptedServer(platypusLink());
    const signals: AbortSignal[] = [];
    const endpoint: UpdateModeEndpoint = {
      listIntegrationLinks({ signal }) {
        signals.push(signal);
        if (signals.length === 1) return new Promise(() => {});
        return Promise.resolve({ integration_links: [...server.links] });
      },
      createLinkToken: () => Promise.reject(new Error('unused')),
      reportRepair: () => Promise.reject(new Error('unused')),
    };
    renderApp(<Overview />, { server, endpoint });
    await passTime(30_000);
    expect(await screen.findByText('success: First Platypus Bank')).toBeVisible();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('stops observing with the last component', async () => {
    const server = createScriptedServer(platypusLink());
    const { queryClient, rerender } = renderApp([<Overview key="a" />, <Overview key="b" />], { server });
    await waitFor(() => expect(screen.getAllByText(/success/)).toHaveLength(2));
    rerender([<Overview key="b" />]);
    const [query] = queryClient.getQueryCache().getAll();
    expect(query?.getObserversCount()).toBe(1);
    rerender(null);
    await waitFor(() => expect(query?.getObserversCount()).toBe(0));
  });

  it('returns the same object while nothing that it says has changed', async () => {
    const server = createScriptedServer(platypusLink());
    const { queryClient } = renderApp(<Overview />, { server });
    await screen.findByText('success: First Platypus Bank');
    const [before, renders] = [seen.at(-1), seen.length];
    await queryClient.refetchQueries();
    await queryClient.refetchQueries();
    expect(server.requestsTo('GET /integration-links')).toHaveLength(3);
    expect(seen.at(-1)).toBe(before);
    expect(seen).toHaveLength(renders);
  });

  it('shows a list that was prefetched, without waiting', async () => {
    const server = createScriptedServer(platypusLink());
    const queryClient = createQueryClient();
    queryClient.setDefaultOptions({ queries: { staleTime: 60_000 } });
    const endpoint = {
      listIntegrationLinks: async () => ({ integration_links: server.links }),
      createLinkToken: () => Promise.reject(new Error('unused')),
      reportRepair: () => Promise.reject(new Error('unused')),
    };
    await queryClient.prefetchQuery(integrationLinksQuery({ endpoint, scope: 'user-1' }));
    renderApp([<Overview key="list" />, <RepairItemBanner key="banner" itemId={PLATYPUS} />], { server, queryClient });
    expect(screen.getByText('success: First Platypus Bank')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect First Platypus Bank' })).toBeVisible();
    expect(server.requests).toHaveLength(0);
  });

  it('takes the answer of another place that reads the same query', async () => {
    const server = createScriptedServer(platypusLink());
    const { queryClient } = renderApp(<Overview />, { server });
    await screen.findByText('success: First Platypus Bank');
    const { queryKey } = integrationLinksQuery({ endpoint: '/api/update-mode', scope: 'user-1' });
    queryClient.setQueryData(queryKey, [tattersallLink()]);
    expect(await screen.findByText('success: Tattersall Federal Credit Union')).toBeVisible();
  });

  it('keeps the last list when it cannot be read again, with the reason', async () => {
    const server = createScriptedServer(platypusLink());
    const { queryClient } = renderApp(<Overview />, { server });
    await screen.findByText('success: First Platypus Bank');
    server.queue('GET /integration-links', problem(401, 'unauthenticated'));
    await queryClient.refetchQueries();
    await screen.findByText('error: First Platypus Bank');
    expect(seen.at(-1)?.error).toMatchObject({ code: 'list_failed', httpStatus: 401, isRetryable: false });
    expect(server.requestsTo('GET /integration-links')).toHaveLength(2);
  });

  it('tries again by itself where that can help', async () => {
    const server = createScriptedServer(platypusLink());
    server.queue('GET /integration-links', 'offline', problem(503, 'heron_unavailable'));
    renderApp(<Overview />, { server });
    expect(await screen.findByText('success: First Platypus Bank')).toBeVisible();
    expect(server.requestsTo('GET /integration-links')).toHaveLength(3);
  });
});
