import { HydrationBoundary, QueryClient, QueryClientProvider, type DehydratedState } from '@tanstack/react-query';
import { useState } from 'react';
import {
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  UpdateModeProvider,
  useIntegrationLinks,
  useUpdateMode,
} from 'react-plaid-update-mode';
import { PLATYPUS, platypusLink, TATTERSALL } from './links.js';

function Row() {
  const { links, status } = useIntegrationLinks();
  const repair = useUpdateMode({ itemId: PLATYPUS });
  return <button {...repair.buttonProps}>{`${repair.status}, ${status}, ${links.length} connections`}</button>;
}

/** Every component and hook on one page, as a server renders it and a browser takes it over. */
export function ServerPage({ state }: { state: DehydratedState }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state}>
        <UpdateModeProvider endpoint="/api/update-mode" scope="user-1" onNewLink={() => {}}>
          <RepairItemBannerList headingLevel={3} />
          <RepairItemBanner itemId={TATTERSALL} />
          <RepairItemBanner
            integrationLink={platypusLink({ item_id: 'item-given', institution_name: 'Tartan Bank' })}
          />
          <RepairItemBanner integrationLink={platypusLink({ item_id: 'item-gone', status: 'deleted_in_plaid' })} />
          <UpdateModeLauncher itemId={PLATYPUS} />
          <UpdateModeLauncher itemId={PLATYPUS} render={({ children }) => <strong>{children}</strong>} />
          <Row />
        </UpdateModeProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
