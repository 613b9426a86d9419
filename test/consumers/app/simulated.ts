import { createSandbox, installLinkSimulator } from 'react-plaid-update-mode/testing';

/** Breaks an Item in a sandbox that Link's simulator is connected with. */
export function simulate(): string | null {
  const sandbox = createSandbox();
  const { itemId } = sandbox.createItem();
  sandbox.breakItem(itemId);
  installLinkSimulator({ backend: sandbox.link });
  return sandbox.readItem(itemId).error;
}
