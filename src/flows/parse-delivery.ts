import {
  buildDeliverySchema,
  commitsDeliverySchema,
  deploymentDeliverySchema,
  genericDeliverySchema,
  incidentDeliverySchema,
  testResultsDeliverySchema,
} from '../contracts/deliveries';
import type { DeliveryType, SightingDelivery, TestRunDelivery } from '../contracts/deliveries';
import { fromGithub, fromGitlab } from '../ingest';
import type { NativeOutcome } from '../ingest';
import type { PlainDelivery } from './delivery-facts';

/** A delivery whose payload is parsed. */
export type Delivery =
  | PlainDelivery
  | { readonly type: 'test-run'; readonly payload: TestRunDelivery }
  | { readonly type: 'sighting'; readonly payload: SightingDelivery };

/** Reads a body by the contract of what it is about. Null where it breaks it. */
export function parseDelivery(type: DeliveryType | 'test-run' | 'sighting' | 'generic', json: unknown): Delivery | null {
  switch (type) {
    case 'build':
      return delivery('build', buildDeliverySchema.safeParse(json).data);
    case 'deployment':
      return delivery('deployment', deploymentDeliverySchema.safeParse(json).data);
    case 'incident':
      return delivery('incident', incidentDeliverySchema.safeParse(json).data);
    case 'commits':
      return delivery('commits', commitsDeliverySchema.safeParse(json).data);
    case 'test-results':
    case 'test-run':
    case 'sighting':
      return results(testResultsDeliverySchema.safeParse(json).data);
    case 'generic':
      return generic(json);
  }
}

function delivery<Type extends Delivery['type'], Payload>(
  type: Type,
  payload: Payload | undefined,
): { type: Type; payload: Payload } | null {
  return payload === undefined ? null : { type, payload };
}

function results(payload: TestRunDelivery | SightingDelivery | undefined): Delivery | null {
  if (payload === undefined) return null;
  return payload.kind === 'run' ? { type: 'test-run', payload } : { type: 'sighting', payload };
}

function generic(json: unknown): Delivery | null {
  const parsed = genericDeliverySchema.safeParse(json).data;
  if (parsed === undefined) return null;
  // The type is told apart from the payload once more by its own contract, which knows nothing of the others.
  const { type, ...payload } = parsed;
  return parseDelivery(type, payload);
}

/** What a webhook of GitHub or GitLab comes to; `ignored` says nothing of interest. */
export type Webhook =
  { readonly kind: 'delivery'; readonly delivery: Delivery } | { readonly kind: 'ignored' } | { readonly kind: 'malformed' };

/** @param key idempotency key, since webhooks carry none of ours @param project key of the source's project */
export function parseWebhook(
  kind: 'github' | 'gitlab',
  json: unknown,
  { event, key, project }: { event: string | null; key: string; project: string },
): Webhook {
  const outcome: NativeOutcome = kind === 'github' ? fromGithub(event, json) : fromGitlab(json);
  if (outcome.kind !== 'delivery') return outcome;
  const { type, payload } = outcome.delivery;
  const parsed = parseDelivery(type, { schema: 1, key, project, ...payload });
  return parsed === null ? { kind: 'malformed' } : { kind: 'delivery', delivery: parsed };
}
