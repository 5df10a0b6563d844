import { z } from 'zod';

/** Bodies of `@forge/events` (events/out/queue.js, events/out/types.d.ts). */
const pushEvent = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(900).optional(),
  concurrency: z.object({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
});
export const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z.array(pushEvent).min(1),
});
export const jobRequest = z.object({ queueName: z.string(), jobId: z.string().min(1) });

export type PushEvent = z.infer<typeof pushEvent>;

/** What a function returns to be called again: an InvocationError of @forge/events (events/out/invocationError.js). */
const retryRequest = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({ retryAfter: z.number().optional(), retryReason: z.string().optional(), retryData: z.unknown().optional() })
    .default({}),
});

export interface RetryWish {
  readonly afterSeconds: number;
  readonly reason: string;
  readonly data: unknown;
}

/** retryAfter is at most 900 s, retryData at most 4 KB (docs/platform.md B.4). */
const longestRetrySeconds = 900;
const largestRetryData = 4 * 1024;

/** The wish to be called again in what a function returned, or null. Throws where its retryData is too large. */
export function retryWish(returned: unknown): RetryWish | null {
  const parsed = retryRequest.safeParse(returned);
  if (!parsed.success) return null;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = parsed.data.retryOptions;
  if (retryData !== undefined && JSON.stringify(retryData).length > largestRetryData) {
    throw new RangeError('retryData has more than 4 KB; the event is not retried.');
  }
  return { afterSeconds: Math.min(longestRetrySeconds, retryAfter), reason: retryReason, data: retryData };
}

/** What meets the limit of invocations a minute is kept and tried again, as Forge does with over-limit events (docs/platform.md B.4). */
export const overLimitMilliseconds = 10_000;
