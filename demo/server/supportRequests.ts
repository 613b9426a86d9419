import type { SupportRequest } from '../api.js';
import type { Database } from './database.js';

/** What users have asked Harbour's support about, with what Plaid's support will ask for. */
export interface SupportRequests {
  add(userId: string, request: SupportRequest): Promise<void>;
}

export function createSupportRequests(database: Database): SupportRequests {
  return {
    async add(userId, { itemId, linkSessionId, requestId, errorCode }) {
      await database.query(
        `insert into support_requests (user_id, item_id, link_session_id, request_id, error_code)
         values ($1, $2, $3, $4, $5)`,
        [userId, itemId, linkSessionId ?? null, requestId ?? null, errorCode ?? null],
      );
    },
  };
}
