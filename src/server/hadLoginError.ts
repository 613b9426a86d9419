import { GRACE_MS } from '../core/diagnosis.js';
import type { IntegrationLink } from '../protocol/integrationLink.js';
import { isLoginErrorCode } from '../protocol/loginErrors.js';
import { parseStatusMessageCode } from '../protocol/statusMessage.js';
import type { ItemWithFacts } from './itemsPort.js';

/** Whether the app or Heron knew a login error of an Item before Plaid was asked anew; `now` since 1970. */
export function hadLoginError(link: IntegrationLink, item: ItemWithFacts, now: number): boolean {
  if (isLoginErrorCode(item.facts.error?.error_code)) return true;
  const isErroring = link.status === 'erroring' && isLoginErrorCode(parseStatusMessageCode(link.status_message));
  return isErroring && !isCatchingUp(link, item, now);
}

/** Heron may go on naming an error for a while that is repaired: no second repair. */
export function isCatchingUp(
  { last_successful_sync }: IntegrationLink,
  { facts }: ItemWithFacts,
  now: number,
): boolean {
  const repairedAt = Date.parse(facts.repaired_at ?? '');
  const isCaughtUp = Date.parse(last_successful_sync ?? '') > repairedAt;
  return Math.abs(now - repairedAt) < GRACE_MS && !isCaughtUp;
}
