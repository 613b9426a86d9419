/**
 * Every word that the banner says. `{institution}` is filled in everywhere, `{deadline}` ("in 6 days") and
 * `{deadlineDate}` in the two `disconnect` messages, `{date}` in `lastSync`. A message may leave one out.
 */
export interface Messages {
  /** Stands for `{institution}` where no name is known. */
  unnamedInstitution: string;
  loginTitle: string;
  loginText: string;
  disconnectTitle: string;
  disconnectText: string;
  otherTitle: string;
  otherText: string;
  newLinkTitle: string;
  newLinkText: string;
  waitTitle: string;
  waitText: string;
  supportTitle: string;
  supportText: string;
  openText: string;
  confirmingTitle: string;
  confirmingText: string;
  queuedText: string;
  undeliveredText: string;
  syncingTitle: string;
  syncingText: string;
  /** Also read out. */
  connected: string;
  exitedText: string;
  exitedWithErrorText: string;
  failedText: string;
  stillBrokenText: string;
  lastSync: string;
  reconnect: string;
  /** The same button while Link opens, and while a report is on its way. */
  opening: string;
  checking: string;
  connectAgain: string;
  checkAgain: string;
}
