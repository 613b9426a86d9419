import type { LinkVisit } from '../../src/core/linkVisit.js';
import type { UpdateModeError } from '../../src/core/errors.js';

/** A visit that writes down what it is told. */
export interface VisitRecorder extends LinkVisit {
  readonly told: readonly string[];
  readonly errors: readonly (UpdateModeError | null)[];
}

export function createVisitRecorder(): VisitRecorder {
  const told: string[] = [];
  const errors: (UpdateModeError | null)[] = [];
  return {
    told,
    errors,
    opening: () => {},
    opened: () => void told.push('opened'),
    tokenRefused: () => void told.push('tokenRefused'),
    succeeded: (linkSessionId) => void told.push(`succeeded ${linkSessionId ?? ''}`.trim()),
    exited({ error, linkSessionId }) {
      told.push(`exited ${linkSessionId ?? ''}`.trim());
      errors.push(error);
    },
    failed(error) {
      told.push(`failed ${error.code}`);
      errors.push(error);
    },
    superseded: () => void told.push('superseded'),
    stopped: () => void told.push('stopped'),
    lost: () => void told.push('lost'),
  };
}
