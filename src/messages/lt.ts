import type { Catalog } from '../core/messages.js';

export const lt: Catalog = {
  language: 'lt',
  unnamedInstitution: 'jūsų bankas',

  severityOk: 'Atlikta',
  severityInfo: 'Naudinga žinoti',
  severityWarning: 'Peržiūrėkite',
  severityCritical: 'Neatnaujinama',

  loginTitle: '{institution}: prisijunkite iš naujo',
  loginText: 'Iki tol naujų operacijų ir likučių nebus.',
  lockedTitle: '{institution}: jūsų prieiga užrakinta',
  lockedText: 'Pirmiausia atrakinkite ją banke. Tada grįžkite ir susiekite iš naujo.',
  passwordTitle: '{institution} prašo naujo slaptažodžio',
  passwordText: 'Pirmiausia nustatykite jį banke. Tada grįžkite ir susiekite iš naujo.',
  setupTitle: '{institution}: pirmiausia reikia kai ką atlikti banke',
  setupText:
    'Prisijunkite prie banko ir atlikite, ko jis prašo, pavyzdžiui, sutikite su naujomis sąlygomis. Tada grįžkite ir susiekite iš naujo.',
  sharingTitle: '{institution} nebesidalija jūsų duomenimis',
  sharingInvalidText:
    'Bankas nebepriima jūsų leidimo. Suteikite jį iš naujo, kad matytumėte naujas operacijas ir likučius.',
  sharingExpiredText: 'Jūsų leidimas baigėsi. Suteikite jį iš naujo, kad matytumėte naujas operacijas ir likučius.',
  sharingRevokedText:
    'Leidimas buvo atšauktas. Galite jį suteikti iš naujo, kad matytumėte naujas operacijas ir likučius.',
  unfinishedTitle: '{institution}: prisijungimas nebuvo baigtas',
  unfinishedText: 'Pakeliui į banką arba atgal kažkas nepavyko. Bandykite dar kartą.',
  otherTitle: '{institution}: duomenys nebeatnaujinami',
  otherText: 'Naujų operacijų ir likučių negaunama. Gali padėti susiejimas iš naujo.',

  newLinkTitle: '{institution}: reikia naujos sąsajos',
  newLinkText:
    'Ši sąsaja baigėsi ir jos pataisyti negalima. ' +
    'Sukurkite naują sąsają, kad matytumėte naujas operacijas ir likučius.',
  usernameText:
    'Ši sąsaja veikia tik su tuo naudotojo vardu, su kuriuo buvo sukurta. ' +
    'Jei dabar turite kitą, sukurkite naują sąsają.',
  newLinkForAccountsText: '{institution}: norėdami keisti, kuriomis sąskaitomis dalijatės, sukurkite naują sąsają.',

  consentEndsTitle: '{institution}: jūsų leidimas baigiasi {deadline}',
  consentEndsText: 'Jis galioja iki: {deadlineDate}. Atnaujinkite jį anksčiau, kad duomenys galėtų ateiti ir toliau.',
  consentEndedTitle: '{institution}: jūsų leidimas baigėsi {deadline}',
  consentEndedText: 'Jis galiojo iki: {deadlineDate}. Atnaujinkite jį, kad matytumėte naujas operacijas ir likučius.',
  disconnectTitle: '{institution}: sąsaja baigiasi {deadline}',
  disconnectText:
    'Ji veikia iki: {deadlineDate}. Iki tol vieną kartą prisijunkite, kad duomenys galėtų ateiti ir toliau.',
  disconnectOverdueTitle: '{institution}: sąsaja turėjo baigtis {deadline}',
  disconnectOverdueText:
    'Ta diena buvo: {deadlineDate}. Vieną kartą prisijunkite, kad duomenys galėtų ateiti ir toliau.',
  migrationText:
    'Ji veikia iki: {deadlineDate}. Bankas keičia savo sąsajas: ' +
    'iki tol vieną kartą prisijunkite, kad duomenys galėtų ateiti ir toliau.',

  permissionTitle: '{institution}: trūksta leidimo',
  permissionText: 'Kažkuo, ko čia reikia, nesidalijama. Peržiūrėkite, kuo dalijatės, ir leiskite.',
  accountRevokedTitle: '{institution}: viena sąskaita nebesidalijama',
  accountRevokedText: 'Dalijimasis buvo išjungtas banke. Galite jį čia vėl įjungti arba palikti išjungtą.',
  accountNeededTitle: '{institution}: trūksta sąskaitos',
  accountNeededText: 'Tarp sąskaitų, kuriomis dalijatės, nėra čia reikalingos. Peržiūrėkite, kuriomis dalijatės.',
  authAccountText: 'Čia reikia sąskaitos, kuria galima siųsti ir gauti mokėjimus. Peržiūrėkite, kuriomis dalijatės.',
  newAccountsTitle: '{institution}: naujos sąskaitos',
  newAccountsText: 'Galite jomis čia dalytis arba palikti viską, kaip yra.',
  reportTitle: '{institution}: jūsų ataskaitai vėl reikia leidimo',
  reportText: 'Jis baigėsi keičiant sąskaitas, kai keitimas nebuvo baigtas.',
  reportWarning: 'Pradėję eikite iki galo: išėjus anksčiau leidimas ataskaitai baigsis.',
  chaseText: 'Kad nebesidalytumėte sąskaita, naudokite „Security Center“ banko „Chase“ svetainėje.',

  waitTitle: '{institution} šiuo metu nepasiekiamas',
  waitText: 'Bandome toliau. Jums nieko daryti nereikia.',
  delayTitle: '{institution}: atnaujinimai vėluoja',
  preparingTitle: '{institution}: duomenys ruošiami',
  supportTitle: '{institution}: negalime atnaujinti duomenų',
  supportText: 'Prisijungimas iš naujo čia nepadės. Kreipkitės į pagalbą.',
  signInMethodText: 'Būdas, kuriuo ten patvirtinate prisijungimą, nepalaikomas. Kreipkitės į pagalbą.',
  askOwnerTitle: '{institution}: reikia žmogaus, kuris sukūrė sąsają',
  askOwnerByText: 'Sąsaja veikia iki: {deadlineDate}.',
  askOwnerText: 'Tik jis gali tai padaryti. Praneškite jam.',

  trustText: 'Paprastai tai trunka minutę. Jungiatės per „Plaid“; {app} niekada nemato jūsų slaptažodžio.',
  trustUnnamedText: 'Paprastai tai trunka minutę. Jungiatės per „Plaid“; ši programa niekada nemato jūsų slaptažodžio.',
  lastSync: 'Paskutinį kartą atnaujinta: {date}',

  allTitle: {
    one: '{count} banko sąsajai reikia, kad prisijungtumėte iš naujo',
    few: '{count} banko sąsajoms reikia, kad prisijungtumėte iš naujo',
    many: '{count} banko sąsajos reikia, kad prisijungtumėte iš naujo',
    other: '{count} banko sąsajų reikia, kad prisijungtumėte iš naujo',
  },
  allText: '{institutions}: naujų operacijų ir likučių negaunama. Po kiekvieno galite sustoti.',
  allProgress: 'Susieta iš naujo: {repaired} iš {total}.',
  allDone: 'Visos jūsų banko sąsajos vėl veikia',
  allStart: 'Susieti iš naujo po vieną',
  allNext: 'Susieti iš naujo kitą',

  listTitle: {
    one: '{count} banko sąsaja laukia jūsų',
    few: '{count} banko sąsajos laukia jūsų',
    many: '{count} banko sąsajos laukia jūsų',
    other: '{count} banko sąsajų laukia jūsų',
  },
  listText: 'Galite jas sutvarkyti po vieną ir po bet kurios sustoti.',
  listProgress: 'Atlikta: {done} iš {total}.',
  listDoneTitle: 'Jūsų banko sąsajos tvarkingos',
  listDoneText: {
    one: 'Sutvarkyta {count} sąsaja. Ačiū.',
    few: 'Sutvarkytos {count} sąsajos. Ačiū.',
    many: 'Sutvarkyta {count} sąsajos. Ačiū.',
    other: 'Sutvarkyta {count} sąsajų. Ačiū.',
  },
  listInstitution: {
    one: '{institution}, {count} sąsaja',
    few: '{institution}, {count} sąsajos',
    many: '{institution}, {count} sąsajos',
    other: '{institution}, {count} sąsajų',
  },

  openText: 'Tęskite atsivėrusiame lange.',
  confirmingTitle: '{institution} priėmė jūsų prisijungimą',
  confirmingText: 'Tikriname, ar jūsų duomenys ateina.',
  queuedText: 'Dar negalime patvirtinti, kad jūsų duomenys ateina. Jūsų prisijungimas nedingo, ir mes bandome toliau.',
  undeliveredText: 'Nepavyko patvirtinti, kad jūsų duomenys ateina. Jūsų prisijungimas nedingo.',
  offlineText: 'Neturite interneto ryšio. Niekas nedingo: patikrinsime, kai tik vėl būsite prisijungę.',
  signedOutText:
    '{institution}: tai, ką padarėte, tebegalioja. ' +
    'Nebesate prisijungę prie šios programos. Prisijunkite, ir mes baigsime tikrinti.',
  keepOpenText:
    'Neuždarykite šio puslapio, kol tai bus patvirtinta: jūsų naršyklė negali to išsaugoti vėlesniam laikui.',
  syncingTitle: '{institution}: susieta iš naujo',
  syncingText: 'Laukiame naujausių jūsų duomenų.',
  connected: '{institution}: sąsaja vėl veikia',
  doneTitle: '{institution}: jūsų dalis atlikta',
  doneText: 'Tikriname, ar pavyko.',
  doneQueuedText: 'Dar negalime patvirtinti, kad pavyko. Niekas nedingo, ir mes bandome toliau.',
  doneUndeliveredText: 'Nepavyko patvirtinti, kad viskas pavyko.',
  renewedTitle: '{institution}: jūsų leidimas atnaujintas',
  selectedTitle: '{institution}: jūsų sąskaitų pasirinkimas išsaugotas',
  accountsAdded: {
    one: 'Dabar dalijatės dar {count} sąskaita.',
    few: 'Dabar dalijatės dar {count} sąskaitomis.',
    many: 'Dabar dalijatės dar {count} sąskaitos.',
    other: 'Dabar dalijatės dar {count} sąskaitų.',
  },
  accountsRemoved: {
    one: 'Nebesidalijate {count} sąskaita.',
    few: 'Nebesidalijate {count} sąskaitomis.',
    many: 'Nebesidalijate {count} sąskaitos.',
    other: 'Nebesidalijate {count} sąskaitų.',
  },

  exitedText: 'Išėjote nebaigę, todėl niekas nepasikeitė.',
  exitedWorkingText: 'Išėjote nebaigę. Sąsaja veikia kaip anksčiau.',
  exitedShortText: 'Išėjote nebaigę.',
  exitedWithErrorText: 'To nepavyko užbaigti. Galite bandyti dar kartą.',
  lostText: 'Nematėme, kaip baigėsi paskutinis kartas. Galite bandyti dar kartą.',
  tryLaterText: '{institution} šiuo metu nepasiekiamas. Bandykite vėliau.',
  failedText: 'Nepavyko atverti lango. Bandykite dar kartą.',
  hostedText: 'Nepavyko atverti lango. Galite bandyti dar kartą arba tą patį atlikti „Plaid“ puslapyje.',
  stillBrokenText: 'Prisijungėte, bet {institution} vis dar to prašo. Bandykite dar kartą.',
  stillMissingText: 'Priėjote iki galo, bet to, ko reikia, vis dar trūksta. Bandykite dar kartą.',
  unchangedText: 'Priėjote iki galo. Kol kas niekas nepasikeitė.',
  stuckText: 'Jau kelis kartus nepavyko. Galite pabandyti ir kitaip:',

  reconnect: 'Susieti iš naujo: {institution}',
  renew: 'Atnaujinti leidimą: {institution}',
  chooseAccounts: 'Pasirinkti sąskaitas: {institution}',
  review: 'Peržiūrėti prieigą: {institution}',
  opening: 'Atveriama…',
  checking: 'Tikrinama…',
  checkAgain: 'Tikrinti dar kartą',
  connectAgain: 'Sukurti naują sąsają: {institution}',
  openBank: 'Atverti: {institution}',
  continueOnPlaid: 'Tęsti „Plaid“ puslapyje',
  accountClosed: 'Ši sąskaita uždaryta',
  contactSupport: 'Kreiptis į pagalbą',

  dismiss: 'Slėpti šį pranešimą',
  snooze: 'Priminti vėliau',
  shrink: 'Rodyti mažiau',
  expand: 'Rodyti daugiau',
  dismissedText: 'Paslėpta. Pamatysite vėl, kai kas nors pasikeis.',
  snoozedText: 'Kol kas paslėpta. Pamatysite vėl {when}.',

  supportDetails: 'Duomenys pagalbai',
  linkSession: '„Link“ seansas',
  request: 'Užklausa',
  errorCode: 'Kodas',
  copy: 'Kopijuoti',
  copied: 'Nukopijuota.',
  copyFailed: 'Nukopijuokite pažymėtą tekstą.',
};
