import type { PurposeKind } from '../protocol/purpose.js';
import type { DefinedPurpose } from './purposeDefinition.js';

const KINDS: PurposeKind[] = ['repair', 'renew_consent', 'restore_permissions'];

/** Whether a visit is about the login itself. In one that only adds something, the bank may not be asked at all. */
export function signsIn({ kind }: DefinedPurpose): boolean {
  return KINDS.includes(kind);
}
