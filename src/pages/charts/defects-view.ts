import type { ChartDefectsView } from '../../contracts/chart-defects';
import type { StoredDefect } from '../../defects/shell';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { maySee } from '../access';
import type { Access } from '../access';

interface Facts {
  readonly projectId: string;
  readonly ids: readonly string[];
  readonly stored: readonly StoredDefect[];
  readonly access: Access;
  readonly now: Instant;
}

/** The defects asked for that are of the project and that the viewer may see. */
export function chartDefectsView({ projectId, ids, stored, access, now }: Facts): ChartDefectsView {
  const visible = stored.filter((one) => one.projectId === projectId && maySee(access, one.securityLevel));
  const byId = new Map(visible.map((one) => [one.id, one]));
  const rows = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  return {
    rows: rows.map(({ id, key, summary, severity, status, open, createdAt }) => ({
      ...{ id, key, summary, severity, status, open },
      ageDays: Math.max(0, between(createdAt, now) / day),
    })),
    missing: new Set(ids).size - rows.length,
  };
}
