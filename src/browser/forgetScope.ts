import { readNoteScope } from '../core/noteScope.js';
import { createDismissalStorage } from './dismissalStorage.js';
import { createOutboxStorage } from './outboxStorage.js';
import { createPageState, getPageState } from './pageState.js';
import { createVisitStorage } from './visitStorage.js';

/**
 * Removes all that this library keeps of one user in this browser: reports that the server has not answered yet,
 * visits that have not come back, and which banners were dismissed. For logout, when nobody is to go on with them;
 * every provider of that `scope` hears of it, in other tabs too. What is removed is sent by nobody any more. Never throws,
 * and does nothing on a server.
 *
 * @example await signOut(); forgetScope(user.id);
 */
export function forgetScope(scope: string): void {
  if (typeof window === 'undefined') return;
  const reports = createOutboxStorage();
  for (const { id } of reports.read(scope)) reports.remove(scope, id);
  const dismissals = createDismissalStorage();
  for (const itemId of dismissals.read(scope).keys()) dismissals.remove(scope, itemId);
  const page = getPageState();
  const { visits } = page;
  (page.forgotten ??= new Set()).add(scope);
  // As a page sees them that is with none of them itself.
  const notes = createVisitStorage(createPageState);
  for (const { id, text } of notes.read()) {
    if (readNoteScope(text) !== scope) continue;
    notes.remove(id);
    visits.delete(id);
  }
}
