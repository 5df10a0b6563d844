import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';

const changes = new Queue({ key: 'changes' });

/** What the queue `changes` carries. Every message belongs to a project's lane, in which one runs at a time. */
export interface ChangeMessage {
  readonly kind:
    | 'changed'
    | 'read'
    | 'evaluate'
    | 'look-back'
    | 'tell'
    | 'score'
    | 'write-scores'
    | 'triage'
    | 'duplicates'
    | 'drill'
    | 'move-defects';
  /** `site` for what belongs to no project. */
  readonly projectId: string;
}

/** The longest that a message can be held back, in seconds (docs/platform.md B.4). */
const longestDelay = 900;

/**
 * @param delay seconds to hold the messages back for; no more than 900 of them count
 * @throws an error of @forge/events where the queue takes no more
 */
export async function pushMessages(messages: readonly ChangeMessage[], delay = 0): Promise<void> {
  const perPush = 50;
  for (let start = 0; start < messages.length; start += perPush) {
    const events = messages.slice(start, start + perPush).map((message) => ({
      body: { ...message },
      concurrency: { key: `project-${message.projectId}`, limit: 1 },
      ...(delay > 0 ? { delayInSeconds: Math.min(longestDelay, Math.ceil(delay)) } : {}),
    }));
    await changes.push(events);
  }
}

/** What Forge understands as the wish to be called again. */
export type CallAgain = InvocationError;

/** What a consumer or a trigger returns to be called again. @param seconds 1 to 900 */
export function callAgain(seconds: number): CallAgain {
  return new InvocationError({
    retryAfter: Math.min(900, Math.max(1, seconds)),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
