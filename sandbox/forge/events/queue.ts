import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Faults } from '../../faults';
import type { Trace } from '../../trace';
import type { AppClock } from '../app-clock';
import { InvocationFailure } from '../backend/invocation-failure';
import type { PlatformReply } from '../backend/wire';
import type { FunctionCalls, Origin } from '../function-calls';
import type { Manifest } from '../manifest';
import { answer } from '../platform-answer';
import { RateWindow } from '../rate-window';
import { ConcurrencySlots } from './concurrency-slots';
import { jobRequest, overLimitMilliseconds, pushRequest, retryWish, type PushEvent } from './queue-requests';

/** developer.atlassian.com/platform/forge/limits-async-events (docs/platform.md B.4). */
const mostEventsInAPush = 50;
const largestPush = 200 * 1024;
const eventsPerMinute = 500;
/** Pushes that may follow from one first invocation. */
const mostPushesInAChain = 1_000;
/** For events of consumers that run longer than 55 s. */
const largestLongEvent = 100 * 1024;
const longConsumerSeconds = 55;
const ordinaryDelay = 5;
/** How often an event is delivered again after its first failure, and the first gap; each further gap is twice as long. */
const mostRetries = 4;
const firstRetrySeconds = 4;
/** Codes of events/out/invocationErrorCode.js. */
const reasons = { 'timed-out': 'FUNCTION_TIME_OUT', failed: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };

interface Job {
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

interface Message extends PushEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly origin: Origin;
  readonly firstTried: Date;
  readonly retry: { readonly count: number; readonly reason: string; readonly data: unknown } | null;
}

export interface QueueOptions {
  readonly manifest: Manifest;
  readonly clock: AppClock;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly functions: FunctionCalls;
}

/** The service behind `@forge/events`: at least once, in no promised order. */
export class Queue {
  private readonly jobs = new Map<string, Job>();
  private readonly perMinute = new RateWindow(eventsPerMinute, 60_000);
  private readonly slots = new ConcurrencySlots();

  constructor(private readonly options: QueueOptions) {}

  push(body: string, origin: Origin): PlatformReply {
    const parsed = pushRequest.safeParse(JSON.parse(body));
    if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
    const { queueName, jobId, payload } = parsed.data;
    const refused = this.refuse(queueName, payload, origin);
    if (refused) return refused;
    this.jobs.set(jobId, { success: 0, inProgress: payload.length, failed: 0, cancelled: false });
    for (const event of payload) this.publish(event, queueName, jobId, origin);
    this.options.trace.add({ kind: 'queue', what: `push ${payload.length} to ${queueName}`, status: 201 });
    return answer(201);
  }

  stats(body: string): PlatformReply {
    const job = this.jobs.get(jobRequest.parse(JSON.parse(body)).jobId);
    return job ? answer(200, { success: job.success, inProgress: job.inProgress, failed: job.failed }) : answer(404);
  }

  cancel(body: string): PlatformReply {
    const job = this.jobs.get(jobRequest.parse(JSON.parse(body)).jobId);
    if (!job) return answer(404);
    job.cancelled = true;
    return answer(204);
  }

  private refuse(queueName: string, payload: readonly PushEvent[], origin: Origin): PlatformReply | null {
    const consumer = this.consumerOf(queueName);
    if (!consumer) return answer(400, { message: `manifest.yml has no consumer of a queue "${queueName}".` });
    const size = Buffer.byteLength(JSON.stringify(payload));
    if (size > largestPush) return answer(413, { errorMessage: `A push has at most 200 KB; this one has ${size} bytes.` });
    const isLong = this.options.functions.timeoutSeconds(consumer.function, longConsumerSeconds) > longConsumerSeconds;
    if (isLong && payload.some((event) => Buffer.byteLength(JSON.stringify(event)) > largestLongEvent)) {
      return answer(413, { errorMessage: 'An event for a consumer that may run longer than 55 s has at most 100 KB.' });
    }
    if (payload.length > mostEventsInAPush) return answer(400, { message: `A push has at most ${mostEventsInAPush} events.` });
    origin.chain.pushes += 1;
    if (origin.chain.pushes > mostPushesInAChain)
      return answer(405, { message: `More than ${mostPushesInAChain} pushes follow from one call.` });
    const allowed = this.perMinute.take(this.options.clock.now().getTime(), payload.length);
    return allowed ? null : answer(429, { message: `More than ${eventsPerMinute} events in a minute.` });
  }

  private publish(event: PushEvent, queueName: string, jobId: string, origin: Origin): void {
    const eventId = randomUUID();
    const message: Message = { ...event, queueName, jobId, eventId, origin, firstTried: this.options.clock.now(), retry: null };
    const deliveries = this.options.faults.planDelivery();
    if (deliveries.length === 0) this.finish(message, 'failed');
    for (const late of deliveries) this.deliverIn((event.delayInSeconds ?? 0) * 1_000 + ordinaryDelay + late, message);
  }

  private deliverIn(milliseconds: number, message: Message): void {
    const at = new Date(this.options.clock.now().getTime() + milliseconds);
    this.options.clock.schedule(at, `message of queue ${message.queueName}`, () => this.deliver(message));
  }

  private async deliver(message: Message): Promise<void> {
    const consumer = this.consumerOf(message.queueName);
    if (!consumer || this.jobs.get(message.jobId)?.cancelled) return this.finish(message, 'failed');
    const { concurrency } = message;
    // A message that finds its slots taken waits its turn; it is not lost from sight, because the holder of the slot is under way.
    if (concurrency && !this.slots.enter(concurrency, () => this.deliverIn(0, message))) return;
    try {
      await this.consume(consumer, message);
    } finally {
      if (concurrency) this.slots.leave(concurrency.key);
    }
  }

  private async consume(consumer: { key: string; function: string }, message: Message): Promise<void> {
    const { functions, trace } = this.options;
    try {
      const returned = await functions.call({
        functionKey: consumer.function,
        moduleKey: consumer.key,
        moduleType: 'consumer',
        event: this.eventOf(message),
        accountId: null,
        defaultSeconds: 55,
        chain: message.origin.chain,
      });
      const wish = retryWish(returned);
      trace.add({ kind: 'queue', what: `deliver ${message.queueName}`, status: wish ? 'retry' : 'done' });
      if (!wish) return this.finish(message, 'success');
      this.retry(message, wish.afterSeconds, wish.reason, wish.data);
    } catch (error) {
      trace.add({ kind: 'queue', what: `deliver ${message.queueName}`, status: 'failed' });
      const kind = error instanceof InvocationFailure ? error.kind : 'failed';
      if (kind === 'limit') return this.deliverIn(overLimitMilliseconds, message);
      this.retry(message, firstRetrySeconds * 2 ** (message.retry?.count ?? 0), reasons[kind], undefined);
    }
  }

  private retry(message: Message, afterSeconds: number, reason: string, data: unknown): void {
    const count = (message.retry?.count ?? 0) + 1;
    if (count > mostRetries) return this.finish(message, 'failed');
    this.deliverIn(afterSeconds * 1_000, { ...message, retry: { count, reason, data } });
  }

  /** The consumer's first argument: AsyncEvent of events/out/types.d.ts. */
  private eventOf({ body, delayInSeconds, concurrency, queueName, jobId, eventId, retry }: Message): unknown {
    return {
      body,
      ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
      ...(concurrency === undefined ? {} : { concurrency }),
      queueName,
      jobId,
      eventId,
      ...(retry ? { retryContext: { retryCount: retry.count, retryReason: retry.reason, retryData: retry.data } } : {}),
    };
  }

  private finish(message: Message, outcome: 'success' | 'failed'): void {
    const job = this.jobs.get(message.jobId);
    if (!job || job.inProgress === 0) return;
    job.inProgress -= 1;
    job[outcome] += 1;
  }

  private consumerOf(queueName: string): { key: string; function: string } | undefined {
    return this.options.manifest.modules.consumer.find((consumer) => consumer.queue === queueName);
  }
}
