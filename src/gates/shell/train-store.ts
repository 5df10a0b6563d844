import { z } from 'zod';
import { trainActs } from '../trains';
import type { Train } from '../trains';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const bodySchema = z.object({
  id: z.string(),
  projectId: z.literal(''),
  name: z.string(),
  state: z.enum(['running', 'ended']),
  members: z.array(z.object({ projectId: z.string(), versionId: z.string(), name: z.string() })),
  query: z.string().nullable(),
  events: z.array(z.object({ act: z.enum(trainActs), at: z.string(), who: z.string().nullable() })),
});
/** Belongs to no project. */
type Kept = Train & { readonly projectId: '' };
export type StoredTrain = Stored<Kept>;

export const trainStore = controlStore<Kept>('train', bodySchema, () => ({}));
const most = 200;

/** Trains that have not ended, by their names. */
export async function runningTrains(): Promise<StoredTrain[]> {
  const running = await trainStore.where("state = 'running'", [], most);
  return running.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

export async function trainById(id: string): Promise<StoredTrain | null> {
  return (await trainStore.where('id = ?', [id]))[0] ?? null;
}
