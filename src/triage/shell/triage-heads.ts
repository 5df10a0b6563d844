import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { flag, select } from '../../platform/database';
import { clockSteps } from '../clocks';
import type { ClockStep } from '../clocks';

const row = z.object({
  defect_id: z.string(),
  started_at: z.string(),
  state: z.enum(['waiting', 'stands', 'lapsed', 'replaced']),
  step: z.enum(clockSteps),
  waited: flag,
  ended_at: z.string().nullable(),
});

/** The little of a round that says whether its clock runs. */
export interface RoundHead {
  readonly startedAt: Instant;
  readonly state: 'waiting' | 'stands' | 'lapsed' | 'replaced';
  readonly step: ClockStep;
  readonly waited: boolean;
  readonly endedAt: Instant | null;
}

/** In the order of the index nothing has to be sorted; a page keeps well below 4 MiB a response. */
const perPage = 5000;

/** The newest round of every defect of a project that had any. */
export async function roundHeads(projectId: string): Promise<Map<string, RoundHead>> {
  const found = new Map<string, RoundHead>();
  let [lastStart, lastDefect] = ['', ''];
  for (;;) {
    const rows = await select(
      row,
      `SELECT defect_id, started_at, state, step, waited, ended_at FROM triage_decisions
       WHERE project_id = ? AND (started_at > ? OR (started_at = ? AND defect_id > ?)) ORDER BY started_at, defect_id LIMIT ${perPage}`,
      [projectId, lastStart, lastStart, lastDefect],
    );
    for (const { defect_id, started_at, ended_at, ...rest } of rows)
      found.set(defect_id, { ...rest, startedAt: started_at, endedAt: ended_at });
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return found;
    [lastStart, lastDefect] = [last.started_at, last.defect_id];
  }
}
