/** What was written down of a visit, for pages that come after this one. */
export interface VisitNote {
  id: string;
  text: string;
  /** Whether it was written in this tab. */
  isOwn: boolean;
}

/**
 * Where visits wait that may end on another page than they began on. All of a browser's tabs see each other's: an
 * app on a phone may send the user back into a new tab. Where nothing can be kept, nothing is, and nothing fails.
 */
export interface VisitStorage {
  /** Those of earlier pages and of other tabs, never those that this page is still with. */
  read(): VisitNote[];
  write(id: string, text: string): void;
  /** Changes a note and nothing else: it stays the visit of the tab and the page that it was. */
  rewrite(id: string, text: string): void;
  /** This page is no longer with it, though it may not be over. */
  leave(id: string): void;
  remove(id: string): void;
  /** Calls back when another tab has written or removed one. */
  onChange(listener: () => void): () => void;
}
