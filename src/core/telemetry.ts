import type { SessionStatus } from './session.js';

/**
 * What an app may count. Nothing personal: of Link's metadata only these fields pass, since it can hold
 * routing numbers and what the user typed into the search.
 */
export type UpdateModeEvent =
  | { type: 'status'; itemId: string; status: SessionStatus; errorCode?: string | undefined }
  | { type: 'connected'; itemId: string }
  /** The connections could not be read, so no banner can be shown. */
  | { type: 'list_failed'; httpStatus?: number | undefined; problemCode?: string | undefined }
  | {
      type: 'link';
      itemId: string;
      /** Link's own name of the event, such as `OPEN` or `TRANSITION_VIEW`. In no reliable order: use `timestamp`. */
      name: string;
      viewName?: string | undefined;
      errorCode?: string | undefined;
      linkSessionId?: string | undefined;
      requestId?: string | undefined;
      timestamp?: string | undefined;
    };
