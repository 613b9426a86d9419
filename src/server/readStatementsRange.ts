import { assertStatementsRange } from './assertStatementsRange.js';
import { readErrorName, type SafeLog } from './log.js';
import { ServerProblem } from './problemResponse.js';
import type { AddStatementsPurpose, StatementsRange } from './purposeDefinition.js';

/** The days of a purpose that adds Statements. */
export function readStatementsRange(
  statements: AddStatementsPurpose['statements'],
  log: SafeLog,
  itemId: string,
): StatementsRange {
  try {
    const range = typeof statements === 'function' ? statements() : statements;
    assertStatementsRange('statements', range);
    return range;
  } catch (error) {
    log({ code: 'misconfigured', operation: 'purposes', itemId, errorName: readErrorName(error) });
    throw new ServerProblem('misconfigured');
  }
}
