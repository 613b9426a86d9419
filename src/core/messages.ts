/** One sentence for each plural form of the language, by `Intl.PluralRules`; `{count}` is filled in. */
export type PluralMessage = { readonly [Form in Intl.LDMLPluralRule]?: string | undefined } & {
  readonly other: string;
};

/**
 * Every word that the banner says. `{institution}` is filled in everywhere; `{deadline}` ("in 6 days") and
 * `{deadlineDate}` in the messages of a deadline, which begin with `consent`, `disconnect` and `migration`; `{date}` in
 * `lastSync`; `{count}` where there are plural forms. A message may leave one out.
 */
export interface Messages {
  /** Stands for `{institution}` where no name is known. */
  unnamedInstitution: string;

  loginTitle: string;
  loginText: string;
  /** The bank wants something on its own site first. */
  lockedTitle: string;
  lockedText: string;
  passwordTitle: string;
  passwordText: string;
  setupTitle: string;
  setupText: string;
  /** The bank gives no data any more: the permission is not accepted, has run out, or was taken back. */
  sharingTitle: string;
  sharingInvalidText: string;
  sharingExpiredText: string;
  sharingRevokedText: string;
  unfinishedTitle: string;
  unfinishedText: string;
  otherTitle: string;
  otherText: string;

  newLinkTitle: string;
  newLinkText: string;
  usernameText: string;
  /** Where update mode can't change which accounts are shared. */
  newLinkForAccountsText: string;

  consentEndsTitle: string;
  consentEndsText: string;
  consentEndedTitle: string;
  consentEndedText: string;
  disconnectTitle: string;
  disconnectText: string;
  disconnectOverdueTitle: string;
  disconnectOverdueText: string;
  migrationText: string;

  permissionTitle: string;
  permissionText: string;
  accountRevokedTitle: string;
  accountRevokedText: string;
  accountNeededTitle: string;
  accountNeededText: string;
  /** An account for payments is needed. */
  authAccountText: string;
  newAccountsTitle: string;
  newAccountsText: string;
  reportTitle: string;
  reportText: string;
  /** Before a visit that a report depends on. */
  reportWarning: string;
  /** At Chase, beside the choice of accounts. */
  chaseText: string;

  waitTitle: string;
  waitText: string;
  delayTitle: string;
  preparingTitle: string;
  supportTitle: string;
  supportText: string;
  signInMethodText: string;
  askOwnerTitle: string;
  askOwnerText: string;

  /** Of several connections at once; `{institutions}`, and `{repaired}` and `{total}` in `allProgress`. */
  allTitle: PluralMessage;
  allText: string;
  allProgress: string;
  /** Also read out. */
  allDone: string;
  allStart: string;
  allNext: string;

  openText: string;
  /** After a sign-in. */
  confirmingTitle: string;
  confirmingText: string;
  queuedText: string;
  undeliveredText: string;
  /** Instead, after any visit, while the device has no network. */
  offlineText: string;
  /** Instead, after any visit, while nobody is signed in to your app. */
  signedOutText: string;
  /** Below any of these where the browser can't keep it, so that it would be lost with the page. */
  keepOpenText: string;
  syncingTitle: string;
  syncingText: string;
  /** Also read out. */
  connected: string;
  /** After any other visit. */
  doneTitle: string;
  doneText: string;
  doneQueuedText: string;
  doneUndeliveredText: string;
  renewedTitle: string;
  selectedTitle: string;
  accountsAdded: PluralMessage;
  accountsRemoved: PluralMessage;

  exitedText: string;
  /** The same where the connection works. */
  exitedWorkingText: string;
  /** The same where leaving may have changed something. */
  exitedShortText: string;
  exitedWithErrorText: string;
  /** Nobody saw the end: the page was reloaded, closed or crashed while Link was open. */
  lostText: string;
  tryLaterText: string;
  failedText: string;
  /** The same where only Plaid's script can't load, above the way to Plaid's own page. */
  hostedText: string;
  stillBrokenText: string;
  /** The same after a visit that was no sign-in. */
  stillMissingText: string;
  /** After a visit that went to the end and whose effect is still on its way, or had none. */
  unchangedText: string;
  /** After three visits that did not help, above another way out. */
  stuckText: string;
  lastSync: string;

  reconnect: string;
  renew: string;
  chooseAccounts: string;
  review: string;
  /** The same button while Link opens, and while a report is on its way. */
  opening: string;
  checking: string;
  checkAgain: string;
  connectAgain: string;
  openBank: string;
  /** A link that opens in a new tab. */
  continueOnPlaid: string;
  accountClosed: string;
  contactSupport: string;

  supportDetails: string;
  linkSession: string;
  request: string;
  errorCode: string;
  copy: string;
  copied: string;
  copyFailed: string;
}

/** The messages that are one sentence. */
export type MessageKey = Exclude<keyof Messages, PluralMessageKey>;

/** The messages with plural forms. */
export type PluralMessageKey = 'accountsAdded' | 'accountsRemoved' | 'allTitle';
