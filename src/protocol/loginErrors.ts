/**
 * Plaid's errors of an Item that its user mends by logging in again, in update mode.
 * https://plaid.com/docs/errors/item/
 */
export const LOGIN_ERROR_CODES = [
  'ITEM_LOGIN_REQUIRED',
  'ITEM_LOCKED',
  'INVALID_CREDENTIALS',
  'INVALID_MFA',
  'INVALID_OTP',
  'INVALID_PHONE_NUMBER',
  'INVALID_SEND_METHOD',
  'INSUFFICIENT_CREDENTIALS',
  'PASSWORD_RESET_REQUIRED',
  'USER_INPUT_TIMEOUT',
  'USER_SETUP_REQUIRED',
] as const;

export type LoginErrorCode = (typeof LOGIN_ERROR_CODES)[number];

export function isLoginErrorCode(code: string | null | undefined): code is LoginErrorCode {
  return LOGIN_ERROR_CODES.some((known) => known === code);
}
