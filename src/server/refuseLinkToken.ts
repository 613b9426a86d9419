import type { LogOperation, SafeLog } from './log.js';
import type { PlaidRefusal } from './plaidFailure.js';
import { ServerProblem } from './problemResponse.js';

/** Plaid has refused what a link token needs: logged, and told with Plaid's code and request id. */
export function refuseLinkToken(
  { log }: { log: SafeLog },
  operation: LogOperation,
  itemId: string | undefined,
  { httpStatus, errorType, errorCode, requestId }: PlaidRefusal,
): ServerProblem {
  const code = 'link_token_refused';
  log({ code, operation, itemId, httpStatus, errorType, errorCode, requestId });
  return new ServerProblem(code, { errorCode, requestId });
}
