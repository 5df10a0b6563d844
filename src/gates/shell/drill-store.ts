import { z } from 'zod';
import { drillActs, drillStates } from '../stop-line';
import type { Drill } from '../stop-line';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = { name: z.string() };
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: z.object({ id: z.string(), ...named }),
  stage: z.object({ key: z.string(), ...named }),
  stages: z.array(z.string()),
  state: z.enum(drillStates),
  events: z.array(z.object({ act: z.enum(drillActs), at: z.string(), who: z.string().nullable(), because: z.string() })),
});
export type StoredDrill = Stored<Drill>;

export const drillStore = controlStore<Drill>('drill', bodySchema, ({ version }) => ({ versionId: version.id }));

/** All of a release, in the order in which they were started. */
export function drillsOf(versionId: string): Promise<StoredDrill[]> {
  return drillStore.where('version_id = ?', [versionId]);
}

/** Those that are not over, or of which the ledger lacks something. @param projectId null for every project */
export function drillsToAdvance(projectId: string | null): Promise<StoredDrill[]> {
  const open = "(state = 'running' OR entered < revision)";
  return projectId === null ? drillStore.where(open, []) : drillStore.where(`project_id = ? AND ${open}`, [projectId]);
}
