import type { PlaidAccount, PlaidInstitution, PlaidLinkError } from 'react-plaid-link';

/**
 * What the user has to do in Link: sign in; visit the bank's own page (`oauth`); choose the accounts to share;
 * read and allow; enter the code of a micro-deposit; upload a document.
 */
export type LinkStep = 'sign_in' | 'oauth' | 'accounts' | 'consent' | 'code' | 'upload';

/** An account at the bank that the user may share. */
export interface LinkAccountChoice extends PlaidAccount {
  /** Whether it is shared now. */
  isShared: boolean;
  /** A bank that takes no account away in update mode shows it ticked for good. */
  isFixed: boolean;
}

/** What the user has chosen on the way. */
export interface LinkChoices {
  /** The ids of all accounts to be shared. Left out, what is shared stays. */
  accounts?: string[] | undefined;
  /** Products whose permission the user does not grant at the bank. */
  withhold?: string[] | undefined;
}

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
      /** In order. @default ['sign_in'] */
      steps?: LinkStep[] | undefined;
      /** For the step `accounts`, and for the bank's own page. */
      choices?: LinkAccountChoice[] | undefined;
      /** For the step `consent`: what is asked for, in words. */
      asks?: string[] | undefined;
      /** Where the bank's own page sends the user back to; none: only a popup can come back. */
      redirectUri?: string | undefined;
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
  choices?: LinkChoices | undefined;
}

export interface FinishedLinkSessionAnswer {
  publicToken: string | null;
  /** The accounts that are shared now. Left out: as they were when Link was opened. */
  accounts?: PlaidAccount[] | undefined;
}

/** A visit that continues on the bank's own page. */
export interface OAuthState {
  oauthStateId: string;
  /** Where the bank's page is served; none: the simulator shows one of its own in a popup. */
  bankPageUrl?: string | undefined;
  /** Where the page of a redirect comes back to, with the state's id in its query. */
  returnUrl: string | null;
}

/** How the user left the bank's own page. */
export interface OAuthDecision {
  oauthStateId: string;
  decision: 'allow' | 'deny';
  choices?: LinkChoices | undefined;
}

/**
 * Link's own server side, as the simulator needs it. No function rejects for what a token or an Item can be.
 * The three for OAuth may be missing where no answer has the step `oauth`.
 */
export interface LinkBackend {
  openSession(linkToken: string): Promise<LinkSessionAnswer>;
  finishSession(session: FinishedLinkSession): Promise<FinishedLinkSessionAnswer>;
  startOAuth?(session: { linkToken: string; linkSessionId: string }): Promise<OAuthState>;
  /** Resolves with false for a state that is unknown or decided already. */
  decideOAuth?(decision: OAuthDecision): Promise<boolean>;
  /** Link was created again with `receivedRedirectUri`: the rest of the visit, or why there is none. */
  resumeSession?(resumed: { linkToken: string; receivedRedirectUri: string }): Promise<LinkSessionAnswer>;
}
