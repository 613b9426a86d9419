import type { Catalog } from '../core/messages.js';

export const fr: Catalog = {
  language: 'fr',
  unnamedInstitution: 'votre banque',

  severityOk: 'C’est fait',
  severityInfo: 'Bon à savoir',
  severityWarning: 'À regarder',
  severityCritical: 'Pas de mise à jour',

  loginTitle: '{institution} vous demande de vous identifier à nouveau',
  loginText: 'D’ici là, les nouvelles opérations et les soldes n’arrivent pas.',
  lockedTitle: 'L’accès à {institution} est bloqué',
  lockedText: 'Débloquez-le d’abord auprès de la banque. Revenez ensuite ici pour la reconnecter.',
  passwordTitle: '{institution} demande un nouveau mot de passe',
  passwordText: 'Définissez-le d’abord auprès de la banque. Revenez ensuite ici pour la reconnecter.',
  setupTitle: '{institution} attend d’abord quelque chose de vous',
  setupText:
    'Identifiez-vous auprès de la banque et faites ce qu’elle demande, par exemple accepter de nouvelles conditions. ' +
    'Revenez ensuite ici pour la reconnecter.',
  sharingTitle: '{institution} ne partage plus vos données',
  sharingInvalidText:
    'La banque n’accepte plus votre autorisation. Donnez-la à nouveau pour voir les nouvelles opérations et les soldes.',
  sharingExpiredText:
    'Votre autorisation a expiré. Donnez-la à nouveau pour voir les nouvelles opérations et les soldes.',
  sharingRevokedText:
    'L’autorisation a été retirée. Vous pouvez la donner à nouveau pour voir les nouvelles opérations et les soldes.',
  unfinishedTitle: 'L’identification chez {institution} n’a pas abouti',
  unfinishedText: 'Un problème est survenu lors du passage vers la banque ou au retour. Veuillez réessayer.',
  otherTitle: 'Les mises à jour pour {institution} sont interrompues',
  otherText: 'Les nouvelles opérations et les soldes n’arrivent plus. Une reconnexion peut aider.',

  newLinkTitle: 'Il faut une nouvelle connexion à {institution}',
  newLinkText:
    'Cette connexion a pris fin et ne peut pas être réparée. ' +
    'Créez-en une nouvelle pour voir les nouvelles opérations et les soldes.',
  usernameText:
    'Cette connexion ne fonctionne qu’avec l’identifiant utilisé au départ. ' +
    'Si le vôtre a changé, créez une nouvelle connexion.',
  newLinkForAccountsText:
    'Pour changer les comptes que vous partagez chez {institution}, créez une nouvelle connexion.',

  consentEndsTitle: 'L’autorisation pour {institution} expire {deadline}',
  consentEndsText:
    'Elle est valable jusqu’au {deadlineDate}. ' +
    'Renouvelez-la avant cette date pour que vos données puissent continuer d’arriver.',
  consentEndedTitle: 'L’autorisation pour {institution} a expiré {deadline}',
  consentEndedText:
    'Elle était valable jusqu’au {deadlineDate}. Renouvelez-la pour voir les nouvelles opérations et les soldes.',
  disconnectTitle: 'La connexion à {institution} prend fin {deadline}',
  disconnectText:
    'Elle fonctionne jusqu’au {deadlineDate}. ' +
    'Identifiez-vous une fois avant cette date pour que vos données puissent continuer d’arriver.',
  disconnectOverdueTitle: 'La connexion à {institution} devait prendre fin {deadline}',
  disconnectOverdueText:
    'C’était le {deadlineDate}. Identifiez-vous une fois pour que vos données puissent continuer d’arriver.',
  migrationText:
    'Elle fonctionne jusqu’au {deadlineDate}. La banque change ses connexions : ' +
    'identifiez-vous une fois d’ici là pour que vos données puissent encore arriver.',

  permissionTitle: 'Il manque une autorisation chez {institution}',
  permissionText: 'Un élément nécessaire ici n’est pas partagé. Vérifiez ce que vous partagez et autorisez-le.',
  accountRevokedTitle: 'Un compte chez {institution} n’est plus partagé',
  accountRevokedText:
    'Le partage a été désactivé auprès de la banque. Vous pouvez le réactiver ici ou le laisser désactivé.',
  accountNeededTitle: 'Il manque un compte chez {institution}',
  accountNeededText:
    'Un compte nécessaire ici ne fait pas partie de ceux que vous partagez. Vérifiez les comptes partagés.',
  authAccountText:
    'Un compte qui peut envoyer et recevoir des paiements est nécessaire ici. Vérifiez les comptes partagés.',
  newAccountsTitle: 'Nouveaux comptes chez {institution}',
  newAccountsText: 'Vous pouvez les partager ici ou tout laisser tel quel.',
  reportTitle: 'Le rapport lié à {institution} a de nouveau besoin de votre autorisation',
  reportText: 'L’autorisation a pris fin avec un changement de comptes qui n’a pas été terminé.',
  reportWarning:
    'Une fois que vous avez commencé, veuillez aller jusqu’au bout : ' +
    'un arrêt avant la fin met fin à l’autorisation pour votre rapport.',
  chaseText: 'Pour ne plus partager un compte, utilisez le Security Center sur le site de Chase.',

  waitTitle: '{institution} n’est pas disponible pour le moment',
  waitText: 'Nous continuons d’essayer. Vous n’avez rien à faire.',
  delayTitle: 'Les mises à jour pour {institution} ont du retard',
  preparingTitle: '{institution} : vos données sont en préparation',
  supportTitle: 'Mise à jour impossible pour {institution}',
  supportText: 'Dans ce cas, s’identifier à nouveau n’aide pas. Veuillez contacter l’assistance.',
  signInMethodText:
    'La façon dont vous y confirmez votre identification n’est pas prise en charge. Veuillez contacter l’assistance.',
  askOwnerTitle: '{institution} a besoin de la personne à l’origine de la connexion',
  askOwnerByText: 'La connexion fonctionne jusqu’au {deadlineDate}.',
  askOwnerText: 'Elle seule peut s’en occuper. Merci de la prévenir.',

  trustText:
    'Cela prend en général une minute. Vous vous identifiez via Plaid ; {app} ne voit jamais votre mot de passe.',
  trustUnnamedText:
    'Cela prend en général une minute. ' +
    'Vous vous identifiez via Plaid ; cette application ne voit jamais votre mot de passe.',
  lastSync: 'Dernière mise à jour : {date}',

  allTitle: {
    one: 'Une connexion bancaire requiert une nouvelle identification',
    many: '{count} de connexions bancaires requièrent une nouvelle identification',
    other: '{count} connexions bancaires requièrent une nouvelle identification',
  },
  allText:
    '{institutions} : les nouvelles opérations et les soldes n’arrivent pas. ' +
    'Vous pouvez vous arrêter après chaque connexion.',
  allProgress: 'Reconnexions : {repaired} sur {total}.',
  allDone: 'Toutes vos connexions bancaires fonctionnent à nouveau',
  allStart: 'Reconnecter une par une',
  allNext: 'Reconnecter la suivante',

  listTitle: {
    one: 'Une connexion bancaire a besoin de vous',
    many: '{count} de connexions bancaires ont besoin de vous',
    other: '{count} connexions bancaires ont besoin de vous',
  },
  listText: 'Vous pouvez vous en occuper une par une et vous arrêter après chacune.',
  listProgress: 'Terminé : {done} sur {total}.',
  listDoneTitle: 'Vos connexions bancaires sont en ordre',
  listDoneText: {
    one: 'Vous avez traité une connexion. Merci.',
    many: 'Vous avez traité {count} de connexions. Merci.',
    other: 'Vous avez traité {count} connexions. Merci.',
  },
  listInstitution: {
    one: '{institution}',
    many: '{institution}, {count} de connexions',
    other: '{institution}, {count} connexions',
  },

  openText: 'Continuez dans la fenêtre qui s’est ouverte.',
  confirmingTitle: '{institution} a accepté votre identification',
  confirmingText: 'Nous vérifions que vos données arrivent bien.',
  queuedText:
    'Nous ne pouvons pas encore confirmer que vos données arrivent. ' +
    'Votre identification n’est pas perdue et nous continuons d’essayer.',
  undeliveredText: 'Nous n’avons pas pu confirmer que vos données arrivent. Votre identification n’est pas perdue.',
  offlineText: 'Vous êtes hors ligne. Rien n’est perdu : nous vérifierons dès votre retour en ligne.',
  signedOutText:
    'Votre session dans cette application a pris fin. Identifiez-vous à nouveau et nous finirons la vérification : ' +
    'ce que vous avez fait chez {institution} reste acquis.',
  keepOpenText:
    'Veuillez garder cette page ouverte jusqu’à la confirmation : ' +
    'votre navigateur ne peut pas conserver cela pour plus tard.',
  syncingTitle: 'La connexion à {institution} est rétablie',
  syncingText: 'Nous attendons vos dernières données.',
  connected: 'La connexion à {institution} fonctionne à nouveau',
  doneTitle: 'C’est terminé chez {institution}',
  doneText: 'Nous vérifions que tout a bien été pris en compte.',
  doneQueuedText:
    'Nous ne pouvons pas encore confirmer que tout a été pris en compte. ' +
    'Rien n’est perdu et nous continuons d’essayer.',
  doneUndeliveredText: 'Nous n’avons pas pu confirmer que tout a été pris en compte.',
  renewedTitle: 'L’autorisation pour {institution} est renouvelée',
  selectedTitle: 'Le choix de comptes chez {institution} est enregistré',
  accountsAdded: {
    one: 'Vous partagez maintenant {count} compte de plus.',
    many: 'Vous partagez maintenant {count} de comptes de plus.',
    other: 'Vous partagez maintenant {count} comptes de plus.',
  },
  accountsRemoved: {
    one: 'Vous partagez maintenant {count} compte de moins.',
    many: 'Vous partagez maintenant {count} de comptes de moins.',
    other: 'Vous partagez maintenant {count} comptes de moins.',
  },

  exitedText: 'Vous avez arrêté avant la fin : rien n’a changé.',
  exitedWorkingText: 'Vous avez arrêté avant la fin. Votre connexion fonctionne comme avant.',
  exitedShortText: 'Vous avez arrêté avant la fin.',
  exitedWithErrorText: 'Cela n’a pas pu aboutir. Vous pouvez réessayer.',
  lostText: 'Nous n’avons pas pu voir comment votre dernière visite s’est terminée. Vous pouvez réessayer.',
  tryLaterText: '{institution} n’est pas disponible pour le moment. Veuillez réessayer plus tard.',
  failedText: 'La fenêtre n’a pas pu s’ouvrir. Veuillez réessayer.',
  hostedText: 'La fenêtre n’a pas pu s’ouvrir. Vous pouvez réessayer ou faire la même chose sur la page de Plaid.',
  stillBrokenText: 'Vous avez terminé l’identification, mais {institution} la demande encore. Veuillez réessayer.',
  stillMissingText: 'Vous avez suivi toutes les étapes, mais ce qui est nécessaire manque encore. Veuillez réessayer.',
  unchangedText: 'Vous avez suivi toutes les étapes. Rien n’a changé pour l’instant.',
  stuckText: 'Plusieurs essais n’ont pas abouti. Vous pouvez aussi essayer autrement :',

  reconnect: 'Reconnecter {institution}',
  renew: 'Renouveler l’autorisation pour {institution}',
  chooseAccounts: 'Choisir les comptes chez {institution}',
  review: 'Vérifier l’accès à {institution}',
  opening: 'Ouverture…',
  checking: 'Vérification…',
  checkAgain: 'Vérifier à nouveau',
  connectAgain: 'Créer une nouvelle connexion à {institution}',
  openBank: 'Accéder à {institution}',
  continueOnPlaid: 'Continuer sur la page de Plaid',
  accountClosed: 'J’ai clôturé ce compte',
  contactSupport: 'Contacter l’assistance',

  dismiss: 'Masquer ce message',
  snooze: 'Me le rappeler plus tard',
  shrink: 'Afficher moins',
  expand: 'Afficher plus',
  dismissedText: 'Message masqué. Vous le reverrez quand quelque chose changera.',
  snoozedText: 'Message masqué pour l’instant. Vous le reverrez {when}.',

  supportDetails: 'Informations pour l’assistance',
  linkSession: 'Session Link',
  request: 'Requête',
  errorCode: 'Code',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed: 'Veuillez copier le texte sélectionné.',
};
