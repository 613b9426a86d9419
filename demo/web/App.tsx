import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { integrationLinksQuery, UpdateModeProvider } from 'react-plaid-update-mode';
import { DemoPanel, type DemoSetUp } from './DemoPanel.js';
import { overviewQuery } from './demoServer.js';
import { getEndpoint, readEndpointKind, writeEndpointKind, type EndpointKind } from './endpointKind.js';
import { Header } from './Header.js';
import { Notice } from './Notice.js';
import { OverviewPage } from './OverviewPage.js';

export interface AppProps {
  /** Missing where Link is Plaid's own; then the demo has no controls either. */
  demo: DemoSetUp | null;
}

/** Harbour, with the controls of this demo beside it. */
export function App({ demo }: AppProps) {
  const queryClient = useQueryClient();
  const { data: overview, isError, refetch } = useQuery(overviewQuery);
  const [endpointKind, setEndpointKind] = useState(readEndpointKind);

  if (!overview) {
    return (
      <div className="app">
        <Header name={null} />
        <main className="main">
          <h1 className="visually-hidden">Overview</h1>
          {isError ? (
            <Notice title="Your accounts can’t be shown right now" action="Try again" onAction={() => void refetch()} />
          ) : (
            <p className="loading">Loading your accounts…</p>
          )}
        </main>
      </div>
    );
  }

  const { user, connections } = overview;
  const endpoint = getEndpoint(endpointKind);

  function changeEndpointKind(kind: EndpointKind): void {
    writeEndpointKind(kind);
    setEndpointKind(kind);
  }

  function refreshLinks(): void {
    const { queryKey } = integrationLinksQuery({ endpoint, scope: user.id });
    void queryClient.invalidateQueries({ queryKey });
  }

  return (
    <UpdateModeProvider
      endpoint={endpoint}
      scope={user.id}
      locale="en-US"
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      onRepaired={() => void refetch()}
    >
      <div className="layout">
        <div className="app">
          <Header name={user.name} />
          <OverviewPage name={user.name} connections={connections} />
        </div>
        {demo && (
          <DemoPanel
            demo={demo}
            connections={connections}
            endpointKind={endpointKind}
            onEndpointKindChange={changeEndpointKind}
            onBroken={refreshLinks}
          />
        )}
      </div>
    </UpdateModeProvider>
  );
}
