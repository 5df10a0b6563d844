import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, marks, select } from '../../platform/database';
import type { IssueFacts } from '../differences';

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '');
const stored = z.object({ id: z.string(), issue_key: z.string(), security_level: z.string().nullable(), updated_at: z.string() });
const defectRow = stored.extend({
  project_id: z.string(),
  type_id: z.string(),
  status_id: z.string(),
  status_category: z.string(),
  summary: z.string(),
  severity_raw: text,
  tier: text,
  fix: text,
  affects: text,
});
const ticketRow = stored.extend({ project_id: z.string(), status_name: z.string(), status_category: z.string(), fix: text });

const perQuery = 500;
const versions = (kind: 'fix' | 'affects') =>
  `(SELECT GROUP_CONCAT(v.version_id ORDER BY v.version_id) FROM defect_versions v
    WHERE v.defect_id = d.id AND v.read_at = d.read_at AND v.kind = '${kind}')`;

/** What is stored of issues, defects and release tickets alike, for a comparison; those that count no more are left out. */
export async function factsOf(ids: readonly string[]): Promise<IssueFacts[]> {
  const facts: IssueFacts[] = [];
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const defects = await select(
      defectRow,
      `SELECT d.id, d.issue_key, d.security_level, d.updated_at, d.project_id, d.type_id, d.status_id, d.status_category, d.summary,
       d.severity_raw, d.tier, ${versions('fix')} AS fix, ${versions('affects')} AS affects
       FROM defects d WHERE d.removed = 0 AND d.id IN (${marks(some)})`,
      some,
    );
    const tickets = await select(
      ticketRow,
      `SELECT t.id, t.issue_key, t.security_level, t.updated_at, t.project_id, t.status_name, t.status_category,
       (SELECT GROUP_CONCAT(v.version_id ORDER BY v.version_id) FROM ticket_versions v
        WHERE v.ticket_id = t.id AND v.read_at = t.read_at) AS fix
       FROM release_tickets t WHERE t.removed = 0 AND t.id IN (${marks(some)})`,
      some,
    );
    facts.push(...defects.map(ofDefect), ...tickets.map(ofTicket));
  }
  return facts;
}

function ofDefect(r: z.output<typeof defectRow>): IssueFacts {
  const { severity_raw: severity, tier, summary, fix, affects } = r;
  const fields = {
    severity,
    tier,
    summary,
    fixVersions: fix,
    affects,
    type: r.type_id,
    status: `${r.status_id} ${r.status_category}`,
  };
  return { ...told(r), fields: { ...common(r), ...fields } };
}

function ofTicket(r: z.output<typeof ticketRow>): IssueFacts {
  return { ...told(r), fields: { ...common(r), fixVersions: r.fix, status: `${r.status_name} ${r.status_category}` } };
}

function told(r: z.output<typeof stored>): Omit<IssueFacts, 'fields'> {
  return { id: r.id, key: r.issue_key, level: r.security_level, updatedAt: r.updated_at };
}

function common(r: z.output<typeof stored> & { project_id: string }): Record<string, string> {
  return { key: r.issue_key, project: r.project_id, level: r.security_level ?? '' };
}

/** An issue of the store, and when it was last read. */
export interface StoredIssue {
  readonly id: string;
  readonly tracked: 'defect' | 'release-ticket';
  readonly readAt: Instant;
  /** Jira did not answer it any more when it was last looked at. */
  readonly lost: boolean;
}

const issueRow = z
  .object({ id: z.string(), tracked: z.enum(['defect', 'release-ticket']), read_at: z.string(), lost: integer })
  .transform(({ id, tracked, read_at, lost }): StoredIssue => ({ id, tracked, readAt: read_at, lost: lost === 1 }));

/** Rows of this size keep well below 4 MiB a response. */
const perPage = 20_000;

/** Every defect and release ticket of a project that counts. */
export async function issuesOfProject(projectId: string): Promise<StoredIssue[]> {
  const issues = await select(
    issueRow,
    `SELECT id, 'release-ticket' AS tracked, read_at, 0 AS lost FROM release_tickets WHERE project_id = ? AND removed = 0`,
    [projectId],
  );
  for (let after = ''; ;) {
    const page = await select(
      issueRow,
      `SELECT id, 'defect' AS tracked, read_at, lost FROM defects FORCE INDEX (defects_in_order)
       WHERE project_id = ? AND removed = 0 AND id > ? ORDER BY id LIMIT ${perPage}`,
      [projectId, after],
    );
    issues.push(...page);
    if (page.length < perPage) return issues;
    after = page.at(-1)?.id ?? after;
  }
}

/** When any issue of the project was last changed in Jira, as far as is known; null where none is stored. */
export async function newestUpdate(projectId: string): Promise<Instant | null> {
  const newest = z.object({ at: z.string().nullable() });
  const query = `SELECT MAX(updated_at) AS at FROM (SELECT updated_at FROM defects WHERE project_id = ? AND removed = 0
    UNION ALL SELECT updated_at FROM release_tickets WHERE project_id = ? AND removed = 0) AS issues`;
  return (await select(newest, query, [projectId, projectId]))[0]?.at ?? null;
}
