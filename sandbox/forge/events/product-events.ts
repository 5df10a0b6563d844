import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ProductEvent } from '../../jira/jira';
import type { Faults } from '../../faults';
import type { Trace } from '../../trace';
import type { AppClock } from '../app-clock';
import { InvocationFailure } from '../backend/invocation-failure';
import type { FunctionCalls } from '../function-calls';
import type { Installation } from '../installation';
import type { Manifest, Trigger } from '../manifest';
import { overLimitMilliseconds, retryWish } from './queue-requests';

/** Time an event takes on its way when nothing goes wrong. */
const ordinaryDelay = 5;
/** A trigger may ask to be called again with an InvocationError this often; one that throws is not called again. */
const mostRetries = 4;

/**
 * avi:jira:failed:expression is documented with a `context` of its own, which every trigger's payload has too; here the app finds the
 * members of both. Which the platform sends is unconfirmed.
 */
const ownContext = z.record(z.string(), z.unknown());

export interface ProductEventOptions {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: AppClock;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly functions: FunctionCalls;
}

/** Brings Jira's and Forge's own events to the triggers that subscribed to them: late, perhaps twice, in no promised order. */
export class ProductEvents {
  /** Deliveries that wait because a trigger asked to be called again. */
  private retries = 0;

  constructor(private readonly options: ProductEventOptions) {}

  publish(event: ProductEvent): void {
    for (const trigger of this.options.manifest.modules.trigger) {
      const subscription = trigger.events.find((candidate) => candidate.eventType === event.eventType);
      if (!subscription) continue;
      const filter = subscription.filter ?? trigger.filter;
      if (filter.expression !== undefined) {
        this.options.trace.add({ kind: 'unmodelled', what: `filter.expression of trigger ${trigger.key}`, status: 501 });
      }
      if (filter.ignoreSelf && event.selfGenerated) continue;
      for (const late of this.options.faults.planDelivery()) this.deliverIn(ordinaryDelay + late, trigger, event, 0, undefined);
    }
  }

  /** Whether a trigger asked to be called again and has not been yet. */
  waitsForRetry(): boolean {
    return this.retries > 0;
  }

  private deliverIn(
    milliseconds: number,
    trigger: Trigger,
    event: ProductEvent,
    retryCount: number,
    retryContext: unknown,
  ): void {
    const at = new Date(this.options.clock.now().getTime() + milliseconds);
    this.options.clock.schedule(at, `${event.eventType} for ${trigger.key}`, () =>
      this.deliver(trigger, event, retryCount, retryContext),
    );
  }

  private async deliver(trigger: Trigger, event: ProductEvent, retryCount: number, retryContext: unknown): Promise<void> {
    const { installation, functions, trace } = this.options;
    const what = `${event.eventType} -> ${trigger.key}`;
    if (retryContext !== undefined) this.retries -= 1;
    try {
      const returned = await functions.call({
        functionKey: trigger.function,
        moduleKey: trigger.key,
        moduleType: 'trigger',
        event: {
          ...event.payload,
          eventType: event.eventType,
          selfGenerated: event.selfGenerated,
          ...(retryContext === undefined ? {} : { retryContext }),
          context: {
            ...ownContext.safeParse(event.payload['context']).data,
            cloudId: installation.cloudId,
            moduleKey: trigger.key,
            userAccess: { enabled: false },
          },
          contextToken: 'sandbox',
        },
        accountId: event.actorAccountId,
        defaultSeconds: 25,
        chain: { pushes: 0 },
      });
      const wish = retryWish(returned);
      trace.add({ kind: 'event', what, status: wish ? 'retry' : 'done' });
      if (!wish || retryCount >= mostRetries) return;
      const context = { retryCount: retryCount + 1, retryReason: wish.reason, retryData: wish.data };
      this.retries += 1;
      this.deliverIn(wish.afterSeconds * 1_000, trigger, event, retryCount + 1, context);
    } catch (error) {
      trace.add({ kind: 'event', what, status: 'failed' });
      const overLimit = error instanceof InvocationFailure && error.kind === 'limit';
      if (!overLimit) return;
      if (retryContext !== undefined) this.retries += 1;
      this.deliverIn(overLimitMilliseconds, trigger, event, retryCount, retryContext);
    }
  }
}

/** The event that an app gets when it is installed (developer.atlassian.com/platform/forge/events-reference/life-cycle). */
export function installedEvent(installation: Installation, installerAccountId: string | null): ProductEvent {
  return {
    eventType: 'avi:forge:installed:app',
    payload: {
      id: installation.installationId,
      ...(installerAccountId === null ? {} : { installerAccountId }),
      app: { id: installation.appId, version: installation.appVersion },
      environment: { id: installation.environmentId },
      eventId: randomUUID(),
    },
    selfGenerated: false,
    actorAccountId: installerAccountId,
  };
}
