import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  RepairAllBanner,
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  UpdateModeProvider,
  type UpdateModeError,
} from 'react-plaid-update-mode';

declare global {
  interface Window {
    /** What went wrong, as the app heard it. */
    heardErrors?: Pick<UpdateModeError, 'code' | 'message'>[] | undefined;
  }
}

const { currentScript } = document;
const itemId = currentScript?.dataset['item'] ?? '';
const errors = (window.heardErrors ??= []);

/** An app with one of everything, on a page whose policy is a test's. Its script runs once for each copy of the library. */
function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <UpdateModeProvider
          endpoint="/api/update-mode"
          scope="user-1"
          nonce={currentScript?.nonce || undefined}
          onNewLink={() => {}}
          onError={({ error: { code, message } }) => void errors.push({ code, message })}
        >
          <RepairAllBanner />
          <RepairItemBannerList />
          <RepairItemBanner itemId={itemId} />
          <UpdateModeLauncher itemId={itemId}>Sign in again</UpdateModeLauncher>
        </UpdateModeProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />);
