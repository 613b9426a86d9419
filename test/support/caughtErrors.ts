import { onTestFinished } from 'vitest';

/**
 * Lets a boundary of the running test catch errors that match without noise: React 19 tells the console what was
 * caught, React 18 the window what is about to be.
 */
export function allowCaughtErrors(pattern: RegExp): void {
  const guarded = console.error;
  console.error = (...args: unknown[]) => {
    if (!args.some((arg) => pattern.test(String(arg)))) guarded(...args);
  };
  const silence = (event: ErrorEvent) => {
    if (pattern.test(String(event.error))) event.preventDefault();
  };
  window.addEventListener('error', silence);
  onTestFinished(() => window.removeEventListener('error', silence));
}
