import type { PlaidLinkOptionsWithLinkToken } from 'react-plaid-link';
import { onTestFinished, vi, type Mock } from 'vitest';

/** One `Plaid.create`: what it was given, and what was called on its handler. */
export interface HandMadeLink {
  config: PlaidLinkOptionsWithLinkToken;
  open: Mock<() => void>;
  exit: Mock<(options?: { force?: boolean }) => void>;
  destroy: Mock<() => void>;
}

/**
 * A `window.Plaid` that does nothing by itself and has no script tag, as a host page may have made it. For what
 * the Link simulator, which behaves, never does.
 */
export function installHandMadePlaid(): HandMadeLink[] {
  const links: HandMadeLink[] = [];
  const create = (config: PlaidLinkOptionsWithLinkToken) => {
    const handler = { open: vi.fn(), exit: vi.fn(), submit: vi.fn(), destroy: vi.fn() };
    links.push({ config, ...handler });
    return handler;
  };
  Reflect.set(window, 'Plaid', { create });
  onTestFinished(() => {
    Reflect.deleteProperty(window, 'Plaid');
    for (const tag of document.querySelectorAll('script[src*="plaid"]')) tag.remove();
  });
  return links;
}
