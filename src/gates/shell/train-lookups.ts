import { z } from 'zod';
import { day } from '../../kernel/instant';
import { readKey, writeFleeting } from '../../platform/key-value';

const lookupSchema = z.object({
  at: z.string(),
  /** Why its releases stay as they were, a clause; null where they were looked up. */
  problem: z.string().nullable(),
  /** Releases that the query finds in projects that do not ride in the train. */
  elsewhere: z.number(),
});
/** How the query of a train fared when it was looked up the last time. */
export type TrainLookup = z.infer<typeof lookupSchema>;

const keyOf = (trainId: string): string => `train-lookup:${trainId}`;

export async function noteLookup(trainId: string, lookup: TrainLookup): Promise<void> {
  await writeFleeting(keyOf(trainId), lookup, day / 1000);
}

/** Null where it was not looked up in the last day. */
export async function lookupOf(trainId: string): Promise<TrainLookup | null> {
  return lookupSchema
    .nullable()
    .catch(null)
    .parse((await readKey(keyOf(trainId))) ?? null);
}
