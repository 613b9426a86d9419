/** The same app of the same user in other tabs and windows of this browser. */
export interface OtherTabs {
  /** Hints that something has changed. */
  tell(): void;
  /** Hears the others' hints, until the answer is called. */
  listen(onHint: () => void): () => void;
}

const NAME = 'react-plaid-update-mode:';

/** Says nothing of anybody: each tab asks the server itself. */
const HINT = { version: 1, type: 'changed' } as const;

/** One user's tabs. Without BroadcastChannel, as on pages of no origin, each tab is alone. */
export function createOtherTabs(scope: string): OtherTabs {
  /** What has been opened here hears nothing of what is said here. */
  let listening: BroadcastChannel | null = null;

  function open(): BroadcastChannel | null {
    try {
      return new BroadcastChannel(NAME + scope);
    } catch {
      return null;
    }
  }

  return {
    tell() {
      const channel = listening ?? open();
      channel?.postMessage(HINT);
      // Nobody here listens: a channel that is left open could keep the page from being restored at once.
      if (channel !== listening) channel?.close();
    },
    listen(onHint) {
      const channel = open();
      if (!channel) return () => {};
      listening = channel;
      channel.onmessage = ({ data }) => {
        if (isHint(data)) onHint();
      };
      return () => {
        channel.close();
        if (listening === channel) listening = null;
      };
    },
  };
}

/** Another version of this library, or somebody else, may speak there too. */
function isHint(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return 'version' in data && data.version === HINT.version && 'type' in data && data.type === HINT.type;
}
