import { createUpdateModeClient } from '../../src/core/client.js';
import type { ClientEvent } from '../../src/core/clientEvent.js';
import { createDismissals } from '../../src/core/dismissals.js';
import type { IntegrationLink } from '../../src/protocol/integrationLink.js';
import type { RepairResult } from '../../src/protocol/repair.js';
import { settled } from './clockByHand.js';
import { createEndpointByHand, repairAnswer, tokenAnswer } from './endpointByHand.js';
import { createLinkHostByHand } from './linkHostByHand.js';
import { createPortsByHand, type PortsByHandOptions } from './portsByHand.js';

export interface ClientWorldOptions {
  /** What the list says at first; none: it has not been read. */
  links?: readonly IntegrationLink[];
  /** What the server had prefetched. */
  initialLinks?: readonly IntegrationLink[];
  /** @default 'user-1' */
  scope?: string;
  /** What the page shares with others before it, beside it or after it. */
  page?: PortsByHandOptions;
}

/** A client with everything around it in the test's hands. Its list takes answers in as React Query's does. */
export function createClientWorld({ links, initialLinks, scope = 'user-1', page }: ClientWorldOptions = {}) {
  const ports = createPortsByHand(page);
  const endpoint = createEndpointByHand();
  let listed: readonly IntegrationLink[] = initialLinks ?? [];
  let refetches = 0;
  const client = createUpdateModeClient({
    endpoint,
    scope,
    ports,
    getInitialLinks: () => initialLinks,
    mergeIntoList(refreshed) {
      world.list(...listed.map((link) => refreshed.find(({ item_id }) => item_id === link.item_id) ?? link));
    },
    refetchList: () => void (refetches += 1),
  });
  const host = createLinkHostByHand(client.coordinator);
  const launcher = {};
  const events: ClientEvent[] = [];
  client.onEvent((event) => events.push(event));
  client.start();

  const world = {
    ports,
    endpoint,
    client,
    host,
    launcher,
    events,
    clock: ports.clock,
    get refetches() {
      return refetches;
    },
    /** As banners ask for them. */
    dismissals() {
      const { dismissalStorage } = ports;
      return client.dismissals((context) =>
        createDismissals({ ...context, ports: { ...context.ports, dismissalStorage } }),
      );
    },
    /** The list is read, and says this. */
    list(...read: IntegrationLink[]): void {
      listed = read;
      client.setList({ status: 'success', links: read, error: null });
    },
    snapshot: (itemId: string) => client.item(itemId).getSnapshot(),
    launch(itemId: string): Promise<void> {
      client.item(itemId).session('repair').launch(launcher);
      return settled();
    },
    /** From the click to a Link that is open. */
    async open(itemId: string): Promise<void> {
      await world.launch(itemId);
      const requests = endpoint.tokenRequests;
      await requests.at(-1)?.answer(tokenAnswer(`link-${requests.length}`, ports.clock.now()));
      await host.link.ready();
      await host.link.speak();
    },
    /** Answers the newest report. */
    async answer(result: RepairResult, ...refreshed: IntegrationLink[]): Promise<void> {
      await endpoint.reports.at(-1)?.answer(repairAnswer(result, ...refreshed));
    },
    /** From the click to the server's word. */
    async repair(itemId: string, result: RepairResult, ...refreshed: IntegrationLink[]): Promise<void> {
      await world.open(itemId);
      await host.link.succeed();
      await world.answer(result, ...refreshed);
    },
  };
  if (links) world.list(...links);
  return world;
}
