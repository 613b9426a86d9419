import type { Severity } from 'react-plaid-update-mode';

/** What the app's own components call it. */
export const SEVERITY_VARIANT = {
  ok: 'success',
  info: 'default',
  warning: 'warning',
  critical: 'destructive',
} as const satisfies Record<Severity, string>;
