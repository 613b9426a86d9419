import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RepairItemBannerList, UpdateModeProvider, type RepairedEvent } from 'react-plaid-update-mode';
import { createHttpLinkBackend, installLinkSimulator, type LinkSimulator } from 'react-plaid-update-mode/testing';
import type { PageSettings } from '../world/builtPage.js';
import { installReportHold, type ReportHold } from './reportHold.js';

/** What the page tells the table, while it lives. */
export type PageWord = { type: 'repaired'; itemId: string | null; by: string } | { type: 'handlers'; most: number };

declare global {
  interface Window {
    faultTable: PageSettings;
    tellFaultTable?: ((word: PageWord) => void) | undefined;
    linkSimulator: LinkSimulator;
    reportHold: ReportHold;
    /** Another user's page, without a new document. */
    showPageOf(user: string): void;
  }
}

const { user, bankUrl, script, oauth } = window.faultTable;
const simulator = installLinkSimulator({ backend: createHttpLinkBackend(bankUrl), script, oauth });
const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const root = createRoot(container);
const queryClient = new QueryClient();

// Each handler brings an iframe: when one has come, the count may have a new height.
new MutationObserver(() => window.tellFaultTable?.({ type: 'handlers', most: simulator.maxAlive })).observe(
  document.body,
  { childList: true },
);

function tellRepaired({ itemId, by }: RepairedEvent): void {
  window.tellFaultTable?.({ type: 'repaired', itemId, by });
}

function showPageOf(whose: string): void {
  root.render(
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider endpoint="/api/update-mode" scope={whose} onRepaired={tellRepaired}>
        <RepairItemBannerList layout="stacked" />
      </UpdateModeProvider>
    </QueryClientProvider>,
  );
}

Object.assign(window, { linkSimulator: simulator, reportHold: installReportHold(), showPageOf });
showPageOf(user);
