import type { TransferAuthorization } from './itemsPort.js';
import type { Reported, ReportOutcome } from './takeReport.js';
import type { Services } from './services.js';

/**
 * A visit for a Transfer authorization is over. Only an authorization that is created again tells whether it was
 * enough, and that is the app's to do: https://plaid.com/docs/transfer/creating-transfers/
 */
export async function reportAuthorization<Caller>(
  { ports }: Services<Caller>,
  { caller, report }: Reported<Caller>,
  { authorizationId }: TransferAuthorization,
): Promise<ReportOutcome> {
  if (report.outcome !== 'success') return { isFinal: true, answer: { result: 'unchanged', integration_links: [] } };
  await ports.authorizationReady({ caller, authorizationId });
  return { isFinal: true, answer: { result: 'unverifiable', integration_links: [] } };
}
