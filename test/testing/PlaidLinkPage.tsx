import { usePlaidLink, type PlaidLinkOptionsWithLinkToken } from 'react-plaid-link';

/** The page of an app that uses react-plaid-link as its README shows. */
export function PlaidLinkPage({ onSuccess = () => undefined, ...options }: Partial<PlaidLinkOptionsWithLinkToken>) {
  const { open, exit, ready, error } = usePlaidLink({ token: 'link-sandbox-a', onSuccess, ...options });
  return (
    <>
      <p>{error ? 'failed' : ready ? 'ready' : 'not ready'}</p>
      <button onClick={() => open()}>Open</button>
      <button onClick={() => exit()}>Leave</button>
      <button onClick={() => exit({ force: true })}>Leave at once</button>
    </>
  );
}
