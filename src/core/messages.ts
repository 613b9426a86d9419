/** All that a message can name. */
export type MessagePlace =
  | 'app'
  | 'count'
  | 'date'
  | 'deadline'
  | 'deadlineDate'
  | 'done'
  | 'institution'
  | 'institutions'
  | 'repaired'
  | 'total'
  | 'when';

/** A sentence with `{name}` places, or a function that is given what would stand there. */
export type Message<Place extends MessagePlace> = string | ((values: Readonly<Record<Place, string>>) => string);

/** One sentence for each plural form of the language, by `Intl.PluralRules`; `{count}` is the number. */
export type PluralMessage<Place extends MessagePlace = never> = {
  readonly [Form in Intl.LDMLPluralRule]?: Message<Place | 'count'> | undefined;
} & { readonly other: Message<Place | 'count'> };

/** Names the bank, or says `unnamedInstitution`. */
export type BankMessage = Message<'institution'>;

/** Of something that ends: `{deadline}` is relative ("in 6 days", "yesterday"), `{deadlineDate}` the day itself. */
export type DeadlineMessage = Message<'institution' | 'deadline' | 'deadlineDate'>;

/**
 * Every word that the banners say, with what may stand in each. A message may leave a place out. Of the languages of
 * Plaid Link there is a file each: `react-plaid-update-mode/messages/de`.
 */
export interface Messages {
  /** BCP 47: the language of these words, which decides over plurals, dates and `lang`. */
  language: string;
  /** Stands for `{institution}` where no name is known; begins with a small letter. */
  unnamedInstitution: string;

  /** Read out for the icon. */
  severityOk: string;
  severityInfo: string;
  severityWarning: string;
  severityCritical: string;

  loginTitle: BankMessage;
  loginText: BankMessage;
  /** The bank wants something on its own site first. */
  lockedTitle: BankMessage;
  lockedText: BankMessage;
  passwordTitle: BankMessage;
  passwordText: BankMessage;
  setupTitle: BankMessage;
  setupText: BankMessage;
  /** The bank gives no data any more: the permission is not accepted, has run out, or was taken back. */
  sharingTitle: BankMessage;
  sharingInvalidText: BankMessage;
  sharingExpiredText: BankMessage;
  sharingRevokedText: BankMessage;
  unfinishedTitle: BankMessage;
  unfinishedText: BankMessage;
  otherTitle: BankMessage;
  otherText: BankMessage;

  newLinkTitle: BankMessage;
  newLinkText: BankMessage;
  usernameText: BankMessage;
  /** Where update mode can't change which accounts are shared. */
  newLinkForAccountsText: BankMessage;

  consentEndsTitle: DeadlineMessage;
  consentEndsText: DeadlineMessage;
  consentEndedTitle: DeadlineMessage;
  consentEndedText: DeadlineMessage;
  disconnectTitle: DeadlineMessage;
  disconnectText: DeadlineMessage;
  disconnectOverdueTitle: DeadlineMessage;
  disconnectOverdueText: DeadlineMessage;
  migrationText: DeadlineMessage;

  permissionTitle: BankMessage;
  permissionText: BankMessage;
  accountRevokedTitle: BankMessage;
  accountRevokedText: BankMessage;
  accountNeededTitle: BankMessage;
  accountNeededText: BankMessage;
  /** An account for payments is needed. */
  authAccountText: BankMessage;
  newAccountsTitle: BankMessage;
  newAccountsText: BankMessage;
  reportTitle: BankMessage;
  reportText: BankMessage;
  /** Before a visit that a report depends on. */
  reportWarning: BankMessage;
  /** At Chase, beside the choice of accounts. */
  chaseText: BankMessage;

  waitTitle: BankMessage;
  waitText: BankMessage;
  delayTitle: BankMessage;
  preparingTitle: BankMessage;
  supportTitle: BankMessage;
  supportText: BankMessage;
  signInMethodText: BankMessage;
  askOwnerTitle: BankMessage;
  /** Of a colleague's connection that works until a day; `askOwnerText` follows. */
  askOwnerByText: DeadlineMessage;
  askOwnerText: BankMessage;

  /** Before a visit: what it takes, and who sees what. `{app}` is the provider's `appName`. */
  trustText: Message<'app'>;
  /** The same where the app gave no name. */
  trustUnnamedText: string;
  lastSync: Message<'date'>;

  /** Of several connections that need a new sign-in, in one visit to Link after the other. */
  allTitle: PluralMessage;
  allText: Message<'institutions'>;
  /** Also read out. */
  allProgress: Message<'repaired' | 'total'>;
  /** Also read out. */
  allDone: string;
  allStart: string;
  allNext: string;

  /** Of several connections that need different things. */
  listTitle: PluralMessage;
  listText: string;
  /** Also read out. */
  listProgress: Message<'done' | 'total'>;
  /** Also read out. */
  listDoneTitle: string;
  listDoneText: PluralMessage;
  /** Several connections to one bank, in a row of the list. */
  listInstitution: PluralMessage<'institution'>;

  openText: BankMessage;
  /** After a sign-in. */
  confirmingTitle: BankMessage;
  confirmingText: BankMessage;
  queuedText: BankMessage;
  undeliveredText: BankMessage;
  /** Instead, after any visit, while the device has no network. */
  offlineText: BankMessage;
  /** Instead, after any visit, while nobody is signed in to your app. */
  signedOutText: BankMessage;
  /** Below any of these where the browser can't keep it, so that it would be lost with the page. */
  keepOpenText: BankMessage;
  syncingTitle: BankMessage;
  syncingText: BankMessage;
  /** Also read out. */
  connected: BankMessage;
  /** After any other visit. */
  doneTitle: BankMessage;
  doneText: BankMessage;
  doneQueuedText: BankMessage;
  doneUndeliveredText: BankMessage;
  renewedTitle: BankMessage;
  selectedTitle: BankMessage;
  accountsAdded: PluralMessage;
  accountsRemoved: PluralMessage;

  exitedText: BankMessage;
  /** The same where the connection works. */
  exitedWorkingText: BankMessage;
  /** The same where leaving may have changed something. */
  exitedShortText: BankMessage;
  exitedWithErrorText: BankMessage;
  /** Nobody saw the end: the page was reloaded, closed or crashed while Link was open. */
  lostText: BankMessage;
  tryLaterText: BankMessage;
  failedText: BankMessage;
  /** The same where only Plaid's script can't load, above the way to Plaid's own page. */
  hostedText: BankMessage;
  stillBrokenText: BankMessage;
  /** The same after a visit that was no sign-in. */
  stillMissingText: BankMessage;
  /** After a visit that went to the end and whose effect is still on its way, or had none. */
  unchangedText: BankMessage;
  /** After three visits that did not help, above another way out. */
  stuckText: BankMessage;

  reconnect: BankMessage;
  renew: BankMessage;
  chooseAccounts: BankMessage;
  review: BankMessage;
  /** The same button while Link opens, and while a report is on its way. */
  opening: BankMessage;
  checking: BankMessage;
  checkAgain: BankMessage;
  connectAgain: BankMessage;
  openBank: BankMessage;
  /** A link that opens in a new tab. */
  continueOnPlaid: BankMessage;
  accountClosed: BankMessage;
  contactSupport: BankMessage;

  /** The label of the cross. */
  dismiss: string;
  snooze: string;
  /** Of one that can't be dismissed: makes it one line, and back. */
  shrink: string;
  expand: string;
  /** Read out after `dismiss`. */
  dismissedText: string;
  /** Read out after `snooze`; `{when}` is relative: "in 3 days". */
  snoozedText: Message<'when'>;

  supportDetails: string;
  linkSession: string;
  request: string;
  errorCode: string;
  copy: string;
  copied: string;
  copyFailed: string;
}

/** Brings the words of a language, at best of that one alone. What it leaves out stays English. */
export type MessagesLoader = (locale: string) => Promise<Partial<Messages>>;

/** All words of one language as they are delivered: texts alone. */
export type Catalog = {
  readonly [Key in keyof Messages]: Messages[Key] extends PluralMessage<infer _> ? PluralText : string;
};

type PluralText = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The messages with plural forms. */
export type PluralMessageKey = {
  [Key in keyof Messages]: Messages[Key] extends { readonly other: unknown } ? Key : never;
}[keyof Messages];

/** The messages that are one sentence. */
export type MessageKey = Exclude<keyof Messages, PluralMessageKey | 'language'>;
