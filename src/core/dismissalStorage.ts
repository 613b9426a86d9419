/**
 * Where it stands what a user has dismissed: a text for each Item. All of a browser's tabs see the same; each user's are
 * apart. It never throws: what the browser does not take is kept for as long as this page lives.
 */
export interface DismissalStorage {
  /** By Item. */
  read(scope: string): Map<string, string>;
  write(scope: string, itemId: string, text: string): void;
  remove(scope: string, itemId: string): void;
  /** Calls back when another tab, or somebody else on this page, has changed something about this user's. */
  onChange(scope: string, listener: () => void): () => void;
}
