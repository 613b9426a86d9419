import type { Page } from '@playwright/test';

const SCRIPT_URL = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';
const FRAME_URL = 'https://cdn.plaid.com/link/v2/stable/link.html';

/**
 * Plaid's script and Plaid's frame at their real addresses, so that a page's policy meets what it is made for: a script and a
 * frame of another origin. The script keeps to the contract of `window.Plaid` and does nothing that a policy could mind;
 * what Plaid's own does, only Plaid's own can show.
 */
export async function servePlaid(page: Page): Promise<void> {
  await page.route(`${SCRIPT_URL}*`, (route) => route.fulfill({ contentType: 'text/javascript', body: SCRIPT }));
  await page.route(`${FRAME_URL}*`, (route) => route.fulfill({ contentType: 'text/html', body: FRAME }));
}

const SCRIPT = `
(() => {
  const METADATA = { link_session_id: 'session-1', request_id: 'request-1', institution: null, accounts: [] };
  let count = 0;
  window.Plaid = {
    create(config) {
      const { style } = document.body;
      const overflow = style.overflow;
      const frame = document.createElement('iframe');
      let isLoaded = false;
      let isOpen = false;
      let opener = null;
      frame.id = 'plaid-link-iframe-' + ++count;
      frame.title = 'Plaid Link';
      Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', display: 'none' });
      frame.src = '${FRAME_URL}';
      const show = () => {
        if (!isOpen || !isLoaded) return;
        opener = document.activeElement;
        frame.style.display = 'block';
        style.overflow = 'hidden';
        frame.focus();
        config.onEvent?.('OPEN', { ...METADATA, timestamp: new Date().toISOString() });
      };
      const hide = () => {
        if (!isOpen) return;
        isOpen = false;
        frame.style.display = 'none';
        style.overflow = overflow;
        opener?.focus();
      };
      const listen = ({ origin, source, data }) => {
        if (origin !== 'https://cdn.plaid.com' || source !== frame.contentWindow) return;
        if (data === 'success') config.onSuccess('public-sandbox-1', METADATA);
        else config.onExit?.(null, { ...METADATA, status: null });
        hide();
      };
      frame.addEventListener('load', () => {
        isLoaded = true;
        config.onLoad?.();
        show();
      });
      window.addEventListener('message', listen);
      document.body.append(frame);
      return {
        open() {
          isOpen = true;
          show();
        },
        exit() {
          hide();
          config.onExit?.(null, { ...METADATA, status: null });
        },
        submit() {},
        destroy() {
          hide();
          window.removeEventListener('message', listen);
          frame.remove();
        },
      };
    },
  };
})();
`;

const FRAME = `<!doctype html>
<html lang="en">
  <title>Plaid Link</title>
  <h1>Sign in</h1>
  <button onclick="parent.postMessage('success', '*')">Sign in</button>
  <button onclick="parent.postMessage('exit', '*')">Close</button>
</html>
`;
