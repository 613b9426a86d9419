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
  /** Those of earlier pages and of other tabs, never those that this page has written. */
  read(): VisitNote[];
  write(id: string, text: string): void;
  remove(id: string): void;
}
