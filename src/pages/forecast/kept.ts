import { z } from 'zod';
import { day } from '../../kernel/instant';
import { readKey, writeFleeting } from '../../platform/key-value';
import { planned } from './facts';
import type { Looked, ReleaseFacts } from './facts';
import { calibrationOf, forecastOf, outlookOf } from './outlook';

/** Figures rest on a day, so that nobody asks for them after it. */
const life = (2 * day) / 1000;
const column = z.array(z.number());
const forecastSchema = z
  .object({ firstDay: z.number(), by: column, clear: column, open: column })
  .transform(({ firstDay, by, clear, open }) => ({
    ...{ firstDay, by: Float64Array.from(by), clear: Float64Array.from(clear), open: Float64Array.from(open) },
  }));
const bin = z.object({ from: z.number(), count: z.number(), said: z.number(), came: z.number() });
const calibrationSchema = z.object({
  found: z
    .object({ count: z.number(), cameTrue: z.number(), brier: z.number(), baseRate: z.number(), bins: z.array(bin).readonly() })
    .nullable(),
});

/**
 * The blockers of a release and when they will be closed. Runs and back-test take most of the time; they are kept under a hash of
 * everything that they rest on: other facts, another day or what another viewer may see have other keys.
 */
export async function lookedAtKept(facts: ReleaseFacts): Promise<Looked> {
  const { blockers, plan } = planned(facts);
  const [past, forecast] = await Promise.all([
    kept(`back-test:${plan.pastStamp}`, calibrationSchema, () => ({ found: calibrationOf(plan) })),
    kept(`forecast:${plan.forecastStamp}`, forecastSchema, () => {
      const { firstDay, by, clear, open } = forecastOf(plan);
      return { firstDay, by: [...by], clear: [...clear], open: [...open] };
    }),
  ]);
  return { blockers, outlook: outlookOf(plan, { forecast, calibration: past.found }) };
}

async function kept<Schema extends z.ZodType>(
  key: string,
  schema: Schema,
  workOut: () => z.input<Schema> & object,
): Promise<z.output<Schema>> {
  const known = schema.safeParse(await readKey(key));
  if (known.success) return known.data;
  const made = workOut();
  await writeFleeting(key, made, life);
  return schema.parse(made);
}
