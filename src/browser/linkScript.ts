import { UpdateModeError } from '../core/errors.js';
import type { Clock, LinkScript } from '../core/ports.js';
import { getPageState } from './pageState.js';
import { POLICY_NAME, trustScriptUrl } from './trustedScriptUrl.js';

/** Plaid wants its script from here and nowhere else: https://plaid.com/docs/link/web/ (read 2026-11). */
export const LINK_SCRIPT_URL = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';
/** The type of a tag that is there for others to find, or held back by a consent manager. */
const INERT = 'text/plain';
const LOAD_LIMIT_MS = 15_000;
const RUN_LIMIT_MS = 1_000;

/**
 * Loads Plaid's script before react-plaid-link looks for it. That library takes any tag with this address
 * for a loaded one and cannot retry a failed one, so it is mounted only once the script has run.
 */
export function createLinkScript(clock: Clock, getNonce: () => string | undefined): LinkScript {
  return {
    async load() {
      const page = getPageState();
      if (isLoaded()) return ensureTag();
      if (!page.scriptLoading) {
        const loading = loadScript(clock, getNonce()).finally(() => {
          if (page.scriptLoading === loading) page.scriptLoading = null;
        });
        page.scriptLoading = loading;
      }
      return page.scriptLoading;
    },
  };
}

function isLoaded(): boolean {
  // Plaid's types promise the global; before the script has run it is not there, or is somebody else's.
  const plaid: unknown = Reflect.get(window, 'Plaid');
  return typeof plaid === 'object' && plaid !== null && 'create' in plaid;
}

function findTag(): HTMLScriptElement | null {
  return document.querySelector(`script[src="${LINK_SCRIPT_URL}"]`);
}

async function loadScript(clock: Clock, nonce: string | undefined): Promise<void> {
  const hosts = findTag();
  if (hosts) {
    try {
      if (hosts.type === INERT) throw new Error('The tag never runs.');
      // A host's tag that has failed already will never say so: it gets only the time to run.
      await settled(hosts, clock, hasBeenFetched() ? RUN_LIMIT_MS : LOAD_LIMIT_MS);
      // react-plaid-link takes its tag with it where the app's own Link leaves the page before the script is there.
      return ensureTag();
    } catch {
      hosts.remove();
    }
  }
  const tag = appendTag(nonce);
  try {
    await settled(tag, clock, LOAD_LIMIT_MS);
  } catch (cause) {
    // The next attempt gets a fresh tag: a browser never asks again for one that has failed.
    tag.remove();
    throw new UpdateModeError('script_failed', "Plaid's script could not be loaded.", { cause, isRetryable: true });
  }
}

function appendTag(nonce: string | undefined): HTMLScriptElement {
  const tag = document.createElement('script');
  if (nonce !== undefined) tag.nonce = nonce;
  tag.async = true;
  setSource(tag);
  document.body.appendChild(tag);
  return tag;
}

/** Without a tag react-plaid-link loads the script a second time. An inert one stops it. */
function ensureTag(): void {
  if (findTag()) return;
  const tag = document.createElement('script');
  tag.type = INERT;
  setSource(tag);
  document.body.appendChild(tag);
}

function setSource(tag: HTMLScriptElement): void {
  try {
    Reflect.set(tag, 'src', trustScriptUrl(LINK_SCRIPT_URL));
  } catch (cause) {
    throw new UpdateModeError('script_failed', NOT_TRUSTED, { cause });
  }
}

const NOT_TRUSTED =
  "Plaid's script could not be loaded: this page requires Trusted Types and does not allow this library's policy. " +
  `Add its name to the page's Content-Security-Policy: trusted-types ${POLICY_NAME}.`;

function hasBeenFetched(): boolean {
  const entries = performance.getEntriesByName?.(LINK_SCRIPT_URL, 'resource') ?? [];
  return entries.some((entry) => entry.duration > 0);
}

function settled(tag: HTMLScriptElement, clock: Clock, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      cancelTimer();
      tag.removeEventListener('load', onLoad);
      tag.removeEventListener('error', onError);
      if (error) reject(error);
      else resolve();
    };
    const onLoad = () => finish(isLoaded() ? undefined : new Error('The script ran and left no Plaid behind.'));
    const onError = () => finish(new Error('The script failed: blocked, or no network.'));
    tag.addEventListener('load', onLoad);
    tag.addEventListener('error', onError);
    const cancelTimer = clock.schedule(() => finish(new Error('The script did not load in time.')), limitMs);
  });
}
