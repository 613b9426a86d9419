import { vi } from 'vitest';
import { PLAID_SCRIPT_URL } from '../../src/testing/index.js';

/** What Link has told, in order: names of events and of callbacks. */
export interface CreatedLink {
  told: string[];
  onSuccess: ReturnType<typeof vi.fn>;
  onExit: ReturnType<typeof vi.fn>;
  onEvent: ReturnType<typeof vi.fn>;
  open(): void;
  exit(): void;
}

/** Loads Plaid's script and creates Link without React. */
export async function createLink(token = 'link-sandbox-a', receivedRedirectUri?: string): Promise<CreatedLink> {
  const tag = document.createElement('script');
  tag.src = PLAID_SCRIPT_URL;
  document.head.append(tag);
  await new Promise((resolve) => tag.addEventListener('load', resolve, { once: true }));

  const told: string[] = [];
  const onSuccess = vi.fn(() => void told.push('onSuccess'));
  const onExit = vi.fn(() => void told.push('onExit'));
  const onEvent = vi.fn((name: string) => void told.push(name));
  const handler = window.Plaid.create({
    token,
    onSuccess,
    onExit,
    onEvent,
    ...(receivedRedirectUri === undefined ? {} : { receivedRedirectUri }),
  });
  return { told, onSuccess, onExit, onEvent, open: handler.open, exit: () => handler.exit() };
}
