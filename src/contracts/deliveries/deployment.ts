import { z } from 'zod';
import { envelope, nameSchema, origin } from './envelope';

/**
 * One step of a deployment. A deployment starts and finishes; what is deployed is dark until it is exposed; a rollback puts an earlier
 * version back. Each step is told once, in any order.
 */
export const deploymentDeliverySchema = z
  .object({
    ...envelope,
    ...origin,
    /** Names the deployment in its service and environment; its steps share it. */
    deployment: nameSchema,
    /** Name of the environment, e.g. `production`. */
    environment: nameSchema,
    step: z.enum(['start', 'finish', 'expose', 'rollback']),
    /** Of the step `finish`. */
    outcome: z.enum(['successful', 'failed', 'cancelled']).default('successful'),
    /** Of the step `expose`: percentage of users who meet it. */
    exposure: z.number().min(0).max(100).default(100),
    /** Of the step `finish`: whether nobody meets it until it is exposed; null says nothing of it. */
    dark: z.boolean().nullable().default(null),
    /** Of the step `rollback`: the version that was taken back; `version` is the one that is put back. */
    from: nameSchema.nullable().default(null),
    /** Key of the incident that a rollback answers. */
    incident: nameSchema.nullable().default(null),
  })
  .refine(({ version, build, commit }) => version !== null || build !== null || commit !== null, {
    message: 'Say what is deployed: version, build or commit.',
    path: ['version'],
  });
export type DeploymentDelivery = z.infer<typeof deploymentDeliverySchema>;
