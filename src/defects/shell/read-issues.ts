import type { FieldIds } from '../fields';
import { defectHistory, joinsOn, watchedFields } from '../history';
import { toDefect } from '../defect';
import { toReleaseTicket } from '../release-ticket';
import type { ReleaseTicket } from '../release-ticket';
import { trackedAs } from '../work-types';
import type { WorkTypes } from '../work-types';
import { adfText } from '../../kernel/adf-text';
import type { Instant } from '../../kernel/instant';
import { fetchHistories, fetchIssues, ok } from '../../platform/jira';
import type { JiraHistory, JiraIssue, JiraOutcome } from '../../platform/jira';
import { withoutErased } from './erased-people';
import { historiesOf, storedStamps } from './read-defects';
import type { ReadDefect } from './store-defects';

export interface ReadIssues {
  readonly defects: readonly ReadDefect[];
  readonly tickets: readonly ReleaseTicket[];
  /** What people wrote of each defect, by its id. It is compared with others and not stored. */
  readonly texts: ReadonlyMap<string, IssueTexts>;
  /** Ids of issues that exist but are neither. */
  readonly others: readonly string[];
  /** Ids that Jira did not answer: deleted, or hidden from the app. */
  readonly missing: readonly string[];
}

/** Plain text of an issue. */
interface IssueTexts {
  readonly description: string;
  readonly environment: string;
}

/** Characters of a description that are looked at. */
const longestText = 20_000;

function textsOf({ id, fields: { description, environment } }: JiraIssue): [string, IssueTexts] {
  return [id, { description: adfText(description, longestText), environment: adfText(environment, longestText) }];
}

/** Reads up to 100 issues from Jira once and turns them into facts. One point, and one an issue; histories cost more only where more than 40 are new. */
export async function readIssues(ids: readonly string[], types: WorkTypes, fields: FieldIds): Promise<JiraOutcome<ReadIssues>> {
  const fetched = await fetchIssues(
    ids,
    Object.values(fields).filter((id) => id !== null),
  );
  if (fetched.kind !== 'ok') return fetched;
  const tracked = fetched.value.map((issue) => ({ issue, as: trackedAs(types, issue.fields.issuetype.name) }));
  const defects = await withHistories(
    tracked.filter(({ as }) => as === 'defect').map(({ issue }) => issue),
    fields,
  );
  if (defects.kind !== 'ok') return defects;
  const found = new Set(fetched.value.map((issue) => issue.id));
  return ok({
    defects: await withoutErased(defects.value),
    tickets: tracked.filter(({ as }) => as === 'release-ticket').map(({ issue }) => toReleaseTicket(issue)),
    texts: new Map(tracked.filter(({ as }) => as === 'defect').map(({ issue }) => textsOf(issue))),
    others: tracked.filter(({ as }) => as === null).map(({ issue }) => issue.id),
    missing: ids.filter((id) => !found.has(id)),
  });
}

async function withHistories(issues: readonly JiraIssue[], fields: FieldIds): Promise<JiraOutcome<ReadDefect[]>> {
  const cut = issues.filter((issue) => (issue.changelog?.total ?? 1) > (issue.changelog?.histories.length ?? 0));
  const ids = cut.map((issue) => issue.id);
  const updated = new Map((await storedStamps(ids)).map((stamp): [string, Instant] => [stamp.id, stamp.updatedAt]));
  const known = await historiesOf(ids);
  const joined = new Set(ids.filter((id) => known.has(id) && joinsOn(newest(cut, id), updated.get(id) ?? '')));
  const rest = ids.filter((id) => !joined.has(id));
  const whole = rest.length === 0 ? ok(new Map<string, JiraHistory[]>()) : await fetchHistories(rest, watchedFields(fields));
  if (whole.kind !== 'ok') return whole;
  return ok(
    issues.map((issue) => {
      const histories = whole.value.get(issue.id) ?? (rest.includes(issue.id) ? [] : (issue.changelog?.histories ?? []));
      const earlier = joined.has(issue.id) ? known.get(issue.id) : undefined;
      return { defect: toDefect(issue, fields), history: defectHistory(issue, histories, fields, earlier) };
    }),
  );
}

function newest(issues: readonly JiraIssue[], id: string): readonly JiraHistory[] {
  return issues.find((issue) => issue.id === id)?.changelog?.histories ?? [];
}
