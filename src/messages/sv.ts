import type { Catalog } from '../core/messages.js';

export const sv: Catalog = {
  language: 'sv',
  unnamedInstitution: 'din bank',

  severityOk: 'Klart',
  severityInfo: 'Bra att veta',
  severityWarning: 'Ta en titt på det här',
  severityCritical: 'Uppdateras inte',

  loginTitle: '{institution} vill att du loggar in igen',
  loginText: 'Tills dess hämtas inga nya transaktioner eller saldon.',
  lockedTitle: 'Din inloggning hos {institution} är låst',
  lockedText: 'Lås upp den hos banken först. Kom sedan tillbaka och återanslut.',
  passwordTitle: '{institution} ber om ett nytt lösenord',
  passwordText: 'Byt lösenord hos banken först. Kom sedan tillbaka och återanslut.',
  setupTitle: '{institution} behöver något från dig först',
  setupText:
    'Logga in hos banken och gör det som den ber om, till exempel att godkänna nya villkor. ' +
    'Kom sedan tillbaka och återanslut.',
  sharingTitle: '{institution} delar inte längre dina uppgifter',
  sharingInvalidText: 'Banken godtar inte längre ditt samtycke. Ge det igen för att se nya transaktioner och saldon.',
  sharingExpiredText: 'Ditt samtycke har gått ut. Ge det igen för att se nya transaktioner och saldon.',
  sharingRevokedText: 'Samtycket har återkallats. Du kan ge det igen för att se nya transaktioner och saldon.',
  unfinishedTitle: 'Inloggningen hos {institution} blev inte klar',
  unfinishedText: 'Något gick fel på vägen till banken eller tillbaka. Försök igen.',
  otherTitle: '{institution} uppdateras inte längre',
  otherText: 'Inga nya transaktioner eller saldon hämtas. Det kan hjälpa att återansluta.',

  newLinkTitle: '{institution} behöver en ny anslutning',
  newLinkText:
    'Den här anslutningen har upphört och går inte att reparera. Skapa en ny för att se nya transaktioner och saldon.',
  usernameText:
    'Den här anslutningen fungerar bara med det användarnamn som den skapades med. ' +
    'Skapa en ny anslutning om du har ett nytt.',
  newLinkForAccountsText: 'Skapa en ny anslutning till {institution} om du vill ändra vilka konton du delar.',

  consentEndsTitle: 'Ditt samtycke för {institution} upphör {deadline}',
  consentEndsText:
    'Det gäller till den {deadlineDate}. Förnya det innan dess, så att dina uppgifter kan fortsätta att uppdateras.',
  consentEndedTitle: 'Ditt samtycke för {institution} upphörde {deadline}',
  consentEndedText: 'Det gällde till den {deadlineDate}. Förnya det för att se nya transaktioner och saldon.',
  disconnectTitle: 'Din anslutning till {institution} upphör {deadline}',
  disconnectText:
    'Den fungerar till den {deadlineDate}. ' +
    'Logga in en gång innan dess, så att dina uppgifter kan fortsätta att uppdateras.',
  disconnectOverdueTitle: 'Din anslutning till {institution} skulle ha upphört {deadline}',
  disconnectOverdueText:
    'Datumet var den {deadlineDate}. Logga in en gång, så att dina uppgifter kan fortsätta att uppdateras.',
  migrationText:
    'Den fungerar till den {deadlineDate}. Banken ändrar sina anslutningar: ' +
    'logga in en gång innan dess, så att dina uppgifter kan fortsätta att uppdateras.',

  permissionTitle: 'Ett samtycke saknas hos {institution}',
  permissionText: 'Något som behövs här delas inte. Se över vad du delar och tillåt det.',
  accountRevokedTitle: 'Ett konto hos {institution} delas inte längre',
  accountRevokedText: 'Delningen stängdes av hos banken. Du kan slå på den igen här eller låta den vara avstängd.',
  accountNeededTitle: 'Ett konto hos {institution} saknas',
  accountNeededText: 'Bland kontona du delar saknas ett som behövs här. Se över vilka du delar.',
  authAccountText: 'Här behövs ett konto som kan skicka och ta emot betalningar. Se över vilka du delar.',
  newAccountsTitle: 'Nya konton hos {institution}',
  newAccountsText: 'Du kan dela dem här eller låta allt vara som det är.',
  reportTitle: 'Din rapport från {institution} behöver ditt samtycke igen',
  reportText: 'Samtycket upphörde vid ett byte av konton som inte slutfördes.',
  reportWarning: 'När du har börjat, fortsätt till slutet: avslutar du tidigare upphör samtycket för din rapport.',
  chaseText: 'Om du vill sluta dela ett konto gör du det i Security Center på Chases egen webbplats.',

  waitTitle: '{institution} går inte att nå just nu',
  waitText: 'Vi fortsätter att försöka. Du behöver inte göra något.',
  delayTitle: 'Uppdateringar från {institution} är försenade',
  preparingTitle: 'Uppgifter från {institution} förbereds',
  supportTitle: 'Vi kan inte uppdatera {institution}',
  supportText: 'Här hjälper det inte att logga in igen. Kontakta supporten.',
  signInMethodText: 'Ditt sätt att bekräfta inloggningen där stöds inte. Kontakta supporten.',
  askOwnerTitle: '{institution} behöver den som skapade anslutningen',
  askOwnerByText: 'Anslutningen fungerar till den {deadlineDate}.',
  askOwnerText: 'Bara den personen kan ordna det, så säg gärna till.',

  trustText: 'Det tar oftast en minut. Du loggar in via Plaid, och {app} ser aldrig ditt lösenord.',
  trustUnnamedText: 'Det tar oftast en minut. Du loggar in via Plaid, och den här appen ser aldrig ditt lösenord.',
  lastSync: 'Senast uppdaterat {date}',

  allTitle: {
    one: 'Du behöver logga in igen för en bankanslutning',
    other: 'Du behöver logga in igen för {count} bankanslutningar',
  },
  allText: '{institutions}: inga nya transaktioner eller saldon hämtas. Du kan sluta efter varje anslutning.',
  allProgress: '{repaired} av {total} har återanslutits.',
  allDone: 'Alla dina bankanslutningar fungerar igen',
  allStart: 'Återanslut en i taget',
  allNext: 'Återanslut nästa',

  listTitle: { one: 'En bankanslutning väntar på dig', other: '{count} bankanslutningar väntar på dig' },
  listText: 'Du kan ta dem en i taget och sluta efter vilken du vill.',
  listProgress: '{done} av {total} klara.',
  listDoneTitle: 'Dina bankanslutningar är i ordning',
  listDoneText: {
    one: 'Du har tagit hand om en anslutning. Tack.',
    other: 'Du har tagit hand om {count} anslutningar. Tack.',
  },
  listInstitution: { one: '{institution}', other: '{institution}, {count} anslutningar' },

  openText: 'Fortsätt i fönstret som öppnades.',
  confirmingTitle: '{institution} har godkänt din inloggning',
  confirmingText: 'Vi kontrollerar att dina uppgifter kommer fram.',
  queuedText:
    'Vi kan inte bekräfta än att dina uppgifter kommer fram. ' +
    'Din inloggning har inte gått förlorad, och vi fortsätter att försöka.',
  undeliveredText: 'Vi kunde inte bekräfta att dina uppgifter kommer fram. Din inloggning har inte gått förlorad.',
  offlineText: 'Du är offline. Inget går förlorat: vi kontrollerar så snart du är online igen.',
  signedOutText:
    'Du är inte längre inloggad i den här appen. Logga in igen, så gör vi klart kontrollen: ' +
    'det du gjorde hos {institution} gäller fortfarande.',
  keepOpenText: 'Låt den här sidan vara öppen tills det är bekräftat: din webbläsare kan inte spara det till senare.',
  syncingTitle: 'Anslutningen till {institution} är återställd',
  syncingText: 'Vi väntar på dina senaste uppgifter.',
  connected: 'Anslutningen till {institution} fungerar igen',
  doneTitle: 'Du är klar hos {institution}',
  doneText: 'Vi kontrollerar att det gick igenom.',
  doneQueuedText: 'Vi kan inte bekräfta än att det gick igenom. Inget går förlorat, och vi fortsätter att försöka.',
  doneUndeliveredText: 'Vi kunde inte bekräfta att det gick igenom.',
  renewedTitle: 'Ditt samtycke för {institution} är förnyat',
  selectedTitle: 'Ditt val av konton hos {institution} är sparat',
  accountsAdded: { one: 'Du delar nu {count} konto till.', other: 'Du delar nu {count} konton till.' },
  accountsRemoved: { one: 'Du delar inte längre {count} konto.', other: 'Du delar inte längre {count} konton.' },

  exitedText: 'Du avslutade innan allt var klart, så inget har ändrats.',
  exitedWorkingText: 'Du avslutade innan allt var klart. Din anslutning fungerar som tidigare.',
  exitedShortText: 'Du avslutade innan allt var klart.',
  exitedWithErrorText: 'Det gick inte att slutföra. Du kan försöka igen.',
  lostText: 'Vi kunde inte se hur ditt senaste besök slutade. Du kan försöka igen.',
  tryLaterText: '{institution} går inte att nå just nu. Försök igen senare.',
  failedText: 'Fönstret kunde inte öppnas. Försök igen.',
  hostedText: 'Fönstret kunde inte öppnas. Du kan försöka igen eller göra samma sak på Plaids egen sida.',
  stillBrokenText: 'Du loggade in, men {institution} ber fortfarande om det. Försök igen.',
  stillMissingText: 'Du gick ända till slutet, men det som behövs saknas fortfarande. Försök igen.',
  unchangedText: 'Du gick ända till slutet. Inget har ändrats än.',
  stuckText: 'Det har inte fungerat trots flera försök. Du kan också prova på ett annat sätt:',

  reconnect: 'Återanslut {institution}',
  renew: 'Förnya samtycke för {institution}',
  chooseAccounts: 'Välj konton hos {institution}',
  review: 'Se över åtkomst till {institution}',
  opening: 'Öppnar…',
  checking: 'Kontrollerar…',
  checkAgain: 'Kontrollera igen',
  connectAgain: 'Skapa ny anslutning till {institution}',
  openBank: 'Öppna {institution}',
  continueOnPlaid: 'Fortsätt på Plaids sida',
  accountClosed: 'Jag har avslutat det här kontot',
  contactSupport: 'Kontakta supporten',

  dismiss: 'Dölj det här meddelandet',
  snooze: 'Påminn mig senare',
  shrink: 'Visa mindre',
  expand: 'Visa mer',
  dismissedText: 'Meddelandet är dolt. Du ser det igen när något ändras.',
  snoozedText: 'Meddelandet är dolt så länge. Du ser det igen {when}.',

  supportDetails: 'Uppgifter till supporten',
  linkSession: 'Link-session',
  request: 'Begäran',
  errorCode: 'Kod',
  copy: 'Kopiera',
  copied: 'Kopierat.',
  copyFailed: 'Kopiera den markerade texten.',
};
