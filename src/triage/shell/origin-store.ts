import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { flag, select, write } from '../../platform/database';
import { changeKinds } from '../origin';
import type { Origin } from '../origin';

const row = z
  .object({
    defect_id: z.string(),
    kind: z.enum(['version', ...changeKinds]),
    value: z.string(),
    label: z.string(),
    version_id: z.string().nullable(),
    set_at: z.string(),
    set_by: z.string(),
  })
  .transform((r): StoredOrigin => {
    const change = r.kind === 'version' ? null : { kind: r.kind, value: r.value, label: r.label };
    return { defectId: r.defect_id, change, versionId: r.version_id, setAt: r.set_at, setBy: r.set_by };
  });
const columns = 'defect_id, kind, value, label, version_id, set_at, set_by';

/** Which change or release brought a defect in, as somebody said. */
export interface StoredOrigin extends Origin {
  readonly defectId: string;
  readonly setAt: Instant;
  /** Pseudonym. */
  readonly setBy: string;
}

export async function originOf(defectId: string): Promise<StoredOrigin | null> {
  return (await select(row, `SELECT ${columns} FROM origins WHERE defect_id = ?`, [defectId]))[0] ?? null;
}

/** Keeps an origin; with neither change nor release, forgets it. */
export async function storeOrigin(projectId: string, { defectId, change, versionId, setAt, setBy }: StoredOrigin): Promise<void> {
  if (change === null && versionId === null) {
    await write('DELETE FROM origins WHERE defect_id = ?', [defectId]);
    return;
  }
  const { kind, value, label } = change ?? { kind: 'version', value: versionId ?? '', label: '' };
  await write(
    `INSERT INTO origins (project_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE project_id = VALUES(project_id), kind = VALUES(kind), value = VALUES(value), label = VALUES(label),
     version_id = VALUES(version_id), set_at = VALUES(set_at), set_by = VALUES(set_by)`,
    [projectId, defectId, kind, value.slice(0, 255), label.slice(0, 255), versionId, setAt, setBy],
  );
}

const listed = z
  .object({
    ...{ defect_id: z.string(), kind: z.enum(['version', ...changeKinds]), value: z.string(), label: z.string() },
    ...{ version_id: z.string().nullable(), issue_key: z.string(), open: flag, security_level: z.string().nullable() },
  })
  .transform((r) => ({
    ...{ defectId: r.defect_id, key: r.issue_key, open: r.open, securityLevel: r.security_level, versionId: r.version_id },
    change: r.kind === 'version' ? null : { kind: r.kind, value: r.value, label: r.label },
  }));
const mostListed = 5000;

/** Every defect of a project of which somebody said what brought it in; the newest words where there are very many. */
export function originsOfProject(projectId: string): Promise<z.output<typeof listed>[]> {
  const query = `SELECT o.defect_id, o.kind, o.value, o.label, o.version_id, d.issue_key, d.open, d.security_level
    FROM origins o JOIN defects d ON d.id = o.defect_id WHERE o.project_id = ? AND d.removed = 0 ORDER BY o.set_at DESC LIMIT ${mostListed}`;
  return select(listed, query, [projectId]);
}
