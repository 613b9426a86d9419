import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeLauncher,
  UpdateModeProvider,
  createHeronProxyEndpoint,
  createHttpEndpoint,
  diagnose,
  integrationLinksQuery,
  useIntegrationLinks,
  useUpdateMode,
  type IntegrationLink,
  type Messages,
  type UpdateModeEndpoint,
} from 'react-plaid-update-mode';
import { loadMessages } from 'react-plaid-update-mode/messages';
import { en } from 'react-plaid-update-mode/messages/en';

const messages: Messages = { ...en, reconnect: 'Sign in to {institution} again' };
const load = async (locale: string): Promise<Partial<Messages>> => ({ ...(await loadMessages(locale)), ...messages });
const http = createHttpEndpoint('/api/update-mode', { credentials: 'include' });
const proxy: UpdateModeEndpoint = createHeronProxyEndpoint({
  baseUrl: '/heron',
  linkTokenUrl: '/link-token',
  linksUrl: '/integration-links',
});
const queryClient = new QueryClient();
void queryClient.prefetchQuery(integrationLinksQuery({ endpoint: http, scope: 'user-1' })).then(() => {
  const links: IntegrationLink[] | undefined = queryClient.getQueryData(
    integrationLinksQuery({ endpoint: http, scope: 'user-1' }).queryKey,
  );
  return links?.length;
});

/** Uses each export of the client entry as an app would. */
export function Page({ itemId }: { itemId: string }) {
  return (
    <QueryClientProvider client={queryClient}>
      <UpdateModeProvider
        endpoint={proxy}
        scope="user-1"
        locale="en"
        timeZone="Europe/Berlin"
        messages={messages}
        nonce="abc"
        onRepaired={() => {}}
        onExit={() => {}}
        onError={({ error }) => error.code}
        onNewLink={({ itemId: broken }) => broken}
      >
        <RepairItemBanner itemId={itemId} />
        <RepairItemBannerList />
        <UpdateModeLauncher itemId={itemId}>Sign in again</UpdateModeLauncher>
        <Repair itemId={itemId} />
        {/* @ts-expect-error -- an Item is named by its id, never by a token */}
        <RepairItemBanner accessToken="access-sandbox-1" />
      </UpdateModeProvider>
      <UpdateModeProvider endpoint={http} scope="user-1" messages={load} />
      {/* @ts-expect-error -- without a scope one user's reports could be sent for another */}
      <UpdateModeProvider endpoint="/api/update-mode" />
    </QueryClientProvider>
  );
}

function Repair({ itemId }: { itemId: string }) {
  const repair = useUpdateMode({ itemId });
  const { links } = useIntegrationLinks();
  const link = links?.find((each) => each.item_id === itemId);
  const severity = link && diagnose(link, { now: 1_700_000_000_000 }).severity;
  return (
    <button {...repair.buttonProps} data-severity={severity}>
      {repair.status === 'confirming' ? repair.report : repair.status}
    </button>
  );
}
