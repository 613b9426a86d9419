import type { Cause } from './diagnosis.js';
import type { DismissalEvent } from './dismissals.js';
import type { Purpose } from '../protocol/purpose.js';
import type { Target } from '../protocol/target.js';
import type { SessionStatus } from './session.js';
import type { StorageNews } from './storageNews.js';

/**
 * What an app may count. Nothing personal: of Link's metadata only these fields pass, and only what has the form of a
 * constant, an id or a time, since it can hold routing numbers and what the user typed into the search. An event whose
 * name is no constant is not told.
 */
export type UpdateModeEvent =
  | {
      type: 'status';
      target: Target;
      purpose: Purpose;
      itemId: string | null;
      status: SessionStatus;
      errorCode?: string | undefined;
      /** Plaid's support asks for these two. */
      linkSessionId?: string | undefined;
      requestId?: string | undefined;
    }
  | { type: 'connected'; itemId: string }
  /** The connections could not be read, so no banner can be shown. */
  | { type: 'list_failed'; httpStatus?: number | undefined; problemCode?: string | undefined }
  /** The words of this locale could not be loaded, or not in time: English stands in for them. */
  | { type: 'messages_failed'; locale: string }
  /** A banner was put away by its user, made one line, or brought back to full size. */
  | { type: 'dismissed'; itemId: string; cause: Cause; kind: DismissalEvent['kind'] }
  | StorageNews
  | {
      type: 'link';
      target: Target;
      purpose: Purpose;
      itemId: string | null;
      /** Link's own name of the event, such as `OPEN` or `TRANSITION_VIEW`. In no reliable order: use `timestamp`. */
      name: string;
      viewName?: string | undefined;
      errorCode?: string | undefined;
      linkSessionId?: string | undefined;
      requestId?: string | undefined;
      timestamp?: string | undefined;
    };
