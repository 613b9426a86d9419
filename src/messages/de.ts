import type { Catalog } from '../core/messages.js';

export const de: Catalog = {
  language: 'de',
  unnamedInstitution: 'Ihre Bank',

  severityOk: 'Erledigt',
  severityInfo: 'Gut zu wissen',
  severityWarning: 'Bitte ansehen',
  severityCritical: 'Nicht aktuell',

  loginTitle: '{institution}: Bitte melden Sie sich erneut an',
  loginText: 'Bis dahin kommen keine neuen Umsätze und Kontostände an.',
  lockedTitle: '{institution}: Ihr Zugang ist gesperrt',
  lockedText: 'Entsperren Sie ihn zuerst bei der Bank. Kommen Sie danach zurück und verbinden Sie die Bank wieder.',
  passwordTitle: '{institution} verlangt ein neues Passwort',
  passwordText: 'Legen Sie es zuerst bei der Bank fest. Kommen Sie danach zurück und verbinden Sie die Bank wieder.',
  setupTitle: '{institution} braucht zuerst etwas von Ihnen',
  setupText:
    'Melden Sie sich bei der Bank an und erledigen Sie, worum sie bittet, etwa neuen Bedingungen zustimmen. ' +
    'Verbinden Sie die Bank danach hier wieder.',
  sharingTitle: '{institution} übermittelt Ihre Daten nicht mehr',
  sharingInvalidText:
    'Die Bank akzeptiert Ihre Zustimmung nicht mehr. ' +
    'Erteilen Sie sie erneut, um neue Umsätze und Kontostände zu sehen.',
  sharingExpiredText:
    'Ihre Zustimmung ist abgelaufen. Erteilen Sie sie erneut, um neue Umsätze und Kontostände zu sehen.',
  sharingRevokedText:
    'Die Zustimmung wurde zurückgezogen. ' +
    'Sie können sie erneut erteilen, um neue Umsätze und Kontostände zu sehen.',
  unfinishedTitle: '{institution}: Die Anmeldung wurde nicht abgeschlossen',
  unfinishedText: 'Auf dem Weg zur Bank oder zurück ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  otherTitle: '{institution} wird nicht mehr aktualisiert',
  otherText: 'Neue Umsätze und Kontostände kommen nicht an. Vielleicht hilft es, die Bank wieder zu verbinden.',

  newLinkTitle: '{institution} braucht eine neue Verbindung',
  newLinkText:
    'Diese Verbindung ist beendet und lässt sich nicht wiederherstellen. ' +
    'Richten Sie eine neue ein, um neue Umsätze und Kontostände zu sehen.',
  usernameText:
    'Diese Verbindung funktioniert nur mit dem Benutzernamen, mit dem sie begonnen hat. ' +
    'Wenn Sie jetzt einen neuen haben, richten Sie eine neue Verbindung ein.',
  newLinkForAccountsText:
    '{institution}: Um zu ändern, welche Konten Sie freigeben, richten Sie eine neue Verbindung ein.',

  consentEndsTitle: '{institution}: Ihre Zustimmung endet {deadline}',
  consentEndsText: 'Sie gilt bis zum {deadlineDate}. Erneuern Sie sie vorher, damit Ihre Daten weiter ankommen können.',
  consentEndedTitle: '{institution}: Ihre Zustimmung ist {deadline} abgelaufen',
  consentEndedText: 'Sie galt bis zum {deadlineDate}. Erneuern Sie sie, um neue Umsätze und Kontostände zu sehen.',
  disconnectTitle: '{institution}: Ihre Verbindung endet {deadline}',
  disconnectText:
    'Sie funktioniert bis zum {deadlineDate}. ' +
    'Melden Sie sich vorher einmal an, damit Ihre Daten weiter ankommen können.',
  disconnectOverdueTitle: '{institution}: Ihre Verbindung sollte {deadline} enden',
  disconnectOverdueText:
    'Das war am {deadlineDate}. Melden Sie sich einmal an, damit Ihre Daten weiter ankommen können.',
  migrationText:
    'Sie funktioniert bis zum {deadlineDate}. Die Bank stellt ihre Verbindungen um: ' +
    'Melden Sie sich vorher einmal an, damit Ihre Daten weiter ankommen können.',

  permissionTitle: '{institution}: Eine Zustimmung fehlt',
  permissionText:
    'Etwas, das hier benötigt wird, ist nicht freigegeben. Prüfen Sie, was Sie freigeben, und erlauben Sie es.',
  accountRevokedTitle: '{institution}: Ein Konto ist nicht mehr freigegeben',
  accountRevokedText:
    'Die Freigabe wurde bei der Bank ausgeschaltet. Sie können sie hier wieder einschalten oder ausgeschaltet lassen.',
  accountNeededTitle: '{institution}: Ein Konto fehlt',
  accountNeededText:
    'Unter den Konten, die Sie freigeben, fehlt eines, das hier benötigt wird. Prüfen Sie, welche Sie freigeben.',
  authAccountText:
    'Hier wird ein Konto benötigt, das Zahlungen senden und empfangen kann. ' +
    'Prüfen Sie, welche Konten Sie freigeben.',
  newAccountsTitle: '{institution}: Neue Konten',
  newAccountsText: 'Sie können sie hier freigeben oder alles so lassen, wie es ist.',
  reportTitle: '{institution}: Ihr Bericht braucht erneut Ihre Zustimmung',
  reportText: 'Die Zustimmung endete mit einer Änderung der Konten, die nicht abgeschlossen wurde.',
  reportWarning:
    'Wenn Sie beginnen, gehen Sie bitte bis zum Ende: ' +
    'Hören Sie früher auf, endet die Zustimmung für Ihren Bericht.',
  chaseText: 'Um ein Konto nicht mehr freizugeben, nutzen Sie das „Security Center“ auf der Website von Chase.',

  waitTitle: '{institution} ist gerade nicht erreichbar',
  waitText: 'Wir versuchen es weiter. Sie müssen nichts tun.',
  delayTitle: '{institution}: Aktualisierungen verzögern sich',
  preparingTitle: '{institution}: Die Daten werden vorbereitet',
  supportTitle: 'Wir können {institution} nicht aktualisieren',
  supportText: 'Eine erneute Anmeldung hilft hier nicht. Bitte wenden Sie sich an den Support.',
  signInMethodText:
    'Die Art, wie Sie Ihre Anmeldung dort bestätigen, wird nicht unterstützt. ' +
    'Bitte wenden Sie sich an den Support.',
  askOwnerTitle: '{institution} braucht die Person, die die Verbindung eingerichtet hat',
  askOwnerByText: 'Die Verbindung funktioniert bis zum {deadlineDate}.',
  askOwnerText: 'Nur diese Person kann sich darum kümmern. Bitte geben Sie ihr Bescheid.',

  trustText: 'Es dauert meist eine Minute. Sie melden sich über Plaid an; {app} sieht Ihr Passwort nie.',
  trustUnnamedText: 'Es dauert meist eine Minute. Sie melden sich über Plaid an; diese App sieht Ihr Passwort nie.',
  lastSync: 'Zuletzt aktualisiert: {date}',

  allTitle: {
    one: 'Eine Verbindung zur Bank braucht eine neue Anmeldung',
    other: '{count} Verbindungen zu Banken brauchen eine neue Anmeldung',
  },
  allText: '{institutions}: Neue Umsätze und Kontostände kommen nicht an. Sie können nach jeder Verbindung aufhören.',
  allProgress: '{repaired} von {total} wieder verbunden.',
  allDone: 'Alle Ihre Verbindungen zu Banken funktionieren wieder',
  allStart: 'Nacheinander wieder verbinden',
  allNext: 'Nächste wieder verbinden',

  listTitle: {
    one: 'Eine Verbindung zur Bank braucht Ihre Mithilfe',
    other: '{count} Verbindungen zu Banken brauchen Ihre Mithilfe',
  },
  listText: 'Sie können sich nacheinander darum kümmern und nach jeder aufhören.',
  listProgress: '{done} von {total} erledigt.',
  listDoneTitle: 'Ihre Verbindungen zu Banken sind in Ordnung',
  listDoneText: {
    one: 'Sie haben sich um eine Verbindung gekümmert. Vielen Dank.',
    other: 'Sie haben sich um {count} Verbindungen gekümmert. Vielen Dank.',
  },
  listInstitution: { one: '{institution}', other: '{institution}, {count} Verbindungen' },

  openText: 'Machen Sie in dem Fenster weiter, das sich geöffnet hat.',
  confirmingTitle: '{institution} hat Ihre Anmeldung angenommen',
  confirmingText: 'Wir prüfen, ob Ihre Daten ankommen.',
  queuedText:
    'Wir können noch nicht bestätigen, dass Ihre Daten ankommen. ' +
    'Ihre Anmeldung ist nicht verloren, und wir versuchen es weiter.',
  undeliveredText: 'Wir konnten nicht bestätigen, dass Ihre Daten ankommen. Ihre Anmeldung ist nicht verloren.',
  offlineText: 'Sie sind offline. Nichts geht verloren: Wir prüfen es, sobald Sie wieder online sind.',
  signedOutText:
    'Sie sind in dieser App nicht mehr angemeldet. Melden Sie sich wieder an, dann prüfen wir zu Ende. ' +
    '{institution}: Was Sie dort getan haben, gilt weiterhin.',
  keepOpenText:
    'Bitte lassen Sie diese Seite offen, bis dies bestätigt ist: ' + 'Ihr Browser kann es nicht für später speichern.',
  syncingTitle: '{institution} ist wieder verbunden',
  syncingText: 'Wir warten auf Ihre neuesten Daten.',
  connected: '{institution} ist wieder verbunden',
  doneTitle: '{institution}: Sie sind fertig',
  doneText: 'Wir prüfen, ob es geklappt hat.',
  doneQueuedText:
    'Wir können noch nicht bestätigen, dass es geklappt hat. Nichts geht verloren, und wir versuchen es weiter.',
  doneUndeliveredText: 'Wir konnten nicht bestätigen, dass es geklappt hat.',
  renewedTitle: '{institution}: Ihre Zustimmung ist erneuert',
  selectedTitle: '{institution}: Ihre Auswahl der Konten ist gespeichert',
  accountsAdded: {
    one: 'Sie geben jetzt {count} Konto mehr frei.',
    other: 'Sie geben jetzt {count} Konten mehr frei.',
  },
  accountsRemoved: {
    one: 'Sie geben {count} Konto nicht mehr frei.',
    other: 'Sie geben {count} Konten nicht mehr frei.',
  },

  exitedText: 'Sie haben vor dem Ende aufgehört, daher hat sich nichts geändert.',
  exitedWorkingText: 'Sie haben vor dem Ende aufgehört. Ihre Verbindung funktioniert wie bisher.',
  exitedShortText: 'Sie haben vor dem Ende aufgehört.',
  exitedWithErrorText: 'Dies konnte nicht abgeschlossen werden. Sie können es noch einmal versuchen.',
  lostText: 'Wir konnten nicht sehen, wie Ihr letzter Versuch ausging. Sie können es noch einmal versuchen.',
  tryLaterText: '{institution} ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
  failedText: 'Das Fenster konnte nicht geöffnet werden. Bitte versuchen Sie es noch einmal.',
  hostedText:
    'Das Fenster konnte nicht geöffnet werden. ' +
    'Sie können es noch einmal versuchen oder dasselbe auf der Seite von Plaid tun.',
  stillBrokenText:
    'Sie haben sich angemeldet, aber {institution} verlangt es weiterhin. Bitte versuchen Sie es noch einmal.',
  stillMissingText:
    'Sie sind bis zum Ende gegangen, aber das Benötigte fehlt noch. Bitte versuchen Sie es noch einmal.',
  unchangedText: 'Sie sind bis zum Ende gegangen. Bisher hat sich nichts geändert.',
  stuckText: 'Das hat jetzt einige Male nicht geklappt. Sie können auch einen anderen Weg versuchen:',

  reconnect: '{institution} wieder verbinden',
  renew: '{institution}: Zustimmung erneuern',
  chooseAccounts: '{institution}: Konten auswählen',
  review: '{institution}: Zugriff prüfen',
  opening: 'Wird geöffnet…',
  checking: 'Wird geprüft…',
  checkAgain: 'Erneut prüfen',
  connectAgain: '{institution}: Neue Verbindung einrichten',
  openBank: '{institution} öffnen',
  continueOnPlaid: 'Auf der Seite von Plaid fortfahren',
  accountClosed: 'Ich habe dieses Konto aufgelöst',
  contactSupport: 'Support kontaktieren',

  dismiss: 'Diese Meldung ausblenden',
  snooze: 'Später erinnern',
  shrink: 'Weniger zeigen',
  expand: 'Mehr zeigen',
  dismissedText: 'Ausgeblendet. Sie sehen die Meldung wieder, wenn sich etwas ändert.',
  snoozedText: 'Vorerst ausgeblendet. Sie sehen die Meldung {when} wieder.',

  supportDetails: 'Angaben für den Support',
  linkSession: 'Link-Sitzung',
  request: 'Anfrage',
  errorCode: 'Code',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyFailed: 'Bitte kopieren Sie den markierten Text.',
};
