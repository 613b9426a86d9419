/** A mistake in the app's set-up, thrown when a handler is created: what happened, why it matters, what to do. */
export function configurationError(whatHappened: string, whyItMatters: string, whatToDo: string): Error {
  return new Error(`react-plaid-update-mode: ${whatHappened} ${whyItMatters} ${whatToDo}`);
}
