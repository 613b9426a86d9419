import type { Catalog } from '../core/messages.js';

export const es: Catalog = {
  language: 'es',
  unnamedInstitution: 'tu banco',

  severityOk: 'Listo',
  severityInfo: 'Conviene saberlo',
  severityWarning: 'Por favor, revísalo',
  severityCritical: 'No se actualiza',

  loginTitle: '{institution} necesita que inicies sesión de nuevo',
  loginText: 'Hasta entonces, tus movimientos y saldos no se actualizan.',
  lockedTitle: 'Tu acceso a {institution} está bloqueado',
  lockedText: 'Primero, desbloquéalo en el banco. Después, vuelve aquí para reconectar.',
  passwordTitle: '{institution} pide una contraseña nueva',
  passwordText: 'Primero, créala en el banco. Después, vuelve aquí para reconectar.',
  setupTitle: 'Primero, {institution} necesita algo de ti',
  setupText:
    'Inicia sesión en el banco y haz lo que te pida, por ejemplo, aceptar nuevas condiciones. ' +
    'Después, vuelve aquí para reconectar.',
  sharingTitle: '{institution} ya no comparte tus datos',
  sharingInvalidText: 'El banco ya no acepta tu permiso. Vuelve a darlo para ver los movimientos y saldos nuevos.',
  sharingExpiredText: 'Tu permiso ha expirado. Vuelve a darlo para ver los movimientos y saldos nuevos.',
  sharingRevokedText: 'El permiso se retiró. Puedes volver a darlo para ver los movimientos y saldos nuevos.',
  unfinishedTitle: 'El inicio de sesión en {institution} no se completó',
  unfinishedText: 'Algo salió mal al ir al banco o al volver. Inténtalo de nuevo.',
  otherTitle: 'Los datos de {institution} ya no se actualizan',
  otherText: 'No llegan movimientos ni saldos nuevos. Reconectar puede ayudar.',

  newLinkTitle: 'Hace falta una conexión nueva con {institution}',
  newLinkText:
    'Esta conexión ha terminado y no se puede reparar. Crea una nueva para ver los movimientos y saldos nuevos.',
  usernameText:
    'Esta conexión solo funciona con el nombre de usuario con el que se creó. ' +
    'Si ahora tienes otro, crea una conexión nueva.',
  newLinkForAccountsText: 'Para cambiar qué cuentas de {institution} compartes, crea una conexión nueva.',

  consentEndsTitle: 'Tu permiso para {institution} termina {deadline}',
  consentEndsText: 'Es válido hasta el {deadlineDate}. Renuévalo antes para que tus datos puedan seguir llegando.',
  consentEndedTitle: 'Tu permiso para {institution} terminó {deadline}',
  consentEndedText: 'Era válido hasta el {deadlineDate}. Renuévalo para ver los movimientos y saldos nuevos.',
  disconnectTitle: 'Tu conexión con {institution} termina {deadline}',
  disconnectText:
    'Funciona hasta el {deadlineDate}. ' +
    'Inicia sesión una vez antes de esa fecha para que tus datos puedan seguir llegando.',
  disconnectOverdueTitle: 'Tu conexión con {institution} debía terminar {deadline}',
  disconnectOverdueText:
    'La fecha prevista era el {deadlineDate}. Inicia sesión una vez para que tus datos puedan seguir llegando.',
  migrationText:
    'Funciona hasta el {deadlineDate}. El banco está cambiando sus conexiones: ' +
    'inicia sesión una vez antes para que tus datos puedan seguir llegando.',

  permissionTitle: 'Falta un permiso en {institution}',
  permissionText: 'Aquí se necesita algo que no se está compartiendo. Revisa lo que compartes y permítelo.',
  accountRevokedTitle: 'Una cuenta de {institution} ya no se comparte',
  accountRevokedText: 'Se dejó de compartir en el banco. Puedes volver a compartirla aquí o dejarla sin compartir.',
  accountNeededTitle: 'Falta una cuenta de {institution}',
  accountNeededText: 'Entre las cuentas que compartes no está una que se necesita aquí. Revisa cuáles compartes.',
  authAccountText: 'Aquí se necesita una cuenta que pueda enviar y recibir pagos. Revisa cuáles compartes.',
  newAccountsTitle: 'Cuentas nuevas en {institution}',
  newAccountsText: 'Puedes compartirlas aquí o dejar todo como está.',
  reportTitle: 'Tu informe de {institution} necesita tu permiso de nuevo',
  reportText: 'El permiso terminó con un cambio de cuentas que no se completó.',
  reportWarning: 'Una vez que empieces, sigue hasta el final: si sales antes, terminará el permiso para tu informe.',
  chaseText: 'Para dejar de compartir una cuenta, usa el Security Center en el propio sitio web de Chase.',

  waitTitle: '{institution} no está disponible en este momento',
  waitText: 'Seguimos intentándolo. No tienes que hacer nada.',
  delayTitle: 'Las actualizaciones de {institution} llegan con retraso',
  preparingTitle: 'Se están preparando los datos de {institution}',
  supportTitle: 'No podemos actualizar {institution}',
  supportText: 'En este caso, iniciar sesión de nuevo no ayuda. Ponte en contacto con soporte.',
  signInMethodText:
    'La forma en que confirmas allí tu inicio de sesión no es compatible. Ponte en contacto con soporte.',
  askOwnerTitle: '{institution} necesita a la persona que creó la conexión',
  askOwnerByText: 'La conexión funciona hasta el {deadlineDate}.',
  askOwnerText: 'Solo esa persona puede resolverlo. Avísale, por favor.',

  trustText: 'Suele tardar un minuto. Inicias sesión a través de Plaid; {app} nunca ve tu contraseña.',
  trustUnnamedText: 'Suele tardar un minuto. Inicias sesión a través de Plaid; esta app nunca ve tu contraseña.',
  lastSync: 'Última actualización: {date}',

  allTitle: {
    one: 'Una conexión bancaria necesita que inicies sesión de nuevo',
    many: '{count} de conexiones bancarias necesitan que inicies sesión de nuevo',
    other: '{count} conexiones bancarias necesitan que inicies sesión de nuevo',
  },
  allText: '{institutions}: los movimientos y saldos no se actualizan. Puedes parar después de cada conexión.',
  allProgress: '{repaired} de {total} reconectadas.',
  allDone: 'Todas tus conexiones bancarias vuelven a funcionar',
  allStart: 'Reconectar una por una',
  allNext: 'Reconectar la siguiente',

  listTitle: {
    one: 'Una conexión bancaria necesita tu atención',
    many: '{count} de conexiones bancarias necesitan tu atención',
    other: '{count} conexiones bancarias necesitan tu atención',
  },
  listText: 'Puedes ocuparte de ellas una por una y parar después de cualquiera.',
  listProgress: '{done} de {total} listas.',
  listDoneTitle: 'Tus conexiones bancarias están en orden',
  listDoneText: {
    one: 'Ya te ocupaste de una conexión. Gracias.',
    many: 'Ya te ocupaste de {count} de conexiones. Gracias.',
    other: 'Ya te ocupaste de {count} conexiones. Gracias.',
  },
  listInstitution: {
    one: '{institution}',
    many: '{institution}, {count} de conexiones',
    other: '{institution}, {count} conexiones',
  },

  openText: 'Continúa en la ventana que se abrió.',
  confirmingTitle: '{institution} aceptó tu inicio de sesión',
  confirmingText: 'Estamos comprobando que lleguen tus datos.',
  queuedText:
    'Todavía no podemos confirmar que lleguen tus datos. Tu inicio de sesión no se ha perdido y seguimos intentándolo.',
  undeliveredText: 'No pudimos confirmar que lleguen tus datos. Tu inicio de sesión no se ha perdido.',
  offlineText: 'No tienes conexión a internet. No se pierde nada: lo comprobaremos en cuanto vuelvas a tenerla.',
  signedOutText:
    'Ya no tienes la sesión iniciada en esta app. Inicia sesión de nuevo y terminaremos de comprobarlo: ' +
    'lo que hiciste en {institution} sigue siendo válido.',
  keepOpenText: 'Mantén esta página abierta hasta que se confirme: tu navegador no puede guardarlo para más tarde.',
  syncingTitle: 'Conexión con {institution} restablecida',
  syncingText: 'Estamos esperando tus datos más recientes.',
  connected: 'La conexión con {institution} ya funciona',
  doneTitle: 'Ya terminaste en {institution}',
  doneText: 'Estamos comprobando que se haya completado.',
  doneQueuedText: 'Todavía no podemos confirmar que se haya completado. No se pierde nada y seguimos intentándolo.',
  doneUndeliveredText: 'No pudimos confirmar que se haya completado.',
  renewedTitle: 'Tu permiso para {institution} está renovado',
  selectedTitle: 'Tu selección de cuentas de {institution} está guardada',
  accountsAdded: {
    one: 'Ahora compartes {count} cuenta más.',
    many: 'Ahora compartes {count} de cuentas más.',
    other: 'Ahora compartes {count} cuentas más.',
  },
  accountsRemoved: {
    one: 'Ya no compartes {count} cuenta.',
    many: 'Ya no compartes {count} de cuentas.',
    other: 'Ya no compartes {count} cuentas.',
  },

  exitedText: 'Saliste antes de terminar, así que no ha cambiado nada.',
  exitedWorkingText: 'Saliste antes de terminar. Tu conexión funciona como antes.',
  exitedShortText: 'Saliste antes de terminar.',
  exitedWithErrorText: 'No se pudo completar. Puedes intentarlo de nuevo.',
  lostText: 'No pudimos ver cómo terminó tu última visita. Puedes intentarlo de nuevo.',
  tryLaterText: '{institution} no está disponible en este momento. Inténtalo de nuevo más tarde.',
  failedText: 'No se pudo abrir la ventana. Inténtalo de nuevo.',
  hostedText: 'No se pudo abrir la ventana. Puedes intentarlo de nuevo o hacer lo mismo en la propia página de Plaid.',
  stillBrokenText: 'Iniciaste sesión, pero {institution} lo sigue pidiendo. Inténtalo de nuevo.',
  stillMissingText: 'Llegaste hasta el final, pero todavía falta lo que se necesita. Inténtalo de nuevo.',
  unchangedText: 'Llegaste hasta el final. Todavía no ha cambiado nada.',
  stuckText: 'Esto ya ha fallado varias veces. También puedes probar de otra manera:',

  reconnect: 'Reconectar {institution}',
  renew: 'Renovar permiso para {institution}',
  chooseAccounts: 'Elegir cuentas de {institution}',
  review: 'Revisar acceso a {institution}',
  opening: 'Abriendo…',
  checking: 'Comprobando…',
  checkAgain: 'Comprobar de nuevo',
  connectAgain: 'Crear una conexión nueva con {institution}',
  openBank: 'Abrir {institution}',
  continueOnPlaid: 'Continuar en la página de Plaid',
  accountClosed: 'Cerré esta cuenta',
  contactSupport: 'Contactar con soporte',

  dismiss: 'Ocultar este mensaje',
  snooze: 'Recordármelo más tarde',
  shrink: 'Mostrar menos',
  expand: 'Mostrar más',
  dismissedText: 'Mensaje oculto. Lo verás de nuevo cuando algo cambie.',
  snoozedText: 'Mensaje oculto por ahora. Lo verás de nuevo {when}.',

  supportDetails: 'Detalles para soporte',
  linkSession: 'Sesión de Link',
  request: 'Solicitud',
  errorCode: 'Código',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyFailed: 'Copia el texto seleccionado.',
};
