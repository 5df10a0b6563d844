import type { CommitsDelivery } from '../contracts/deliveries';
import { versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { checkCommits, keysToRead } from '../environments';
import type { IssueFact } from '../environments';
import { appendEntry } from '../governance/shell';
import { sha256 } from '../kernel/hash';
import { between, day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { fetchIssues, issuesPerFetch, ok } from '../platform/jira';
import type { JiraIssue, JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { stateAt } from '../triage';
import { deferralsOfIssues } from '../triage/shell';
import { keptOutBy } from './freeze-evidence';

/** A push that is told later is history: what issues say now is not what they said then. */
const news = day;
const mostListed = 50;

/**
 * Checks what was pushed by the rule of its branch, as `holdpoint check-commits` does before the push, and enters in the ledger what
 * breaks it. The push is there already: nothing is refused.
 */
export async function checkPush(
  project: StoredProject,
  payload: CommitsDelivery,
  projects: ReadonlySet<string>,
  now: Instant,
): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind !== 'ok' || between(payload.at, now) > news) return ok(null);
  const { branch } = payload;
  const originals = new Map(payload.commits.map(({ sha, message }) => [sha, message]));
  const pushed = { branch, commits: payload.commits, rules: settings.settings.commits, originals };
  const read = await readNamed(keysToRead(pushed, projects));
  if (read.kind !== 'ok') return read;
  const names = new Map((await versionsOf(project.id)).map(({ id, name }) => [id, name]));
  const deferred = await targetsOf(
    read.value.map(({ id }) => id),
    now,
  );
  const frozen = await keptOutBy(
    project.id,
    settings.settings,
    read.value.map(({ id }) => id),
    now,
  );
  const issues = new Map(
    read.value.map((issue) => [
      issue.key,
      { ...factOf(issue, names), deferredTo: deferred.get(issue.id) ?? null, frozenOutOf: frozen.get(issue.id) ?? null },
    ]),
  );
  const verdict = checkCommits(pushed, { projects, issues });
  const wrong = verdict.commits.filter(({ state }) => state === 'wrong');
  if (wrong.length === 0) return ok(null);
  const fact = {
    ...{ at: now, kind: 'push-broke-rule', subject: `branch:${branch.slice(0, 80)}`, entryKey: `push:${sha256(payload.key)}` },
    ...{ actor: { kind: 'app', rule: verdict.rule } as const, settings: settings.revision },
    body: {
      schema: 1,
      ...{ branch, rule: verdict.rule, commits: verdict.commits.length, wrong: wrong.length },
      which: wrong.slice(0, mostListed).map(({ sha, problems }) => ({ sha, problems: problems.map(({ rule }) => rule) })),
      sentence: `${counted(wrong.length, verdict.commits.length)} to ${branch} ${wrong.length === 1 ? 'breaks' : 'break'} the rule of ${verdict.rule ?? branch}.`,
    },
    evidence: { issues: read.value.map(({ id, key, fields }) => ({ id, key, level: fields.security?.id ?? null })) },
  };
  await appendEntry(
    project.id,
    fact,
    read.value.map(({ id }) => id),
  );
  return ok(null);
}

function counted(wrong: number, all: number): string {
  return all === 1 ? 'The commit' : `${wrong} of ${all} commits`;
}

/** Issues that the app may not see are missing, as those are that are not there. */
async function readNamed(keys: readonly string[]): Promise<JiraOutcome<JiraIssue[]>> {
  const all: JiraIssue[] = [];
  for (let start = 0; start < keys.length; start += issuesPerFetch) {
    const read = await fetchIssues(keys.slice(start, start + issuesPerFetch), []);
    if (read.kind !== 'ok') return read;
    all.push(...read.value);
  }
  return ok(all);
}

/** To which releases these issues are deferred now, by their ids. */
async function targetsOf(issueIds: readonly string[], now: Instant): Promise<Map<string, string>> {
  const active = (await deferralsOfIssues(issueIds)).filter((deferral) => stateAt(deferral, now) === 'approved');
  return new Map(active.map(({ issueId, target }) => [issueId, target.name]));
}

function factOf({ key, fields }: JiraIssue, names: ReadonlyMap<string, string>): IssueFact {
  return {
    ...{ key, summary: fields.summary ?? '', workType: fields.issuetype.name, status: fields.status.name },
    ...{ statusCategory: fields.status.statusCategory.key, resolution: fields.resolutiondate == null ? null : 'Done' },
    fixVersions: fields.fixVersions.flatMap((id) => names.get(id) ?? []),
  };
}
