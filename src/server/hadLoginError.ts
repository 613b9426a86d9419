import type { IntegrationLink } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import type { ItemWithFacts } from './itemsPort.js';

/** Whether the app or Heron knew a login error of an Item before Plaid was asked anew. */
export function hadLoginError({ status, status_message }: IntegrationLink, { facts }: ItemWithFacts): boolean {
  const isErroring = status === 'erroring' && isLoginErrorCode(parseStatusMessageCode(status_message));
  return isErroring || isLoginErrorCode(facts.error?.error_code);
}
