'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { UpdateModeProvider } from 'react-plaid-update-mode';

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider endpoint="/api/update-mode" scope="user-1">
        {children}
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}
