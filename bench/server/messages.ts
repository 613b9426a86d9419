import * as v from 'valibot';

const ownedSchema = v.object({ userId: v.string(), itemId: v.string(), accessToken: v.string() });

/** What the processes of the bench say to each other. */
/** One address for each server that is measured, so that their connections can be told apart. */
export const upstreamReadySchema = v.object({
  urls: v.object({ ours: v.string(), bare: v.string() }),
  owned: v.array(ownedSchema),
});
export const upstreamOrderSchema = v.object({ latency: v.number() });
/** Open connections to Plaid and Heron. */
export const upstreamStateSchema = v.object({ ours: v.number(), bare: v.number() });

export const subjectStartSchema = v.object({
  name: v.picklist(['ours', 'bare']),
  upstreamUrl: v.string(),
  owned: v.array(ownedSchema),
});
export const subjectReadySchema = v.object({ url: v.string() });

export const subjectStateSchema = v.object({
  /** After a forced collection. */
  heapBytes: v.number(),
  /** Since the process began, in milliseconds. */
  cpuMs: v.number(),
  /** Open connections of browsers. */
  inbound: v.number(),
});

export type SubjectState = v.InferOutput<typeof subjectStateSchema>;

/** Answers each message of the parent process. */
export function answerParent(answer: (message: unknown) => unknown): void {
  process.on('message', (message) => {
    void Promise.resolve(answer(message)).then((reply) => process.send?.(reply));
  });
  // Without its parent nobody would ever end it.
  process.on('disconnect', () => process.exit());
}
