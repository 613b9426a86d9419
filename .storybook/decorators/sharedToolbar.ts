import { addons } from 'storybook/preview-api';
import { INITIAL_TOOLBAR, pickToolbar } from '../toolbar.js';

// Storybook's own names for these, from its `internal/core-events`.
const SET_GLOBALS = 'setGlobals';
const GLOBALS_UPDATED = 'globalsUpdated';
const UPDATE_GLOBALS = 'updateGlobals';

type Choices = Readonly<Record<string, unknown>>;

declare global {
  interface Window {
    updateModeToolbar?: SharedToolbar | undefined;
  }
}

interface SharedToolbar {
  get(): Choices;
  subscribe(onChange: () => void): () => void;
}

/** What the toolbar says on this page, for pages of documentation as well. */
export const toolbar = followToolbar();

/**
 * What the toolbar says at first. Storybook gives the frames of a page of documentation no globals (10.6), so they take them
 * from that page, and follow it.
 */
export function readInitialToolbar(): Choices {
  const outer = isFrameInDocs() ? window.parent.updateModeToolbar : undefined;
  window.updateModeToolbar = toolbar;
  if (!outer) return { ...INITIAL_TOOLBAR };
  const stop = outer.subscribe(() => addons.getChannel().emit(UPDATE_GLOBALS, { globals: outer.get() }));
  window.addEventListener('pagehide', stop, { once: true });
  return outer.get();
}

/** On a page of documentation each story is a frame of its own. */
export function isFrameInDocs(): boolean {
  return window.frameElement?.id.startsWith('iframe--') ?? false;
}

function followToolbar(): SharedToolbar {
  const listeners = new Set<() => void>();
  let current: Choices = { ...INITIAL_TOOLBAR };
  const set = ({ globals }: { globals: Choices }) => {
    const next = { ...current, ...pickToolbar(globals) };
    // The frames of this page answer with the same.
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    current = next;
    for (const listener of listeners) listener();
  };
  const channel = addons.getChannel();
  channel.on(SET_GLOBALS, set);
  channel.on(GLOBALS_UPDATED, set);
  return {
    get: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}
