import type { PageState } from '../../src/browser/pageState.js';
import { createLinkCoordinator } from '../../src/core/linkCoordinator.js';
import { createLinkTokens } from '../../src/core/linkTokens.js';
import { settled, type ClockByHand } from './clockByHand.js';
import { createEndpointByHand, tokenAnswer } from './endpointByHand.js';
import { createLinkHostByHand, type LinkCount } from './linkHostByHand.js';
import { repairOf } from './links.js';
import { createPortsByHand } from './portsByHand.js';
import { createVisitRecorder, type VisitRecorder } from './visitRecorder.js';

export interface LinkWorldOptions {
  /** Another world's, where two are to stand on one page. */
  page?: PageState;
  clock?: ClockByHand;
  count?: LinkCount;
}

/** A coordinator with everything around it in the test's hands. */
export function createLinkWorld({ count, ...options }: LinkWorldOptions = {}) {
  const ports = createPortsByHand(options);
  const endpoint = createEndpointByHand();
  const coordinator = createLinkCoordinator(createLinkTokens(endpoint, ports.clock), ports);
  const host = createLinkHostByHand(coordinator, count);
  let answered = 0;

  const world = {
    ports,
    endpoint,
    coordinator,
    host,
    prepare(itemId: string): Promise<void> {
      coordinator.prepare(repairOf(itemId));
      return settled();
    },
    async launch(itemId: string): Promise<VisitRecorder> {
      const visit = createVisitRecorder();
      coordinator.launch(repairOf(itemId), visit);
      await settled();
      return visit;
    },
    /** Answers all token requests that wait: with `link-1`, `link-2` and so on. */
    async giveTokens(): Promise<void> {
      while (answered < endpoint.tokenRequests.length) {
        const waiting = endpoint.tokenRequests[answered++];
        await waiting?.answer(tokenAnswer(`link-${answered}`, ports.clock.now()));
      }
    },
    /** Fails the newest token request. */
    async failToken(cause: unknown): Promise<void> {
      answered = endpoint.tokenRequests.length;
      await endpoint.tokenRequests.at(-1)?.fail(cause);
    },
    /** From the click to a Link that is open and alive. */
    async open(itemId: string): Promise<VisitRecorder> {
      const visit = await world.launch(itemId);
      await world.giveTokens();
      await host.link.ready();
      await host.link.speak();
      return visit;
    },
  };
  return world;
}
