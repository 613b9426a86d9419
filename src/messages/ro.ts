import type { Catalog } from '../core/messages.js';

export const ro: Catalog = {
  language: 'ro',
  unnamedInstitution: 'banca dumneavoastră',

  severityOk: 'Gata',
  severityInfo: 'Bine de știut',
  severityWarning: 'Vă rugăm să verificați',
  severityCritical: 'Nu se actualizează',

  loginTitle: '{institution} vă cere să vă autentificați din nou',
  loginText: 'Până atunci nu apar tranzacții sau solduri noi.',
  lockedTitle: 'Aveți accesul blocat la {institution}',
  lockedText: 'Deblocați-l mai întâi la bancă. Apoi reveniți aici pentru reconectare.',
  passwordTitle: '{institution} cere o parolă nouă',
  passwordText: 'Setați-o mai întâi la bancă. Apoi reveniți aici pentru reconectare.',
  setupTitle: 'Mai întâi, {institution} vă cere ceva',
  setupText:
    'Autentificați-vă la bancă și faceți ce vi se cere, de exemplu acceptați termenii noi. ' +
    'Apoi reveniți aici pentru reconectare.',
  sharingTitle: '{institution} nu vă mai partajează datele',
  sharingInvalidText:
    'Banca nu mai acceptă acordul dumneavoastră. Dați-l din nou pentru a vedea tranzacțiile și soldurile noi.',
  sharingExpiredText: 'Acordul dumneavoastră a expirat. Dați-l din nou pentru a vedea tranzacțiile și soldurile noi.',
  sharingRevokedText: 'Acordul a fost retras. Îl puteți da din nou pentru a vedea tranzacțiile și soldurile noi.',
  unfinishedTitle: 'Autentificarea la {institution} nu a fost finalizată',
  unfinishedText: 'Ceva nu a mers bine pe drumul spre bancă sau înapoi. Vă rugăm să încercați din nou.',
  otherTitle: 'Datele de la {institution} nu se mai actualizează',
  otherText: 'Nu apar tranzacții sau solduri noi. Reconectarea poate ajuta.',

  newLinkTitle: 'Este nevoie de o conexiune nouă cu {institution}',
  newLinkText:
    'Această conexiune s-a încheiat și nu poate fi reparată. ' +
    'Creați una nouă pentru a vedea tranzacțiile și soldurile noi.',
  usernameText:
    'Această conexiune funcționează doar cu numele de utilizator cu care a fost creată. ' +
    'Dacă aveți unul nou, creați o conexiune nouă.',
  newLinkForAccountsText: 'Pentru a schimba ce conturi partajați de la {institution}, creați o conexiune nouă.',

  consentEndsTitle: 'Acordul pentru {institution} expiră {deadline}',
  consentEndsText:
    'Este valabil până la {deadlineDate}. ' +
    'Reînnoiți-l până atunci, pentru ca datele dumneavoastră să se poată actualiza în continuare.',
  consentEndedTitle: 'Acordul pentru {institution} a expirat {deadline}',
  consentEndedText: 'A fost valabil până la {deadlineDate}. Reînnoiți-l pentru a vedea tranzacțiile și soldurile noi.',
  disconnectTitle: 'Conexiunea cu {institution} se încheie {deadline}',
  disconnectText:
    'Funcționează până la {deadlineDate}. ' +
    'Autentificați-vă o dată până atunci, pentru ca datele dumneavoastră să se poată actualiza în continuare.',
  disconnectOverdueTitle: 'Conexiunea cu {institution} trebuia să se încheie {deadline}',
  disconnectOverdueText:
    'Termenul era {deadlineDate}. ' +
    'Autentificați-vă o dată, pentru ca datele dumneavoastră să se poată actualiza în continuare.',
  migrationText:
    'Funcționează până la {deadlineDate}. Banca își schimbă conexiunile: ' +
    'autentificați-vă o dată până atunci, pentru ca datele să se poată actualiza în continuare.',

  permissionTitle: 'Lipsește un acord pentru {institution}',
  permissionText: 'Ceva de care este nevoie aici nu este partajat. Verificați ce partajați și permiteți acest lucru.',
  accountRevokedTitle: 'Un cont de la {institution} nu mai este partajat',
  accountRevokedText: 'Partajarea a fost oprită la bancă. O puteți activa din nou aici sau o puteți lăsa oprită.',
  accountNeededTitle: 'Lipsește un cont de la {institution}',
  accountNeededText:
    'Printre conturile pe care le partajați nu este unul de care este nevoie aici. Verificați ce conturi partajați.',
  authAccountText: 'Aici este nevoie de un cont care poate trimite și primi plăți. Verificați ce conturi partajați.',
  newAccountsTitle: 'Conturi noi la {institution}',
  newAccountsText: 'Le puteți partaja aici sau puteți lăsa totul așa cum este.',
  reportTitle: 'Raportul de la {institution} vă cere din nou acordul',
  reportText: 'Acordul a încetat la o schimbare a conturilor care nu a fost finalizată.',
  reportWarning:
    'După ce începeți, continuați până la capăt: dacă ieșiți mai devreme, acordul pentru raport încetează.',
  chaseText: 'Pentru a nu mai partaja un cont, folosiți Security Center direct pe site-ul Chase.',

  waitTitle: 'Momentan nu ne putem conecta la {institution}',
  waitText: 'Încercăm în continuare. Nu trebuie să faceți nimic.',
  delayTitle: 'Actualizările de la {institution} întârzie',
  preparingTitle: 'Datele de la {institution} sunt în pregătire',
  supportTitle: 'Nu putem actualiza datele de la {institution}',
  supportText: 'În acest caz, o nouă autentificare nu ajută. Vă rugăm să contactați asistența.',
  signInMethodText:
    'Modul în care vă confirmați autentificarea acolo nu este acceptat. Vă rugăm să contactați asistența.',
  askOwnerTitle: '{institution} are nevoie de persoana care a creat conexiunea',
  askOwnerByText: 'Conexiunea funcționează până la {deadlineDate}.',
  askOwnerText: 'Doar acea persoană poate rezolva. Vă rugăm să o anunțați.',

  trustText: 'De obicei durează un minut. Vă autentificați prin Plaid; {app} nu vă vede niciodată parola.',
  trustUnnamedText:
    'De obicei durează un minut. Vă autentificați prin Plaid; această aplicație nu vă vede niciodată parola.',
  lastSync: 'Ultima actualizare: {date}',

  allTitle: {
    one: 'O conexiune bancară vă cere să vă autentificați din nou',
    few: '{count} conexiuni bancare vă cer să vă autentificați din nou',
    other: '{count} de conexiuni bancare vă cer să vă autentificați din nou',
  },
  allText: '{institutions}: nu apar tranzacții sau solduri noi. Vă puteți opri după fiecare conexiune.',
  allProgress: '{repaired} din {total} reconectate.',
  allDone: 'Toate conexiunile bancare funcționează din nou',
  allStart: 'Reconectați-le pe rând',
  allNext: 'Reconectați-o pe următoarea',

  listTitle: {
    one: 'O conexiune bancară are nevoie de atenție',
    few: '{count} conexiuni bancare au nevoie de atenție',
    other: '{count} de conexiuni bancare au nevoie de atenție',
  },
  listText: 'Le puteți rezolva pe rând și vă puteți opri după oricare dintre ele.',
  listProgress: '{done} din {total} rezolvate.',
  listDoneTitle: 'Conexiunile bancare sunt în ordine',
  listDoneText: {
    one: 'V-ați ocupat de o conexiune. Vă mulțumim.',
    few: 'V-ați ocupat de {count} conexiuni. Vă mulțumim.',
    other: 'V-ați ocupat de {count} de conexiuni. Vă mulțumim.',
  },
  listInstitution: {
    one: '{institution}',
    few: '{institution}, {count} conexiuni',
    other: '{institution}, {count} de conexiuni',
  },

  openText: 'Continuați în fereastra care s-a deschis.',
  confirmingTitle: '{institution} v-a acceptat autentificarea',
  confirmingText: 'Verificăm dacă datele dumneavoastră ajung aici.',
  queuedText:
    'Încă nu putem confirma că datele dumneavoastră ajung aici. ' +
    'Autentificarea nu s-a pierdut și încercăm în continuare.',
  undeliveredText: 'Nu am putut confirma că datele dumneavoastră ajung aici. Autentificarea nu s-a pierdut.',
  offlineText: 'Nu aveți conexiune la internet. Nu se pierde nimic: verificăm imediat ce reveniți online.',
  signedOutText:
    'Sesiunea dumneavoastră din această aplicație s-a încheiat. Autentificați-vă din nou și terminăm verificarea: ' +
    'ce ați făcut la {institution} rămâne valabil.',
  keepOpenText:
    'Vă rugăm să păstrați pagina deschisă până la confirmare: browserul nu poate salva acest lucru pentru mai târziu.',
  syncingTitle: 'Conexiunea cu {institution} a fost refăcută',
  syncingText: 'Așteptăm cele mai recente date ale dumneavoastră.',
  connected: 'Conexiunea cu {institution} funcționează din nou',
  doneTitle: 'Ați terminat la {institution}',
  doneText: 'Verificăm dacă totul s-a finalizat.',
  doneQueuedText: 'Încă nu putem confirma că totul s-a finalizat. Nu se pierde nimic și încercăm în continuare.',
  doneUndeliveredText: 'Nu am putut confirma că totul s-a finalizat.',
  renewedTitle: 'Acordul pentru {institution} este reînnoit',
  selectedTitle: 'Alegerea conturilor de la {institution} este salvată',
  accountsAdded: {
    one: 'Acum partajați încă {count} cont.',
    few: 'Acum partajați încă {count} conturi.',
    other: 'Acum partajați încă {count} de conturi.',
  },
  accountsRemoved: {
    one: 'Nu mai partajați {count} cont.',
    few: 'Nu mai partajați {count} conturi.',
    other: 'Nu mai partajați {count} de conturi.',
  },

  exitedText: 'Ați ieșit înainte de final, așa că nu s-a schimbat nimic.',
  exitedWorkingText: 'Ați ieșit înainte de final. Conexiunea funcționează ca înainte.',
  exitedShortText: 'Ați ieșit înainte de final.',
  exitedWithErrorText: 'Nu s-a putut finaliza. Puteți încerca din nou.',
  lostText: 'Nu am putut vedea cum s-a încheiat ultima vizită. Puteți încerca din nou.',
  tryLaterText: 'Momentan nu ne putem conecta la {institution}. Vă rugăm să încercați mai târziu.',
  failedText: 'Fereastra nu s-a putut deschide. Vă rugăm să încercați din nou.',
  hostedText:
    'Fereastra nu s-a putut deschide. Puteți încerca din nou sau puteți face același lucru direct pe pagina Plaid.',
  stillBrokenText:
    'V-ați autentificat, dar {institution} cere în continuare autentificarea. Vă rugăm să încercați din nou.',
  stillMissingText:
    'Ați mers până la capăt, dar ceea ce este necesar lipsește în continuare. Vă rugăm să încercați din nou.',
  unchangedText: 'Ați mers până la capăt. Încă nu s-a schimbat nimic.',
  stuckText: 'Nu a funcționat nici după mai multe încercări. Puteți încerca și altfel:',

  reconnect: 'Reconectați {institution}',
  renew: 'Reînnoiți acordul pentru {institution}',
  chooseAccounts: 'Alegeți conturi de la {institution}',
  review: 'Verificați accesul la {institution}',
  opening: 'Se deschide…',
  checking: 'Se verifică…',
  checkAgain: 'Verificați din nou',
  connectAgain: 'Creați o conexiune nouă cu {institution}',
  openBank: 'Deschideți {institution}',
  continueOnPlaid: 'Continuați pe pagina Plaid',
  accountClosed: 'Am închis acest cont',
  contactSupport: 'Contactați asistența',

  dismiss: 'Ascundeți acest mesaj',
  snooze: 'Amintiți-mi mai târziu',
  shrink: 'Mai puțin',
  expand: 'Mai mult',
  dismissedText: 'Mesaj ascuns. Îl veți vedea din nou când se schimbă ceva.',
  snoozedText: 'Mesaj ascuns deocamdată. Îl veți vedea din nou {when}.',

  supportDetails: 'Detalii pentru asistență',
  linkSession: 'Sesiune Link',
  request: 'Solicitare',
  errorCode: 'Cod',
  copy: 'Copiați',
  copied: 'Copiat.',
  copyFailed: 'Vă rugăm să copiați textul selectat.',
};
