import { z } from 'zod';
import type { Switches } from './switches';

const switchesSchema = z
  .strictObject({
    missingMapKey: z.enum(['null', 'error']),
    validatorFailure: z.enum(['block', 'pass']),
    searchLag: z.number().min(0),
    ignoreSelfCoversAsUser: z.boolean(),
    conditionConfigName: z.enum(['conditionConfig', 'config']),
    sqlJson: z.enum(['text', 'object']),
    workflowUpdate: z.enum(['take', 'warn', 'refuse', 'refuse-unchecked']),
    pointsPerHour: z.number().int().positive(),
    sqlRates: z.boolean(),
    kvsRates: z.boolean(),
  })
  .partial();

/** Sets those switches that `input` names; throws a sentence, and sets none, when it names or values one wrongly. */
export function setSwitches(switches: Switches, input: unknown): void {
  const parsed = switchesSchema.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  Object.assign(switches, parsed.data);
}
