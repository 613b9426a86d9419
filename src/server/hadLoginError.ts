import { GRACE_MS } from '../core/diagnosis.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import type { ItemWithFacts } from './itemsPort.js';

/** Whether the app or Heron knew a login error of an Item before Plaid was asked anew; `now` since 1970. */
export function hadLoginError(link: IntegrationLink, { facts }: ItemWithFacts, now: number): boolean {
  if (isLoginErrorCode(facts.error?.error_code)) return true;
  const isErroring = link.status === 'erroring' && isLoginErrorCode(parseStatusMessageCode(link.status_message));
  return isErroring && !isLate(link, Date.parse(facts.repaired_at ?? ''), now);
}

/** Heron may go on naming an error for a while that is repaired: no second repair. */
function isLate({ last_successful_sync }: IntegrationLink, repairedAt: number, now: number): boolean {
  const isCaughtUp = Date.parse(last_successful_sync ?? '') > repairedAt;
  return Math.abs(now - repairedAt) < GRACE_MS && !isCaughtUp;
}
