/** Runs an app's callback as a browser runs it for a message from Link: what it throws is reported, and stops nothing. */
export function callApp(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else window.dispatchEvent(new ErrorEvent('error', { error, message: String(error), cancelable: true }));
  }
}
