import { HydrationBoundary, QueryClient, QueryClientProvider, type DehydratedState } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import {
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  UpdateModeProvider,
  useIntegrationLinks,
  useUpdateMode,
  type UpdateModeProviderProps,
} from 'react-plaid-update-mode';
import { PLATYPUS, platypusLink, TATTERSALL } from './links.js';

function Row() {
  const { links, status } = useIntegrationLinks();
  const repair = useUpdateMode({ itemId: PLATYPUS });
  return <button {...repair.buttonProps}>{`${repair.status}, ${status}, ${links.length} connections`}</button>;
}

export interface ServerPageProps {
  state: DehydratedState;
  /** The layout has the provider, and the page below brings what was prefetched. */
  isProviderInLayout?: boolean | undefined;
  words?: Pick<UpdateModeProviderProps, 'locale' | 'messages'> | undefined;
}

/** Every component and hook on one page, as a server renders it and a browser takes it over. */
export function ServerPage({ state, isProviderInLayout = false, words = {} }: ServerPageProps) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));
  const content = (
    <>
      <RepairItemBannerList layout="stacked" headingLevel={3} />
      <RepairItemBanner itemId={TATTERSALL} />
      <RepairItemBanner integrationLink={platypusLink({ item_id: 'item-given', institution_name: 'Tartan Bank' })} />
      <RepairItemBanner integrationLink={platypusLink({ item_id: 'item-gone', status: 'deleted_in_plaid' })} />
      <UpdateModeLauncher itemId={PLATYPUS} />
      <UpdateModeLauncher itemId={PLATYPUS} render={({ children }) => <strong>{children}</strong>} />
      <Row />
    </>
  );
  return (
    <QueryClientProvider client={queryClient}>
      {isProviderInLayout ? (
        <Provider {...words}>
          <HydrationBoundary state={state}>{content}</HydrationBoundary>
        </Provider>
      ) : (
        <HydrationBoundary state={state}>
          <Provider {...words}>{content}</Provider>
        </HydrationBoundary>
      )}
    </QueryClientProvider>
  );
}

function Provider({ children, ...words }: ServerPageProps['words'] & { children: ReactNode }) {
  return (
    <UpdateModeProvider endpoint="/api/update-mode" scope="user-1" onNewLink={() => {}} {...words}>
      {children}
    </UpdateModeProvider>
  );
}
