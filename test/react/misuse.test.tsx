import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import {
  createHeronProxyEndpoint,
  createHttpEndpoint,
  integrationLinksQuery,
  RepairItemBanner,
  RepairItemBannerList,
  UpdateModeError,
  UpdateModeLauncher,
  UpdateModeProvider,
  useIntegrationLinks,
  useUpdateMode,
  type UseUpdateModeOptions,
} from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { allowCaughtErrors } from '../support/caughtErrors.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';

/** Resolves with what rendering it threw at the app's error boundary. */
function catchFrom(content: ReactNode): unknown {
  let caught: unknown;
  class Boundary extends Component<{ children: ReactNode }> {
    override state = { hasFailed: false };
    static getDerivedStateFromError = () => ({ hasFailed: true });
    override componentDidCatch = (error: unknown) => void (caught = error);
    override render = () => (this.state.hasFailed ? null : this.props.children);
  }
  allowCaughtErrors(/UpdateModeError/);
  render(<Boundary>{content}</Boundary>);
  return caught;
}

function withProvider(content: ReactNode, endpoint = '/api/update-mode'): ReactNode {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <UpdateModeProvider endpoint={endpoint} scope="user-1">
        {content}
      </UpdateModeProvider>
    </QueryClientProvider>
  );
}

function Hook({ itemId }: { itemId: string }) {
  return <p>{useUpdateMode({ itemId }).status}</p>;
}

function AnyHook(props: UseUpdateModeOptions) {
  return <p>{useUpdateMode(props).status}</p>;
}

function List() {
  return <p>{useIntegrationLinks().status}</p>;
}

inEachReactMode('A mistake in the app', () => {
  it.each([
    { caller: '<RepairItemBanner>', content: <RepairItemBanner itemId={PLATYPUS} /> },
    { caller: '<RepairItemBanner>', content: <RepairItemBanner integrationLink={platypusLink()} /> },
    { caller: 'useIntegrationLinks()', content: <RepairItemBannerList /> },
    { caller: 'useIntegrationLinks()', content: <List /> },
    { caller: '<UpdateModeLauncher>', content: <UpdateModeLauncher itemId={PLATYPUS} /> },
    { caller: 'useUpdateMode()', content: <Hook itemId={PLATYPUS} /> },
  ])('is told to $caller outside of a provider', ({ caller, content }) => {
    const error = catchFrom(content);
    expect(UpdateModeError.isInstance(error) && error.code).toBe('misuse');
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`${caller} is used outside of <UpdateModeProvider>`),
    );
  });

  it.each([
    { caller: '<RepairItemBanner>', content: <RepairItemBanner itemId="" /> },
    { caller: '<UpdateModeLauncher>', content: <UpdateModeLauncher itemId="" /> },
    { caller: 'useUpdateMode()', content: <Hook itemId="" /> },
    // @ts-expect-error JavaScript has no types.
    { caller: 'useUpdateMode()', content: <Hook itemId={undefined} /> },
  ])('is told to $caller with an empty itemId', ({ caller, content }) => {
    const error = catchFrom(withProvider(content));
    expect(UpdateModeError.isInstance(error) && error.code).toBe('misuse');
    expect(error).toHaveProperty('message', expect.stringContaining(`${caller} got an empty itemId`));
  });

  it.each([
    // @ts-expect-error One target alone.
    { what: 'two targets', words: 'got more than one target', content: <AnyHook itemId={PLATYPUS} user /> },
    { what: 'no name', words: 'got an empty authorizationId', content: <AnyHook authorizationId="" /> },
    { what: 'a sentence', words: 'purpose that can', content: <AnyHook itemId={PLATYPUS} purpose="Add assets" /> },
  ])('is told to useUpdateMode() with $what for a target or a purpose', ({ words, content }) => {
    const error = catchFrom(withProvider(content));
    expect(error).toMatchObject({ code: 'misuse', message: expect.stringContaining(words) });
  });

  it('is told to a provider without a QueryClient', () => {
    const error = catchFrom(
      <UpdateModeProvider endpoint="/api/update-mode" scope="user-1">
        <p>Accounts</p>
      </UpdateModeProvider>,
    );
    expect(error).toMatchObject({ code: 'misuse', message: expect.stringContaining('found no QueryClient') });
  });

  it.each([{ endpoint: '' }, { endpoint: undefined }])('is told to a provider with $endpoint as endpoint', (props) => {
    const error = catchFrom(
      <QueryClientProvider client={new QueryClient()}>
        {/* @ts-expect-error JavaScript has no types. */}
        <UpdateModeProvider scope="user-1" {...props} />
      </QueryClientProvider>,
    );
    expect(error).toMatchObject({ code: 'misuse', message: expect.stringContaining('The endpoint is empty') });
  });

  it.each([
    'https://app.herondata.io',
    'https://app.herondata.io/api',
    '//herondata.io',
    'https://production.plaid.com',
  ])("is told to a provider whose endpoint is somebody else's API: %s", (endpoint) => {
    const error = catchFrom(withProvider(<p>Accounts</p>, endpoint));
    expect(error).toMatchObject({ code: 'misuse', message: expect.stringContaining('its key would be public') });
  });
});

it.each([
  ['createHttpEndpoint', () => createHttpEndpoint('https://app.herondata.io/api')],
  [
    'createHeronProxyEndpoint',
    () => createHeronProxyEndpoint({ baseUrl: 'https://app.herondata.io', linkTokenUrl: '/token', linksUrl: '/links' }),
  ],
  ['integrationLinksQuery', () => integrationLinksQuery({ endpoint: 'https://app.herondata.io', scope: 'user-1' })],
])("%s throws for Heron's own host", (_name, make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'misuse' }));
});
