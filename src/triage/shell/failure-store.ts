import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { json, marks, select, write } from '../../platform/database';

const states = ['tracked', 'filing', 'filed', 'known', 'broken-run'] as const;

/** What became of a failure. */
export interface StoredFailure {
  /** Its fingerprint; for broken runs, see {@link brokenRunSubject}. */
  readonly subject: string;
  /**
   * `filing` is one whose defect is being made: whoever finds it so looks whether Jira has it already. `broken-run` is one that the
   * defect about a broken run lists.
   */
  readonly state: (typeof states)[number];
  readonly issueId: string | null;
  readonly issueKey: string | null;
  readonly title: string;
  readonly because: string;
  /** Of the defect about broken runs: the runs that it speaks of; else empty. */
  readonly runs: readonly string[];
  readonly changedAt: Instant;
  /** When closing was proposed last. */
  readonly proposedAt: Instant | null;
}

const row = z
  .object({
    subject: z.string(),
    state: z.enum(states),
    issue_id: z.string().nullable(),
    issue_key: z.string().nullable(),
    title: z.string(),
    because: z.string(),
    runs: json(z.array(z.string())).nullable(),
    changed_at: z.string(),
    proposed_at: z.string().nullable(),
  })
  .transform(({ issue_id, issue_key, runs, changed_at, proposed_at, ...rest }): StoredFailure => ({
    ...rest,
    issueId: issue_id,
    issueKey: issue_key,
    runs: runs ?? [],
    changedAt: changed_at,
    proposedAt: proposed_at,
  }));
const columns = 'subject, state, issue_id, issue_key, title, because, runs, changed_at, proposed_at';

/** Keeps what became of a failure; only the project's own lane writes here. */
export async function storeFailure(projectId: string, failure: StoredFailure): Promise<void> {
  const settable = ['state', 'issue_id', 'issue_key', 'title', 'because', 'runs', 'changed_at', 'proposed_at'];
  await write(
    `INSERT INTO failures (project_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE ${settable.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
    [
      ...[projectId, failure.subject, failure.state, failure.issueId, failure.issueKey, failure.title.slice(0, 300)],
      ...[failure.because.slice(0, 500), runsText(failure), failure.changedAt, failure.proposedAt],
    ],
  );
}

const mostRuns = 200;

function runsText({ runs }: StoredFailure): string | null {
  return runs.length === 0 ? null : JSON.stringify(runs.slice(-mostRuns));
}

/** The subject of the defect about broken runs. @param place what names service, suite and environment */
export function brokenRunSubject(place: string): string {
  return `run:${place}`;
}

export async function failuresBySubject(projectId: string, subjects: readonly string[]): Promise<Map<string, StoredFailure>> {
  const found = new Map<string, StoredFailure>();
  for (let start = 0; start < subjects.length; start += 300) {
    const some = subjects.slice(start, start + 300);
    const query = `SELECT ${columns} FROM failures WHERE project_id = ? AND subject IN (${marks(some)})`;
    for (const failure of await select(row, query, [projectId, ...some])) found.set(failure.subject, failure);
  }
  return found;
}

/** Failures of which defects were made. @param issueIds ids of issues */
export async function failuresOfIssues(projectId: string, issueIds: readonly string[]): Promise<StoredFailure[]> {
  if (issueIds.length === 0) return [];
  return select(row, `SELECT ${columns} FROM failures WHERE project_id = ? AND issue_id IN (${marks(issueIds)})`, [
    projectId,
    ...issueIds,
  ]);
}

/** The failures that changed last. */
export function latestFailures(projectId: string, most: number): Promise<StoredFailure[]> {
  return select(row, `SELECT ${columns} FROM failures WHERE project_id = ? ORDER BY changed_at DESC LIMIT ${most}`, [projectId]);
}
