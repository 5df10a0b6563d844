import { z } from 'zod';
import { severitySchema } from '../screen';
import { envelope, instantSchema, nameSchema, origin } from './envelope';

/** An incident, as it is known now. The newest delivery about it holds. */
export const incidentDeliverySchema = z.object({
  ...envelope,
  ...origin,
  /** E.g. `INC-7`. */
  incident: nameSchema,
  title: nameSchema,
  severity: severitySchema,
  environment: nameSchema,
  startedAt: instantSchema,
  detectedAt: instantSchema.nullable().default(null),
  resolvedAt: instantSchema.nullable().default(null),
  usersAffected: z.number().int().min(0).max(1e12).nullable().default(null),
  /** Key of the Jira issue that stands for it, where there is one. */
  issue: nameSchema.nullable().default(null),
});
export type IncidentDelivery = z.infer<typeof incidentDeliverySchema>;
