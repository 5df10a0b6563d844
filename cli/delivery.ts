import type { DeliveryType } from '../src/contracts/deliveries';
import { sha256 } from '../src/kernel/hash';
import { canonical } from '../src/kernel/json';
import type { Json } from '../src/kernel/json';
import { Misuse } from './command';
import { plain } from './plain-text';

/** What is sent: to which web trigger, and the body as it is signed. */
export interface Delivery {
  readonly type: DeliveryType;
  readonly key: string;
  /** What it is, in words: `build 1874 of SHOP`. */
  readonly what: string;
  readonly body: string;
}

/**
 * The idempotency key: made of what names the thing, so that the same thing told again, by a retried command or a job that starts
 * anew, is the same delivery. The type comes first, for whoever reads a log.
 * @param names e.g. project, run, number of the part
 */
export function keyOf(type: DeliveryType, names: Json): string {
  return `${type}:${sha256(canonical([type, names])).slice(0, 40)}`;
}

/**
 * Makes a delivery of a payload, after a look at it with the very parser that will read it: a mistake is named here, where somebody
 * can correct it, for the web trigger answers with one word.
 * @throws Misuse where the payload would be refused
 */
export async function deliveryOf<Payload extends { readonly key: string }>(
  type: DeliveryType,
  what: string,
  payload: Payload,
): Promise<Delivery> {
  const parsed = (await schemaOf(type)).safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new Misuse(plain(`The ${what} cannot be sent${where === '' ? '' : `: ${where}`}: ${issue?.message ?? 'unreadable'}`));
  }
  return { type, key: payload.key, what, body: JSON.stringify(payload) };
}

async function schemaOf(type: DeliveryType) {
  const schemas = await import('../src/contracts/deliveries');
  switch (type) {
    case 'test-results':
      return schemas.testResultsDeliverySchema;
    case 'deployment':
      return schemas.deploymentDeliverySchema;
    case 'build':
      return schemas.buildDeliverySchema;
    case 'incident':
      return schemas.incidentDeliverySchema;
    case 'commits':
      return schemas.commitsDeliverySchema;
  }
}
