import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UpdateModeProvider, type IntegrationLink } from 'react-plaid-update-mode';
import { DemoPanel, type DemoSetUp } from './DemoPanel.js';
import { createEndpoints, readEndpointKind, writeEndpointKind, type EndpointKind } from './endpointKind.js';
import { overviewQuery } from './harbourServer.js';
import { Header } from './Header.js';
import { Notice } from './Notice.js';
import { OverviewPage } from './OverviewPage.js';
import { QuestionDialog } from './QuestionDialog.js';
import type { Question } from './questions.js';

export interface AppProps {
  /** Missing where Link is Plaid's own; then the demo has no controls either. */
  demo: DemoSetUp | null;
}

/** Harbour, with the controls of this demo beside it. */
export function App({ demo }: AppProps) {
  const queryClient = useQueryClient();
  const { data: overview, isError, refetch } = useQuery(overviewQuery);
  const [endpointKind, setEndpointKind] = useState(readEndpointKind);
  const [question, setQuestion] = useState<Question | null>(null);
  // What the library hears of a connection, Harbour's own balances hang on as well.
  const [endpoints] = useState(() =>
    createEndpoints(() => void queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey })),
  );

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

  function changeEndpointKind(kind: EndpointKind): void {
    writeEndpointKind(kind);
    setEndpointKind(kind);
  }

  function ask(kind: 'closed' | 'replace', { item_id: itemId, institution_name: name }: IntegrationLink): void {
    setQuestion({ kind, itemId, institutionName: name ?? 'your bank' });
  }

  return (
    <UpdateModeProvider
      endpoint={endpoints[endpointKind]}
      scope={user.id}
      appName="Harbour"
      locale="en-US"
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      onRepaired={() => void refetch()}
      onExit={() => void refetch()}
      onConnected={() => void refetch()}
      onNewLink={({ integrationLink }) => ask('replace', integrationLink)}
      onAccountClosed={({ integrationLink }) => ask('closed', integrationLink)}
      onContactSupport={({ itemId, integrationLink, linkSessionId, requestId, errorCode }) =>
        setQuestion({
          kind: 'support',
          institutionName: integrationLink?.institution_name ?? 'your bank',
          request: { itemId, linkSessionId, requestId, errorCode },
        })
      }
    >
      <div className="layout">
        <div className="app">
          <Header name={user.name} />
          <OverviewPage overview={overview} onAsk={setQuestion} />
        </div>
        {demo && (
          <DemoPanel
            demo={demo}
            connections={connections}
            endpointKind={endpointKind}
            onEndpointKindChange={changeEndpointKind}
          />
        )}
      </div>
      {question && (
        <QuestionDialog
          question={question}
          onOver={(isDone) => {
            setQuestion(null);
            if (isDone) void queryClient.invalidateQueries();
          }}
        />
      )}
    </UpdateModeProvider>
  );
}
