import type { Catalog } from '../core/messages.js';

export const pt: Catalog = {
  language: 'pt',
  unnamedInstitution: 'seu banco',

  severityOk: 'Pronto',
  severityInfo: 'Bom saber',
  severityWarning: 'Confira, por favor',
  severityCritical: 'Sem atualização',

  loginTitle: '{institution} pede que você entre novamente',
  loginText: 'Até lá, novas transações e saldos não chegam.',
  lockedTitle: 'O acesso a {institution} está bloqueado',
  lockedText: 'Primeiro, faça o desbloqueio junto ao banco. Depois, volte aqui e reconecte.',
  passwordTitle: '{institution} pede uma nova senha',
  passwordText: 'Primeiro, crie a senha junto ao banco. Depois, volte aqui e reconecte.',
  setupTitle: '{institution} precisa primeiro de algo de você',
  setupText:
    'Entre na sua conta do banco e faça o que ele pede, como aceitar novos termos. Depois, volte aqui e reconecte.',
  sharingTitle: '{institution} não compartilha mais seus dados',
  sharingInvalidText:
    'O banco não aceita mais sua permissão. Dê a permissão novamente para ver novas transações e saldos.',
  sharingExpiredText: 'Sua permissão expirou. Dê a permissão novamente para ver novas transações e saldos.',
  sharingRevokedText:
    'A permissão foi retirada. Você pode dar a permissão novamente para ver novas transações e saldos.',
  unfinishedTitle: 'O login em {institution} não foi concluído',
  unfinishedText: 'Algo deu errado na ida ao banco ou na volta. Tente novamente.',
  otherTitle: 'As atualizações de {institution} pararam',
  otherText: 'Novas transações e saldos não estão chegando. Reconectar pode ajudar.',

  newLinkTitle: 'É preciso criar uma nova conexão com {institution}',
  newLinkText: 'Esta conexão terminou e não pode ser recuperada. Crie uma nova para ver novas transações e saldos.',
  usernameText: 'Esta conexão só funciona com o nome de usuário do início. Se o seu mudou, crie uma nova conexão.',
  newLinkForAccountsText: 'Para mudar as contas que você compartilha de {institution}, crie uma nova conexão.',

  consentEndsTitle: 'A permissão para {institution} termina {deadline}',
  consentEndsText: 'Ela vale até {deadlineDate}. Renove antes disso para que seus dados possam continuar chegando.',
  consentEndedTitle: 'A permissão para {institution} terminou {deadline}',
  consentEndedText: 'Ela valia até {deadlineDate}. Renove para ver novas transações e saldos.',
  disconnectTitle: 'A conexão com {institution} termina {deadline}',
  disconnectText:
    'Ela funciona até {deadlineDate}. Entre uma vez antes disso para que seus dados possam continuar chegando.',
  disconnectOverdueTitle: 'A conexão com {institution} deveria ter terminado {deadline}',
  disconnectOverdueText:
    'A data prevista era {deadlineDate}. Entre uma vez para que seus dados possam continuar chegando.',
  migrationText:
    'Ela funciona até {deadlineDate}. O banco está mudando suas conexões: ' +
    'entre uma vez antes disso para que seus dados possam continuar chegando.',

  permissionTitle: 'Falta uma permissão em {institution}',
  permissionText: 'Algo que é necessário aqui não está sendo compartilhado. Revise o que você compartilha e permita.',
  accountRevokedTitle: 'Uma conta em {institution} não é mais compartilhada',
  accountRevokedText:
    'O compartilhamento foi desativado junto ao banco. Você pode ativar novamente aqui ou deixar desativado.',
  accountNeededTitle: 'Falta uma conta em {institution}',
  accountNeededText:
    'As contas que você compartilha não incluem uma que é necessária aqui. Revise quais você compartilha.',
  authAccountText: 'Aqui é necessária uma conta que possa enviar e receber pagamentos. Revise quais você compartilha.',
  newAccountsTitle: 'Novas contas em {institution}',
  newAccountsText: 'Você pode compartilhar essas contas aqui ou deixar tudo como está.',
  reportTitle: 'O relatório de {institution} precisa novamente da sua permissão',
  reportText: 'A permissão terminou com uma mudança de contas que não foi concluída.',
  reportWarning: 'Depois de começar, vá até o fim: sair antes encerra a permissão para o seu relatório.',
  chaseText: 'Para deixar de compartilhar uma conta, use o Security Center no site do Chase.',

  waitTitle: '{institution} não está disponível agora',
  waitText: 'Continuamos tentando. Você não precisa fazer nada.',
  delayTitle: 'As atualizações de {institution} estão atrasadas',
  preparingTitle: 'Os dados de {institution} estão sendo preparados',
  supportTitle: 'Não conseguimos atualizar {institution}',
  supportText: 'Neste caso, entrar novamente não ajuda. Fale com o suporte.',
  signInMethodText: 'A forma como você confirma o login no banco não é aceita aqui. Fale com o suporte.',
  askOwnerTitle: '{institution} precisa da pessoa que fez a conexão',
  askOwnerByText: 'A conexão funciona até {deadlineDate}.',
  askOwnerText: 'Só essa pessoa pode resolver. Avise, por favor.',

  trustText: 'Normalmente leva um minuto. Você entra pela Plaid; {app} nunca vê sua senha.',
  trustUnnamedText: 'Normalmente leva um minuto. Você entra pela Plaid; este app nunca vê sua senha.',
  lastSync: 'Última atualização: {date}',

  allTitle: {
    one: 'Uma conexão bancária precisa que você entre novamente',
    many: '{count} de conexões bancárias precisam que você entre novamente',
    other: '{count} conexões bancárias precisam que você entre novamente',
  },
  allText: '{institutions}: novas transações e saldos não estão chegando. Você pode parar depois de cada conexão.',
  allProgress: 'Reconexões: {repaired} de {total}.',
  allDone: 'Todas as suas conexões bancárias funcionam novamente',
  allStart: 'Reconectar uma por uma',
  allNext: 'Reconectar a próxima',

  listTitle: {
    one: 'Uma conexão bancária precisa de você',
    many: '{count} de conexões bancárias precisam de você',
    other: '{count} conexões bancárias precisam de você',
  },
  listText: 'Você pode cuidar de uma por vez e parar depois de qualquer uma.',
  listProgress: 'Concluído: {done} de {total}.',
  listDoneTitle: 'Suas conexões bancárias estão em ordem',
  listDoneText: {
    one: 'Você cuidou de uma conexão. Agradecemos.',
    many: 'Você cuidou de {count} de conexões. Agradecemos.',
    other: 'Você cuidou de {count} conexões. Agradecemos.',
  },
  listInstitution: {
    one: '{institution}',
    many: '{institution}, {count} de conexões',
    other: '{institution}, {count} conexões',
  },

  openText: 'Continue na janela que se abriu.',
  confirmingTitle: '{institution} aceitou seu login',
  confirmingText: 'Estamos verificando se seus dados estão chegando.',
  queuedText:
    'Ainda não podemos confirmar que seus dados estão chegando. Seu login não se perdeu, e continuamos tentando.',
  undeliveredText: 'Não conseguimos confirmar que seus dados estão chegando. Seu login não se perdeu.',
  offlineText: 'Você está sem internet. Nada se perdeu: verificamos assim que a conexão voltar.',
  signedOutText:
    'Sua sessão neste app terminou. Entre novamente no app e concluímos a verificação: ' +
    'o que você fez em {institution} continua valendo.',
  keepOpenText: 'Mantenha esta página aberta até a confirmação: seu navegador não consegue guardar isso para depois.',
  syncingTitle: 'A conexão com {institution} foi refeita',
  syncingText: 'Estamos aguardando seus dados mais recentes.',
  connected: 'A conexão com {institution} funciona novamente',
  doneTitle: 'Tudo feito em {institution}',
  doneText: 'Estamos verificando se deu certo.',
  doneQueuedText: 'Ainda não podemos confirmar que deu certo. Nada se perdeu, e continuamos tentando.',
  doneUndeliveredText: 'Não conseguimos confirmar que deu certo.',
  renewedTitle: 'A permissão para {institution} foi renovada',
  selectedTitle: 'A escolha de contas em {institution} foi salva',
  accountsAdded: {
    one: 'Agora você compartilha {count} conta a mais.',
    many: 'Agora você compartilha {count} de contas a mais.',
    other: 'Agora você compartilha {count} contas a mais.',
  },
  accountsRemoved: {
    one: 'Agora você compartilha {count} conta a menos.',
    many: 'Agora você compartilha {count} de contas a menos.',
    other: 'Agora você compartilha {count} contas a menos.',
  },

  exitedText: 'Você saiu antes do fim, por isso nada mudou.',
  exitedWorkingText: 'Você saiu antes do fim. Sua conexão funciona como antes.',
  exitedShortText: 'Você saiu antes do fim.',
  exitedWithErrorText: 'Não foi possível concluir. Você pode tentar novamente.',
  lostText: 'Não conseguimos ver como sua última visita terminou. Você pode tentar novamente.',
  tryLaterText: '{institution} não está disponível agora. Tente novamente mais tarde.',
  failedText: 'Não foi possível abrir a janela. Tente novamente.',
  hostedText:
    'Não foi possível abrir a janela. Você pode tentar novamente ou fazer o mesmo na página da própria Plaid.',
  stillBrokenText: 'Você fez login, mas {institution} ainda pede isso. Tente novamente.',
  stillMissingText: 'Você foi até o fim, mas o que é necessário ainda falta. Tente novamente.',
  unchangedText: 'Você foi até o fim. Nada mudou ainda.',
  stuckText: 'Isso já não funcionou algumas vezes. Você também pode tentar de outra forma:',

  reconnect: 'Reconectar {institution}',
  renew: 'Renovar a permissão para {institution}',
  chooseAccounts: 'Escolher contas em {institution}',
  review: 'Revisar o acesso a {institution}',
  opening: 'Abrindo…',
  checking: 'Verificando…',
  checkAgain: 'Verificar de novo',
  connectAgain: 'Criar uma nova conexão com {institution}',
  openBank: 'Abrir {institution}',
  continueOnPlaid: 'Continuar na página da Plaid',
  accountClosed: 'Encerrei esta conta',
  contactSupport: 'Falar com o suporte',

  dismiss: 'Ocultar esta mensagem',
  snooze: 'Lembrar mais tarde',
  shrink: 'Mostrar menos',
  expand: 'Mostrar mais',
  dismissedText: 'Mensagem oculta. Você a verá novamente quando algo mudar.',
  snoozedText: 'Mensagem oculta por enquanto. Você a verá novamente {when}.',

  supportDetails: 'Detalhes para o suporte',
  linkSession: 'Sessão do Link',
  request: 'Solicitação',
  errorCode: 'Código',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyFailed: 'Copie o texto selecionado.',
};
