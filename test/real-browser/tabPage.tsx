import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RepairItemBannerList, UpdateModeProvider, type UpdateModeEndpoint } from 'react-plaid-update-mode';

declare global {
  interface Window {
    /** The server of all tabs, put there by the test that opens them. */
    serverOfTabs?: UpdateModeEndpoint | undefined;
  }
}

/** A page of its own, with an app in it. */
function renderTab(endpoint: UpdateModeEndpoint): void {
  const root = document.body.appendChild(document.createElement('main'));
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <UpdateModeProvider endpoint={endpoint} scope="user-1">
          <RepairItemBannerList layout="stacked" />
        </UpdateModeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (window.parent.serverOfTabs) renderTab(window.parent.serverOfTabs);
