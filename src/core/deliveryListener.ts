import type { RepairAnswer } from '../protocol/repair.js';
import type { UpdateModeError } from './errors.js';

/** What becomes of a report, told to whoever wrote it or goes on with it. */
export interface DeliveryListener {
  sending(): void;
  /** It waits for its next attempt. `error` is null while the device is offline. */
  queued(error: UpdateModeError | null): void;
  /** The server refuses it: trying again alone would not help. */
  refused(error: UpdateModeError): void;
  answered(answer: RepairAnswer): void;
  /** Another tab has seen to it, or it was discarded. */
  gone(): void;
}
