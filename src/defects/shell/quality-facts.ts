import { z } from 'zod';
import { plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { flag, marks, select } from '../../platform/database';
import { clockTolerance } from '../quality';
import type { QualityFacts, QualitySpan } from '../quality';

/** A defect as the checks of data quality read it. */
export interface QualityDefect extends QualityFacts {
  readonly id: string;
  readonly key: string;
  readonly securityLevel: string | null;
}

const row = z.object({
  id: z.string(),
  issue_key: z.string(),
  status_id: z.string(),
  status_since: z.string().nullable(),
  open: flag,
  severity_raw: z.string().nullable(),
  severity: z.enum(severities).nullable().catch(null),
  tier: z.string().nullable(),
  security_level: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  resolved_at: z.string().nullable(),
  lost: flag,
});
const columns = [
  ...['id', 'issue_key', 'status_id', 'open', 'severity_raw', 'severity', 'tier', 'security_level'],
  ...['created_at', 'updated_at', 'resolved_at', 'lost'],
]
  .map((column) => `d.${column}`)
  .join(', ');
/** The status that a defect has now, whose beginning is when it took it. */
const lastStatus = `LEFT JOIN spans l ON l.defect_id = d.id AND l.read_at = d.read_at AND l.kind = 'status' AND l.to_at IS NULL`;

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 2000;

/**
 * Some of the defects of a project, in the order of their ids, open or not, with those of their spans that a check can object to.
 * @param after id of the last one of the page before; empty for the first page
 * @returns fewer than asked for, perhaps none, only at the end; `next` is null there
 */
export async function qualityFacts(
  projectId: string,
  after: string,
  now: Instant,
): Promise<{ defects: QualityDefect[]; next: string | null }> {
  const query = `SELECT ${columns}, l.from_at AS status_since FROM defects d ${lastStatus}
    WHERE d.project_id = ? AND d.removed = 0 AND d.id > ? ORDER BY d.id LIMIT ${perPage}`;
  const rows = await select(row, query, [projectId, after]);
  const last = rows.length < perPage ? null : (rows.at(-1)?.id ?? null);
  const spans = rows.length === 0 ? new Map<string, QualitySpan[]>() : await suspectSpans(projectId, after, last, now);
  const defects = rows.map((r) => ({
    ...{ id: r.id, key: r.issue_key, open: r.open, statusId: r.status_id, statusSince: r.status_since },
    ...{ severityRaw: r.severity_raw, severity: r.severity, tier: r.tier, securityLevel: r.security_level },
    ...{ createdAt: r.created_at, updatedAt: r.updated_at, resolvedAt: r.resolved_at, lost: r.lost },
    spans: spans.get(r.id) ?? [],
  }));
  return { defects, next: last };
}

const spanRow = z.object({
  defect_id: z.string(),
  kind: z.enum(['status', 'severity', 'fix']),
  value: z.string().nullable(),
  label: z.string().nullable(),
  from_at: z.string(),
  to_at: z.string().nullable(),
});
/** More than that of one page would not fit a response; what is left out is then not doubted. */
const mostSpans = 20_000;

/**
 * Spans that begin or end after their defect was done, lie in the future or before the creation, or name a status that the site does
 * not know: a little more than the checks will object to, and very much less than all.
 */
async function suspectSpans(
  projectId: string,
  after: string,
  last: string | null,
  now: Instant,
): Promise<Map<string, QualitySpan[]>> {
  const doneAt = 'COALESCE(d.resolved_at, l.from_at)';
  const query = `SELECT s.defect_id, s.kind, s.value, s.label, s.from_at, s.to_at FROM defects d ${lastStatus}
    JOIN spans s ON s.defect_id = d.id AND s.read_at = d.read_at AND s.kind IN ('status', 'severity', 'fix')
    LEFT JOIN statuses t ON s.kind = 'status' AND t.id = s.value
    WHERE d.project_id = ? AND d.removed = 0 AND d.id > ? ${last === null ? '' : 'AND d.id <= ?'} AND
    (d.open = 0 AND (s.from_at > ${doneAt} OR s.kind = 'fix' AND s.to_at > ${doneAt}) OR s.from_at > ? OR s.from_at < d.created_at OR
     s.kind = 'status' AND COALESCE(t.category, 'undefined') = 'undefined')
    LIMIT ${mostSpans}`;
  const values = [projectId, after, ...(last === null ? [] : [last]), plus(now, clockTolerance)];
  const found = new Map<string, QualitySpan[]>();
  for (const r of await select(spanRow, query, values)) {
    const spans = found.get(r.defect_id) ?? [];
    spans.push({ kind: r.kind, value: r.value, label: r.label, from: r.from_at, to: r.to_at });
    found.set(r.defect_id, spans);
  }
  for (const spans of found.values()) spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return found;
}

const summariesPerQuery = 500;

/** Summaries of stored defects by id. */
export async function summariesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < ids.length; start += summariesPerQuery) {
    const some = ids.slice(start, start + summariesPerQuery);
    const query = `SELECT id, summary FROM defects WHERE removed = 0 AND id IN (${marks(some)})`;
    for (const r of await select(z.object({ id: z.string(), summary: z.string() }), query, some)) found.set(r.id, r.summary);
  }
  return found;
}
