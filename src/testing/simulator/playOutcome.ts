import { findLinkError } from '../linkErrors.js';
import type { ResolvedLinkBehaviour, ScriptedOutcome } from './linkBehaviour.js';
import type { LinkVisitControl } from './linkVisit.js';

/** Ends a visit as a script has it, unless somebody has ended it before. A success by redirect leaves the page first, and comes back. */
export async function playOutcome(
  visit: LinkVisitControl,
  outcome: ScriptedOutcome,
  { oauth, navigate }: ResolvedLinkBehaviour,
): Promise<void> {
  if (visit.isEnded()) return;
  if (
    oauth === 'redirect' &&
    visit.canReturnFromBank &&
    outcome.kind !== 'error' &&
    outcome.kind.startsWith('success')
  ) {
    const returnUrl = await visit.visitBank('allow', outcome);
    visit.abandon();
    return navigate(returnUrl);
  }
  switch (outcome.kind) {
    case 'success':
      return visit.succeed(outcome);
    case 'success_then_exit':
      await visit.succeed(outcome);
      return visit.repeat('onExit');
    case 'success_twice':
      await visit.succeed(outcome);
      return visit.repeat('onSuccess');
    case 'exit':
      return visit.exit(null, outcome.status, outcome);
    case 'exit_then_success':
      await visit.exit(null, undefined, outcome);
      return visit.repeat('onSuccess');
    case 'error': {
      const error = findLinkError(outcome.errorCode);
      return visit.exit({ ...error, error_type: outcome.errorType ?? error.error_type }, outcome.status);
    }
  }
}
