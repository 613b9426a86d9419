import type { PlaidAccount, PlaidInstitution, PlaidLinkError } from 'react-plaid-link';

/** What Link's own server says when Link is opened with a link token. */
export type LinkSessionAnswer =
  | {
      ok: true;
      linkSessionId: string;
      requestId: string;
      institution: PlaidInstitution;
      /** What `onSuccess` shows of the Item's accounts. */
      accounts?: PlaidAccount[] | undefined;
      /** The app's name as it stands in the link token. */
      clientName?: string | undefined;
    }
  | {
      ok: false;
      linkSessionId: string;
      requestId: string;
      error: PlaidLinkError;
    };

/** One visit to Link that is over. */
export interface FinishedLinkSession {
  linkToken: string;
  linkSessionId: string;
  outcome: 'success' | 'exit';
}

/** Link's own server side, as the simulator needs it. Neither function rejects for what a token or an Item can be. */
export interface LinkBackend {
  openSession(linkToken: string): Promise<LinkSessionAnswer>;
  finishSession(session: FinishedLinkSession): Promise<{ publicToken: string | null }>;
}
