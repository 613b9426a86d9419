import type { Evidence } from './evidence.js';
import { DONE, NOT_YET, UNKNOWN, type PurposeTruth } from './purposeTruth.js';

/** A document was uploaded during the visit. https://plaid.com/docs/identity/identity-document-upload/ */
export async function judgeDocuments({ plaid, item, before, startedAt }: Evidence): Promise<PurposeTruth> {
  // By the server's clock where it can be: a browser's may be hours off.
  const begin = before ? Date.parse(before.asked_at) : startedAt;
  if (begin === null) return UNKNOWN;
  const answer = await plaid.getUploadTimes(item);
  if (answer.isRefused) return UNKNOWN;
  if (answer.data.some((time) => Date.parse(time ?? '') >= begin)) return DONE;
  return answer.data.includes(null) ? UNKNOWN : NOT_YET;
}
