import type { Catalog } from '../core/messages.js';

export const da: Catalog = {
  language: 'da',
  unnamedInstitution: 'din bank',

  severityOk: 'Færdig',
  severityInfo: 'Godt at vide',
  severityWarning: 'Se på dette',
  severityCritical: 'Opdateres ikke',

  loginTitle: '{institution} beder dig logge ind igen',
  loginText: 'Indtil da kommer der ingen nye posteringer eller saldi ind.',
  lockedTitle: 'Din adgang til {institution} er spærret',
  lockedText: 'Ophæv først spærringen hos banken. Kom så tilbage, og forbind igen.',
  passwordTitle: '{institution} beder om en ny adgangskode',
  passwordText: 'Vælg den først hos banken. Kom så tilbage, og forbind igen.',
  setupTitle: '{institution} har først brug for noget fra dig',
  setupText:
    'Log ind hos banken, og gør det, den beder om, for eksempel at acceptere nye vilkår. ' +
    'Kom så tilbage, og forbind igen.',
  sharingTitle: '{institution} deler ikke længere dine data',
  sharingInvalidText: 'Banken accepterer ikke længere dit samtykke. Giv det igen for at se nye posteringer og saldi.',
  sharingExpiredText: 'Dit samtykke er udløbet. Giv det igen for at se nye posteringer og saldi.',
  sharingRevokedText: 'Samtykket er trukket tilbage. Du kan give det igen for at se nye posteringer og saldi.',
  unfinishedTitle: 'Du blev ikke logget helt ind hos {institution}',
  unfinishedText: 'Noget gik galt på vej til banken eller tilbage. Prøv igen.',
  otherTitle: '{institution} opdateres ikke længere',
  otherText: 'Der kommer ingen nye posteringer eller saldi ind. Det hjælper måske at forbinde igen.',

  newLinkTitle: '{institution} har brug for en ny forbindelse',
  newLinkText:
    'Denne forbindelse er ophørt og kan ikke genoprettes. Opret en ny forbindelse for at se nye posteringer og saldi.',
  usernameText:
    'Denne forbindelse virker kun med det brugernavn, den begyndte med. Har du fået et nyt, så opret en ny forbindelse.',
  newLinkForAccountsText: 'Opret en ny forbindelse til {institution} for at ændre, hvilke konti du deler.',

  consentEndsTitle: 'Dit samtykke til {institution} udløber {deadline}',
  consentEndsText: 'Det gælder indtil den {deadlineDate}. Forny det inden da, så dine data fortsat kan komme ind.',
  consentEndedTitle: 'Dit samtykke til {institution} udløb {deadline}',
  consentEndedText: 'Det gjaldt indtil den {deadlineDate}. Forny det for at se nye posteringer og saldi.',
  disconnectTitle: 'Din forbindelse til {institution} ophører {deadline}',
  disconnectText: 'Den virker indtil den {deadlineDate}. Log ind én gang inden da, så dine data fortsat kan komme ind.',
  disconnectOverdueTitle: 'Din forbindelse til {institution} skulle ophøre {deadline}',
  disconnectOverdueText: 'Det var den {deadlineDate}. Log ind én gang, så dine data fortsat kan komme ind.',
  migrationText:
    'Den virker indtil den {deadlineDate}. Banken er ved at ændre sine forbindelser: ' +
    'Log ind én gang inden da, så dine data fortsat kan komme ind.',

  permissionTitle: 'Der mangler et samtykke hos {institution}',
  permissionText: 'Noget, der er brug for her, bliver ikke delt. Gennemgå, hvad du deler, og giv lov til det.',
  accountRevokedTitle: 'En konto hos {institution} deles ikke længere',
  accountRevokedText: 'Delingen er slået fra hos banken. Du kan slå den til igen her eller lade den være slået fra.',
  accountNeededTitle: 'Der mangler en konto hos {institution}',
  accountNeededText: 'Blandt de konti, du deler, mangler en, der er brug for her. Gennemgå, hvilke du deler.',
  authAccountText:
    'Her er der brug for en konto, der kan sende og modtage betalinger. Gennemgå, hvilke konti du deler.',
  newAccountsTitle: 'Nye konti hos {institution}',
  newAccountsText: 'Du kan dele dem her eller lade alt være, som det er.',
  reportTitle: 'Din rapport fra {institution} kræver dit samtykke igen',
  reportText: 'Samtykket ophørte med en ændring af konti, der ikke blev gjort færdig.',
  reportWarning: 'Når du er begyndt, så fortsæt til slutningen: Stopper du før, ophører samtykket til din rapport.',
  chaseText: 'Brug “Security Center” på Chases egen side for at holde op med at dele en konto.',

  waitTitle: '{institution} er ikke tilgængelig lige nu',
  waitText: 'Vi bliver ved med at prøve. Du behøver ikke gøre noget.',
  delayTitle: 'Opdateringer fra {institution} er forsinkede',
  preparingTitle: 'Data fra {institution} gøres klar',
  supportTitle: 'Vi kan ikke opdatere {institution}',
  supportText: 'Det hjælper ikke at logge ind igen. Kontakt support.',
  signInMethodText: 'Den måde, du bekræfter dit login på dér, understøttes ikke. Kontakt support.',
  askOwnerTitle: '{institution} kræver den person, der oprettede forbindelsen',
  askOwnerText: 'Kun den person kan ordne det. Giv vedkommende besked.',

  trustText: 'Det tager som regel et minut. Du logger ind via Plaid; {app} ser aldrig din adgangskode.',
  trustUnnamedText: 'Det tager som regel et minut. Du logger ind via Plaid; denne app ser aldrig din adgangskode.',
  lastSync: 'Sidst opdateret den {date}',

  allTitle: {
    one: 'Én bankforbindelse kræver, at du logger ind igen',
    other: '{count} bankforbindelser kræver, at du logger ind igen',
  },
  allText: '{institutions}: Der kommer ingen nye posteringer eller saldi ind. Du kan stoppe efter hver forbindelse.',
  allProgress: '{repaired} af {total} forbundet igen.',
  allDone: 'Alle dine bankforbindelser virker igen',
  allStart: 'Forbind igen en ad gangen',
  allNext: 'Forbind den næste igen',

  listTitle: {
    one: 'Én bankforbindelse kræver noget af dig',
    other: '{count} bankforbindelser kræver noget af dig',
  },
  listText: 'Du kan ordne dem en ad gangen og stoppe efter hver forbindelse.',
  listProgress: '{done} af {total} færdige.',
  listDoneTitle: 'Dine bankforbindelser er i orden',
  listDoneText: {
    one: 'Du har ordnet én forbindelse. Tak.',
    other: 'Du har ordnet {count} forbindelser. Tak.',
  },
  listInstitution: { one: '{institution}', other: '{institution}, {count} forbindelser' },

  openText: 'Fortsæt i det vindue, der åbnede.',
  confirmingTitle: '{institution} har accepteret dit login',
  confirmingText: 'Vi tjekker, at dine data kommer igennem.',
  queuedText:
    'Vi kan endnu ikke bekræfte, at dine data kommer igennem. ' +
    'Dit login går ikke tabt, og vi bliver ved med at prøve.',
  undeliveredText: 'Vi kunne ikke bekræfte, at dine data kommer igennem. Dit login går ikke tabt.',
  offlineText: 'Du er offline. Intet går tabt: Vi tjekker, så snart du er online igen.',
  signedOutText:
    'Du er ikke længere logget ind i denne app. Log ind igen, så tjekker vi færdig: ' +
    'Det, du gjorde hos {institution}, gælder stadig.',
  keepOpenText: 'Hold denne side åben, indtil det er bekræftet: Din browser kan ikke gemme det til senere.',
  syncingTitle: '{institution} er forbundet igen',
  syncingText: 'Vi venter på dine nyeste data.',
  connected: '{institution} er forbundet igen',
  doneTitle: 'Du er færdig hos {institution}',
  doneText: 'Vi tjekker, at det gik igennem.',
  doneQueuedText: 'Vi kan endnu ikke bekræfte, at det gik igennem. Intet går tabt, og vi bliver ved med at prøve.',
  doneUndeliveredText: 'Vi kunne ikke bekræfte, at det gik igennem.',
  renewedTitle: 'Dit samtykke til {institution} er fornyet',
  selectedTitle: 'Dit valg af konti hos {institution} er gemt',
  accountsAdded: { one: 'Du deler nu {count} konto mere.', other: 'Du deler nu {count} konti mere.' },
  accountsRemoved: {
    one: 'Du deler ikke længere {count} konto.',
    other: 'Du deler ikke længere {count} konti.',
  },

  exitedText: 'Du stoppede før slutningen, så intet er ændret.',
  exitedWorkingText: 'Du stoppede før slutningen. Din forbindelse virker som før.',
  exitedShortText: 'Du stoppede før slutningen.',
  exitedWithErrorText: 'Det kunne ikke gøres færdigt. Du kan prøve igen.',
  lostText: 'Vi kunne ikke se, hvordan dit sidste forsøg endte. Du kan prøve igen.',
  tryLaterText: '{institution} er ikke tilgængelig lige nu. Prøv igen senere.',
  failedText: 'Vinduet kunne ikke åbnes. Prøv igen.',
  hostedText: 'Vinduet kunne ikke åbnes. Du kan prøve igen eller gøre det samme på Plaids egen side.',
  stillBrokenText: 'Du loggede ind, men {institution} beder stadig om det. Prøv igen.',
  stillMissingText: 'Du kom til slutningen, men det, der er brug for, mangler stadig. Prøv igen.',
  unchangedText: 'Du kom til slutningen. Intet er ændret endnu.',
  stuckText: 'Det er nu ikke lykkedes et par gange. Du kan også prøve en anden vej:',

  reconnect: 'Forbind {institution} igen',
  renew: 'Forny samtykke til {institution}',
  chooseAccounts: 'Vælg konti hos {institution}',
  review: 'Gennemgå adgang til {institution}',
  opening: 'Åbner…',
  checking: 'Tjekker…',
  checkAgain: 'Tjek igen',
  connectAgain: 'Opret ny forbindelse til {institution}',
  openBank: 'Åbn {institution}',
  continueOnPlaid: 'Fortsæt på Plaids side',
  accountClosed: 'Jeg har lukket denne konto',
  contactSupport: 'Kontakt support',

  dismiss: 'Skjul denne besked',
  snooze: 'Påmind mig senere',
  shrink: 'Vis mindre',
  expand: 'Vis mere',
  dismissedText: 'Skjult. Du ser beskeden igen, når noget ændrer sig.',
  snoozedText: 'Skjult indtil videre. Du ser beskeden igen {when}.',

  supportDetails: 'Oplysninger til support',
  linkSession: 'Link-session',
  request: 'Anmodning',
  errorCode: 'Kode',
  copy: 'Kopiér',
  copied: 'Kopieret.',
  copyFailed: 'Kopiér den markerede tekst.',
};
