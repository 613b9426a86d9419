import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RepairItemBannerList, UpdateModeProvider } from 'react-plaid-update-mode';

/** The page of the README. */
export function App({ user }: { user: { id: string } }) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider endpoint="/api/update-mode" scope={user.id}>
        <RepairItemBannerList />
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}
