import type { QueryClient } from '@tanstack/react-query';
import { createBrowserPorts } from '../browser/browserPorts.js';
import { createFocusReturn } from '../browser/focusReturn.js';
import { createLinkPresence } from '../browser/linkPresence.js';
import { createOtherTabs } from '../browser/otherTabs.js';
import { createUpdateModeClient } from '../core/client.js';
import type { UpdateModeEndpoint } from '../core/endpoint.js';
import { createStore } from '../core/store.js';
import type { LinkTokenRequest } from '../protocol/linkToken.js';
import { readOpenerName } from '../protocol/target.js';
import { limitList } from './limitedList.js';
import { createListFeed } from './listFeed.js';
import { integrationLinksQuery } from './queries.js';
import type { UpdateModeRuntime } from './runtime.js';

export interface RuntimeOptions {
  queryClient: QueryClient;
  scope: string;
  /** The newest one: an app may make its endpoint anew on every render. */
  getEndpoint(): UpdateModeEndpoint;
  getNonce(): string | undefined;
  /** The app's own place for the focus after Link. */
  findReturnPlace(itemId: string | null): Element | null;
}

/** Puts the parts of one provider together. Pure, so that a server can do it and StrictMode can do it twice. */
export function createRuntime(options: RuntimeOptions): UpdateModeRuntime {
  const { queryClient, scope, getEndpoint, getNonce, findReturnPlace } = options;
  const ports = createBrowserPorts(getNonce);
  const endpoint: UpdateModeEndpoint = {
    listIntegrationLinks: limitList((context) => getEndpoint().listIntegrationLinks(context), ports.clock),
    createLinkToken: (request, context) => getEndpoint().createLinkToken(request, context),
    reportRepair: (report, context) => getEndpoint().reportRepair(report, context),
  };
  const query = integrationLinksQuery({ endpoint, scope });
  const client = createUpdateModeClient({
    endpoint,
    scope,
    ports,
    getInitialLinks: () => queryClient.getQueryData(query.queryKey),
    mergeIntoList: (links) => feed.merge(links),
    refetchList: () => feed.refetch(),
  });
  const feed = createListFeed({
    queryClient,
    query,
    client,
    clock: ports.clock,
    otherTabs: createOtherTabs(scope),
    subscribe: (onChange, context) => getEndpoint().subscribe?.(onChange, context),
  });
  return {
    client,
    feed,
    focusReturn: createFocusReturn((opener) => findReturnPlace(readOpenerName(opener))),
    linkPresence: createLinkPresence(),
    asked: createStore<LinkTokenRequest | null>(null),
    spoken: createStore(''),
  };
}
