import type { Catalog } from '../core/messages.js';

export const it: Catalog = {
  language: 'it',
  unnamedInstitution: 'la tua banca',

  severityOk: 'Fatto',
  severityInfo: 'Buono a sapersi',
  severityWarning: 'Da controllare',
  severityCritical: 'Aggiornamenti fermi',

  loginTitle: '{institution} ti chiede di accedere di nuovo',
  loginText: 'Fino ad allora i nuovi movimenti e i saldi non arrivano.',
  lockedTitle: '{institution}: accesso bloccato',
  lockedText: 'Prima sbloccalo presso la banca. Poi torna qui e ricollegala.',
  passwordTitle: '{institution} chiede una nuova password',
  passwordText: 'Prima impostala presso la banca. Poi torna qui e ricollegala.',
  setupTitle: '{institution} ti chiede prima qualcosa',
  setupText:
    'Accedi alla banca e fai ciò che chiede, per esempio accettare nuove condizioni. Poi torna qui e ricollegala.',
  sharingTitle: '{institution} non condivide più i tuoi dati',
  sharingInvalidText:
    'La banca non accetta più la tua autorizzazione. Concedila di nuovo per vedere i nuovi movimenti e i saldi.',
  sharingExpiredText: 'La tua autorizzazione è scaduta. Concedila di nuovo per vedere i nuovi movimenti e i saldi.',
  sharingRevokedText:
    'L’autorizzazione è stata ritirata. Puoi concederla di nuovo per vedere i nuovi movimenti e i saldi.',
  unfinishedTitle: 'L’accesso con {institution} non è stato completato',
  unfinishedText: 'Qualcosa è andato storto nel passaggio alla banca o al ritorno. Riprova.',
  otherTitle: 'Gli aggiornamenti per {institution} si sono fermati',
  otherText: 'I nuovi movimenti e i saldi non arrivano. Ricollegare la banca può essere utile.',

  newLinkTitle: 'Serve un nuovo collegamento con {institution}',
  newLinkText:
    'Questo collegamento è terminato e non può essere riparato. ' +
    'Creane uno nuovo per vedere i nuovi movimenti e i saldi.',
  usernameText:
    'Questo collegamento funziona solo con il nome utente iniziale. Se il tuo è cambiato, crea un nuovo collegamento.',
  newLinkForAccountsText: 'Per cambiare i conti che condividi con {institution}, crea un nuovo collegamento.',

  consentEndsTitle: 'L’autorizzazione per {institution} scade {deadline}',
  consentEndsText:
    'Data di scadenza: {deadlineDate}. ' +
    'Rinnova l’autorizzazione prima di questo giorno perché i tuoi dati possano continuare ad arrivare.',
  consentEndedTitle: 'L’autorizzazione per {institution} è scaduta {deadline}',
  consentEndedText:
    'Data di scadenza: {deadlineDate}. Rinnova l’autorizzazione per vedere i nuovi movimenti e i saldi.',
  disconnectTitle: 'Il collegamento con {institution} termina {deadline}',
  disconnectText:
    'Data di fine: {deadlineDate}. ' +
    'Accedi una volta prima di questo giorno perché i tuoi dati possano continuare ad arrivare.',
  disconnectOverdueTitle: 'Il collegamento con {institution} doveva terminare {deadline}',
  disconnectOverdueText:
    'Data prevista: {deadlineDate}. Accedi una volta perché i tuoi dati possano continuare ad arrivare.',
  migrationText:
    'Data di fine: {deadlineDate}. La banca sta cambiando i suoi collegamenti: ' +
    'accedi una volta entro quel giorno perché i tuoi dati possano continuare ad arrivare.',

  permissionTitle: 'Manca un’autorizzazione per {institution}',
  permissionText: 'Qualcosa che serve qui non è condiviso. Controlla che cosa condividi e autorizzalo.',
  accountRevokedTitle: '{institution}: un conto non è più condiviso',
  accountRevokedText:
    'La condivisione è stata disattivata presso la banca. Puoi riattivarla qui o lasciarla disattivata.',
  accountNeededTitle: '{institution}: manca un conto',
  accountNeededText: 'Tra i conti che condividi non c’è uno che serve qui. Controlla quali condividi.',
  authAccountText: 'Qui serve un conto che possa inviare e ricevere pagamenti. Controlla quali condividi.',
  newAccountsTitle: '{institution}: nuovi conti',
  newAccountsText: 'Puoi condividerli qui o lasciare tutto com’è.',
  reportTitle: '{institution}: il rapporto richiede di nuovo la tua autorizzazione',
  reportText: 'L’autorizzazione è terminata con una modifica dei conti che non è stata completata.',
  reportWarning:
    'Dopo aver iniziato, arriva fino alla fine: se esci prima, l’autorizzazione per il tuo rapporto termina.',
  chaseText: 'Per non condividere più un conto, usa il Security Center sul sito di Chase.',

  waitTitle: '{institution} non è disponibile in questo momento',
  waitText: 'Continuiamo a riprovare. Non devi fare nulla.',
  delayTitle: 'Gli aggiornamenti per {institution} sono in ritardo',
  preparingTitle: '{institution}: i tuoi dati sono in preparazione',
  supportTitle: 'Aggiornamento non possibile per {institution}',
  supportText: 'In questo caso accedere di nuovo non aiuta. Contatta l’assistenza.',
  signInMethodText: 'Il modo in cui lì confermi l’accesso non è supportato. Contatta l’assistenza.',
  askOwnerTitle: 'Per {institution} serve chi ha creato il collegamento',
  askOwnerByText: 'Data di fine del collegamento: {deadlineDate}.',
  askOwnerText: 'Solo questa persona può occuparsene. Avvisala, per favore.',

  trustText: 'Di solito basta un minuto. Accedi tramite Plaid; {app} non vede mai la tua password.',
  trustUnnamedText: 'Di solito basta un minuto. Accedi tramite Plaid; questa app non vede mai la tua password.',
  lastSync: 'Ultimo aggiornamento: {date}',

  allTitle: {
    one: 'Un collegamento bancario richiede un nuovo accesso',
    many: '{count} di collegamenti bancari richiedono un nuovo accesso',
    other: '{count} collegamenti bancari richiedono un nuovo accesso',
  },
  allText: '{institutions}: i nuovi movimenti e i saldi non arrivano. Puoi fermarti dopo ogni collegamento.',
  allProgress: 'Ricollegati: {repaired} di {total}.',
  allDone: 'Tutti i tuoi collegamenti bancari funzionano di nuovo',
  allStart: 'Ricollega uno alla volta',
  allNext: 'Ricollega il prossimo',

  listTitle: {
    one: 'Un collegamento bancario ha bisogno di te',
    many: '{count} di collegamenti bancari hanno bisogno di te',
    other: '{count} collegamenti bancari hanno bisogno di te',
  },
  listText: 'Puoi occupartene uno alla volta e fermarti dopo ognuno.',
  listProgress: 'Completati: {done} di {total}.',
  listDoneTitle: 'I tuoi collegamenti bancari sono in ordine',
  listDoneText: {
    one: 'Hai sistemato un collegamento. Grazie.',
    many: 'Hai sistemato {count} di collegamenti. Grazie.',
    other: 'Hai sistemato {count} collegamenti. Grazie.',
  },
  listInstitution: {
    one: '{institution}',
    many: '{institution}, {count} di collegamenti',
    other: '{institution}, {count} collegamenti',
  },

  openText: 'Continua nella finestra che si è aperta.',
  confirmingTitle: '{institution} ha accettato il tuo accesso',
  confirmingText: 'Stiamo verificando che i tuoi dati arrivino.',
  queuedText:
    'Non possiamo ancora confermare che i tuoi dati arrivino. ' +
    'Il tuo accesso non è andato perso e continuiamo a riprovare.',
  undeliveredText: 'Non siamo riusciti a confermare che i tuoi dati arrivino. Il tuo accesso non è andato perso.',
  offlineText: 'Sei offline. Niente è andato perso: verificheremo appena torni online.',
  signedOutText:
    'La tua sessione in questa app è terminata. Accedi di nuovo all’app e finiremo la verifica: ' +
    'ciò che hai fatto con {institution} resta valido.',
  keepOpenText: 'Tieni aperta questa pagina fino alla conferma: il tuo browser non può salvare i dati per dopo.',
  syncingTitle: 'Collegamento con {institution} ripristinato',
  syncingText: 'Stiamo aspettando i tuoi dati più recenti.',
  connected: 'Il collegamento con {institution} funziona di nuovo',
  doneTitle: '{institution}: hai finito',
  doneText: 'Stiamo verificando che tutto sia andato a buon fine.',
  doneQueuedText:
    'Non possiamo ancora confermare che tutto sia andato a buon fine. ' +
    'Niente è andato perso e continuiamo a riprovare.',
  doneUndeliveredText: 'Non siamo riusciti a confermare che tutto sia andato a buon fine.',
  renewedTitle: 'L’autorizzazione per {institution} è rinnovata',
  selectedTitle: 'La scelta dei conti per {institution} è salvata',
  accountsAdded: {
    one: 'Ora condividi {count} conto in più.',
    many: 'Ora condividi {count} di conti in più.',
    other: 'Ora condividi {count} conti in più.',
  },
  accountsRemoved: {
    one: 'Ora condividi {count} conto in meno.',
    many: 'Ora condividi {count} di conti in meno.',
    other: 'Ora condividi {count} conti in meno.',
  },

  exitedText: 'Hai interrotto prima della fine, quindi non è cambiato nulla.',
  exitedWorkingText: 'Hai interrotto prima della fine. Il tuo collegamento funziona come prima.',
  exitedShortText: 'Hai interrotto prima della fine.',
  exitedWithErrorText: 'Non è stato possibile completare. Puoi riprovare.',
  lostText: 'Non abbiamo potuto vedere com’è finita la tua ultima visita. Puoi riprovare.',
  tryLaterText: '{institution} non è disponibile in questo momento. Riprova più tardi.',
  failedText: 'Non è stato possibile aprire la finestra. Riprova.',
  hostedText: 'Non è stato possibile aprire la finestra. Puoi riprovare o fare lo stesso sulla pagina di Plaid.',
  stillBrokenText: 'Hai eseguito l’accesso, ma {institution} lo chiede ancora. Riprova.',
  stillMissingText: 'Hai completato tutti i passaggi, ma ciò che serve manca ancora. Riprova.',
  unchangedText: 'Hai completato tutti i passaggi. Per ora non è cambiato nulla.',
  stuckText: 'Diversi tentativi non hanno funzionato. Puoi anche provare in un altro modo:',

  reconnect: 'Ricollega {institution}',
  renew: 'Rinnova l’autorizzazione per {institution}',
  chooseAccounts: 'Scegli i conti per {institution}',
  review: 'Controlla l’accesso per {institution}',
  opening: 'Apertura…',
  checking: 'Verifica…',
  checkAgain: 'Verifica di nuovo',
  connectAgain: 'Crea un nuovo collegamento con {institution}',
  openBank: 'Apri {institution}',
  continueOnPlaid: 'Continua sulla pagina di Plaid',
  accountClosed: 'Ho chiuso questo conto',
  contactSupport: 'Contatta l’assistenza',

  dismiss: 'Nascondi questo messaggio',
  snooze: 'Ricordamelo più tardi',
  shrink: 'Mostra meno',
  expand: 'Mostra di più',
  dismissedText: 'Messaggio nascosto. Lo vedrai di nuovo quando cambia qualcosa.',
  snoozedText: 'Messaggio nascosto per ora. Lo vedrai di nuovo {when}.',

  supportDetails: 'Dettagli per l’assistenza',
  linkSession: 'Sessione Link',
  request: 'Richiesta',
  errorCode: 'Codice',
  copy: 'Copia',
  copied: 'Copiato.',
  copyFailed: 'Copia il testo selezionato.',
};
