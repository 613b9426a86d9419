import { onTestFinished } from 'vitest';

/** Collects what nobody caught during the running test, instead of failing for it. */
export function collectUncaughtErrors(): readonly unknown[] {
  const errors: unknown[] = [];
  const collect = (error: unknown) => void errors.push(error);
  const collectEvent = (event: ErrorEvent) => collect(event.error);
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', collect);
  window.addEventListener('error', collectEvent);
  onTestFinished(() => {
    window.removeEventListener('error', collectEvent);
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  });
  return errors;
}
