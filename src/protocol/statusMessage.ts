/**
 * The code that Heron puts in brackets into `status_message`: `[ITEM_LOGIN_REQUIRED] the login details …`.
 * Heron keeps old messages: the code means something only while `status` is `erroring`.
 */
export function parseStatusMessageCode(statusMessage: string | null | undefined): string | undefined {
  return statusMessage?.match(/\[([A-Z][A-Z0-9_]{1,63})\]/)?.[1];
}
