import { z } from 'zod';
import { buildDeliverySchema } from './build';
import { commitsDeliverySchema } from './commits';
import { deploymentDeliverySchema } from './deployment';
import { incidentDeliverySchema } from './incident';
import { sightingDeliverySchema, testRunSchema } from './test-results';

export type { BuildDelivery } from './build';
export type { CommitsDelivery } from './commits';
export type { DeploymentDelivery } from './deployment';
export type { IncidentDelivery } from './incident';
export type { FailedTest, SightingDelivery, TestRunDelivery } from './test-results';
export { buildDeliverySchema } from './build';
export { commitsDeliverySchema } from './commits';
export { deploymentDeliverySchema } from './deployment';
export { incidentDeliverySchema } from './incident';
export { testResultsDeliverySchema } from './test-results';

/** What a delivery is about: the keys of our own web triggers. */
export const deliveryTypes = ['test-results', 'deployment', 'build', 'incident', 'commits'] as const;
export type DeliveryType = (typeof deliveryTypes)[number];

/** A delivery that says itself what it is about, for senders that know one address only: the web trigger `generic`. */
export const genericDeliverySchema = z.discriminatedUnion('type', [
  testRunSchema.safeExtend({ type: z.literal('test-run') }),
  sightingDeliverySchema.extend({ type: z.literal('sighting') }),
  deploymentDeliverySchema.safeExtend({ type: z.literal('deployment') }),
  buildDeliverySchema.extend({ type: z.literal('build') }),
  incidentDeliverySchema.extend({ type: z.literal('incident') }),
  commitsDeliverySchema.extend({ type: z.literal('commits') }),
]);

/** The most that a body may have, in bytes. Larger reports come in parts. */
export const mostBytes = 400 * 1024;
/** How long a nonce is remembered, in seconds: twice the five minutes by which a sender's clock may be off. */
export const nonceSeconds = 600;

/** What a web trigger that takes deliveries answers, by key of its declared output. */
export const deliveryOutputs = [
  'accepted',
  'duplicate',
  'malformed',
  'unauthorized',
  'too-large',
  'busy',
  'unavailable',
] as const;
export type DeliveryOutput = (typeof deliveryOutputs)[number];
export const gateOutputs = ['open', 'rollback', 'held', 'unknown', 'malformed', 'unauthorized', 'busy'] as const;
export type GateOutput = (typeof gateOutputs)[number];
