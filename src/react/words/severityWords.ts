import type { Severity } from '../../core/diagnosis.js';
import type { MessageKey } from '../../core/messages.js';

/** What the icon is called. */
export const SEVERITY_WORDS = {
  ok: 'severityOk',
  info: 'severityInfo',
  warning: 'severityWarning',
  critical: 'severityCritical',
} as const satisfies Record<Severity, MessageKey>;
