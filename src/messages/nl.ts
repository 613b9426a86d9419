import type { Catalog } from '../core/messages.js';

export const nl: Catalog = {
  language: 'nl',
  unnamedInstitution: 'je bank',

  severityOk: 'Klaar',
  severityInfo: 'Goed om te weten',
  severityWarning: 'Kijk hier even naar',
  severityCritical: 'Niet bijgewerkt',

  loginTitle: '{institution} vraagt je opnieuw in te loggen',
  loginText: 'Tot die tijd komen er geen nieuwe transacties en saldi binnen.',
  lockedTitle: 'Je toegang tot {institution} is geblokkeerd',
  lockedText: 'Deblokkeer die eerst bij de bank. Kom daarna terug en herstel de koppeling.',
  passwordTitle: '{institution} vraagt om een nieuw wachtwoord',
  passwordText: 'Stel het eerst in bij de bank. Kom daarna terug en herstel de koppeling.',
  setupTitle: '{institution} heeft eerst iets van je nodig',
  setupText:
    'Log in bij de bank en doe wat die vraagt, zoals nieuwe voorwaarden accepteren. ' +
    'Kom daarna terug en herstel de koppeling.',
  sharingTitle: '{institution} deelt je gegevens niet meer',
  sharingInvalidText:
    'De bank accepteert je toestemming niet meer. Geef die opnieuw om nieuwe transacties en saldi te zien.',
  sharingExpiredText: 'Je toestemming is verlopen. Geef die opnieuw om nieuwe transacties en saldi te zien.',
  sharingRevokedText:
    'De toestemming is ingetrokken. Je kunt die opnieuw geven om nieuwe transacties en saldi te zien.',
  unfinishedTitle: 'Inloggen bij {institution} is niet afgerond',
  unfinishedText: 'Er ging iets mis op weg naar de bank of terug. Probeer het opnieuw.',
  otherTitle: '{institution} wordt niet meer bijgewerkt',
  otherText: 'Er komen geen nieuwe transacties en saldi binnen. Misschien helpt het om de koppeling te herstellen.',

  newLinkTitle: '{institution} heeft een nieuwe koppeling nodig',
  newLinkText:
    'Deze koppeling is beëindigd en kan niet worden hersteld. Maak een nieuwe om nieuwe transacties en saldi te zien.',
  usernameText:
    'Deze koppeling werkt alleen met de gebruikersnaam waarmee ze begon. ' +
    'Heb je een nieuwe, maak dan een nieuwe koppeling.',
  newLinkForAccountsText: 'Wil je wijzigen welke rekeningen van {institution} je deelt? Maak dan een nieuwe koppeling.',

  consentEndsTitle: 'Je toestemming voor {institution} eindigt {deadline}',
  consentEndsText:
    'Die geldt tot {deadlineDate}. Verleng die vóór die tijd, zodat je gegevens kunnen blijven binnenkomen.',
  consentEndedTitle: 'Je toestemming voor {institution} is {deadline} verlopen',
  consentEndedText: 'Die gold tot {deadlineDate}. Verleng die om nieuwe transacties en saldi te zien.',
  disconnectTitle: 'Je koppeling met {institution} eindigt {deadline}',
  disconnectText:
    'Die werkt tot {deadlineDate}. Log vóór die tijd één keer in, zodat je gegevens kunnen blijven binnenkomen.',
  disconnectOverdueTitle: 'Je koppeling met {institution} zou {deadline} eindigen',
  disconnectOverdueText: 'Dat was {deadlineDate}. Log één keer in, zodat je gegevens kunnen blijven binnenkomen.',
  migrationText:
    'Die werkt tot {deadlineDate}. De bank verandert haar koppelingen: ' +
    'log vóór die tijd één keer in, zodat je gegevens kunnen blijven binnenkomen.',

  permissionTitle: 'Er ontbreekt een toestemming bij {institution}',
  permissionText: 'Iets wat hier nodig is, wordt niet gedeeld. Bekijk wat je deelt en sta het toe.',
  accountRevokedTitle: 'Een rekening bij {institution} wordt niet meer gedeeld',
  accountRevokedText: 'Het delen is bij de bank uitgezet. Je kunt het hier weer aanzetten of uit laten staan.',
  accountNeededTitle: 'Er ontbreekt een rekening bij {institution}',
  accountNeededText: 'Bij de rekeningen die je deelt, ontbreekt er een die hier nodig is. Bekijk welke je deelt.',
  authAccountText:
    'Hier is een rekening nodig waarmee je kunt betalen en geld kunt ontvangen. Bekijk welke rekeningen je deelt.',
  newAccountsTitle: 'Nieuwe rekeningen bij {institution}',
  newAccountsText: 'Je kunt ze hier delen of alles laten zoals het is.',
  reportTitle: 'Je rapport van {institution} heeft opnieuw je toestemming nodig',
  reportText: 'De toestemming eindigde met een wijziging van rekeningen die niet is afgerond.',
  reportWarning:
    'Als je eenmaal begint, ga dan door tot het einde: als je eerder stopt, eindigt de toestemming voor je rapport.',
  chaseText: 'Wil je een rekening niet meer delen? Gebruik dan het ‘Security Center’ op de eigen site van Chase.',

  waitTitle: '{institution} is nu niet bereikbaar',
  waitText: 'We blijven het proberen. Je hoeft niets te doen.',
  delayTitle: 'Updates van {institution} zijn vertraagd',
  preparingTitle: 'Gegevens van {institution} worden klaargezet',
  supportTitle: 'We kunnen {institution} niet bijwerken',
  supportText: 'Opnieuw inloggen helpt hier niet. Neem contact op met de klantenservice.',
  signInMethodText:
    'De manier waarop je daar het inloggen bevestigt, wordt niet ondersteund. ' +
    'Neem contact op met de klantenservice.',
  askOwnerTitle: '{institution} heeft de persoon nodig die de koppeling heeft gemaakt',
  askOwnerByText: 'De koppeling werkt tot {deadlineDate}.',
  askOwnerText: 'Alleen die persoon kan dit regelen. Laat het die persoon weten.',

  trustText: 'Meestal duurt het een minuut. Je logt in via Plaid; {app} ziet je wachtwoord nooit.',
  trustUnnamedText: 'Meestal duurt het een minuut. Je logt in via Plaid; deze app ziet je wachtwoord nooit.',
  lastSync: 'Laatst bijgewerkt op {date}',

  allTitle: {
    one: 'Voor één bankkoppeling moet je opnieuw inloggen',
    other: 'Voor {count} bankkoppelingen moet je opnieuw inloggen',
  },
  allText: '{institutions}: er komen geen nieuwe transacties en saldi binnen. Je kunt na elke koppeling stoppen.',
  allProgress: '{repaired} van {total} hersteld.',
  allDone: 'Al je bankkoppelingen werken weer',
  allStart: 'Een voor een herstellen',
  allNext: 'Volgende herstellen',

  listTitle: {
    one: 'Eén bankkoppeling vraagt je aandacht',
    other: '{count} bankkoppelingen vragen je aandacht',
  },
  listText: 'Je kunt ze een voor een nalopen en na elke koppeling stoppen.',
  listProgress: '{done} van {total} klaar.',
  listDoneTitle: 'Je bankkoppelingen zijn in orde',
  listDoneText: {
    one: 'Je hebt één koppeling nagelopen. Bedankt.',
    other: 'Je hebt {count} koppelingen nagelopen. Bedankt.',
  },
  listInstitution: { one: '{institution}', other: '{institution}, {count} koppelingen' },

  openText: 'Ga verder in het venster dat is geopend.',
  confirmingTitle: '{institution} heeft je login geaccepteerd',
  confirmingText: 'We controleren of je gegevens binnenkomen.',
  queuedText:
    'We kunnen nog niet bevestigen dat je gegevens binnenkomen. ' +
    'Je login gaat niet verloren en we blijven het proberen.',
  undeliveredText: 'We konden niet bevestigen dat je gegevens binnenkomen. Je login gaat niet verloren.',
  offlineText: 'Je bent offline. Er gaat niets verloren: we controleren het zodra je weer online bent.',
  signedOutText:
    'Je bent niet meer ingelogd bij deze app. Log weer in, dan ronden we de controle af: ' +
    'wat je bij {institution} hebt gedaan, telt nog steeds.',
  keepOpenText: 'Laat deze pagina open tot dit is bevestigd: je browser kan het niet voor later bewaren.',
  syncingTitle: '{institution} is weer gekoppeld',
  syncingText: 'We wachten op je nieuwste gegevens.',
  connected: '{institution} is weer gekoppeld',
  doneTitle: 'Je bent klaar bij {institution}',
  doneText: 'We controleren of het is gelukt.',
  doneQueuedText: 'We kunnen nog niet bevestigen dat het is gelukt. Er gaat niets verloren en we blijven het proberen.',
  doneUndeliveredText: 'We konden niet bevestigen dat het is gelukt.',
  renewedTitle: 'Je toestemming voor {institution} is verlengd',
  selectedTitle: 'Je keuze van rekeningen bij {institution} is opgeslagen',
  accountsAdded: {
    one: 'Je deelt nu {count} rekening meer.',
    other: 'Je deelt nu {count} rekeningen meer.',
  },
  accountsRemoved: {
    one: 'Je deelt {count} rekening niet meer.',
    other: 'Je deelt {count} rekeningen niet meer.',
  },

  exitedText: 'Je bent vóór het einde gestopt, dus er is niets veranderd.',
  exitedWorkingText: 'Je bent vóór het einde gestopt. Je koppeling werkt zoals eerst.',
  exitedShortText: 'Je bent vóór het einde gestopt.',
  exitedWithErrorText: 'Dit kon niet worden afgerond. Je kunt het opnieuw proberen.',
  lostText: 'We konden niet zien hoe je laatste poging afliep. Je kunt het opnieuw proberen.',
  tryLaterText: '{institution} is nu niet bereikbaar. Probeer het later opnieuw.',
  failedText: 'Het venster kon niet worden geopend. Probeer het opnieuw.',
  hostedText:
    'Het venster kon niet worden geopend. ' +
    'Je kunt het opnieuw proberen of hetzelfde doen op de eigen pagina van Plaid.',
  stillBrokenText: 'Je hebt ingelogd, maar {institution} vraagt er nog steeds om. Probeer het opnieuw.',
  stillMissingText: 'Je bent tot het einde gegaan, maar wat nodig is ontbreekt nog. Probeer het opnieuw.',
  unchangedText: 'Je bent tot het einde gegaan. Er is nog niets veranderd.',
  stuckText: 'Dit is nu een paar keer niet gelukt. Je kunt het ook op een andere manier proberen:',

  reconnect: 'Koppeling met {institution} herstellen',
  renew: 'Toestemming voor {institution} verlengen',
  chooseAccounts: 'Rekeningen bij {institution} kiezen',
  review: 'Toegang tot {institution} bekijken',
  opening: 'Openen…',
  checking: 'Controleren…',
  checkAgain: 'Opnieuw controleren',
  connectAgain: 'Nieuwe koppeling met {institution} maken',
  openBank: '{institution} openen',
  continueOnPlaid: 'Verdergaan op de pagina van Plaid',
  accountClosed: 'Ik heb deze rekening opgeheven',
  contactSupport: 'Naar de klantenservice',

  dismiss: 'Dit bericht verbergen',
  snooze: 'Later herinneren',
  shrink: 'Minder tonen',
  expand: 'Meer tonen',
  dismissedText: 'Verborgen. Je ziet dit bericht weer als er iets verandert.',
  snoozedText: 'Voorlopig verborgen. Je ziet dit bericht {when} weer.',

  supportDetails: 'Gegevens voor de klantenservice',
  linkSession: 'Link-sessie',
  request: 'Verzoek',
  errorCode: 'Code',
  copy: 'Kopiëren',
  copied: 'Gekopieerd.',
  copyFailed: 'Kopieer de geselecteerde tekst.',
};
