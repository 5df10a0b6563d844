import { z } from 'zod';
import type { TestRunDelivery } from '../contracts/deliveries';
import { defectEnds } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { factId, sameCommit } from '../environments';
import type { Fact } from '../environments';
import { factsById, factsOf } from '../environments/shell';
import type { Instant } from '../kernel/instant';
import { fetchIssues, issuesPerFetch, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import type { FailureFacts, FailureGroup, FiledDefect, FingerprintFacts } from '../triage';
import { brokenRunSubject, failuresBySubject, sightingsIn, sightingsOf } from '../triage/shell';
import type { Sighting, StoredFailure } from '../triage/shell';

const runBody = z.object({ run: z.string(), suite: z.string(), service: z.string(), tally: z.object({ tests: z.number() }) });
const buildBody = z.object({ commit: z.string().nullable(), changes: z.array(z.string()), startedAt: z.string().nullable() });
const mentionBody = z.object({ sha: z.string() });

/** A run as its fact tells it. */
interface KnownRun {
  readonly origin: string;
  readonly run: string;
  readonly suite: string;
  readonly service: string;
  readonly environment: string;
  readonly at: Instant;
  readonly sequence: number;
  readonly tests: number;
}

/** Runs looked back on in a suite and environment, and in the whole project. */
const mostRuns = 60;
const mostRunsOfProject = 400;

/** What is known of the suite and environment of a run, and of what it showed. */
export async function failureFacts(
  project: StoredProject,
  payload: TestRunDelivery,
  failures: readonly FailureGroup[],
  notFixed: readonly string[],
): Promise<JiraOutcome<FailureFacts>> {
  const all = (await factsOf(project.id, { kind: 'run' }, mostRunsOfProject)).flatMap(knownRun);
  const here = all
    .filter(({ suite, environment, service }) => isPlace(payload, { suite, environment, service }))
    .slice(0, mostRuns);
  const byOrigin = new Map(here.map((run) => [run.origin, run]));
  const sightings = await sightingsIn(project.id, [...byOrigin.keys()]);
  const shown = failures.map(({ fingerprint }) => fingerprint);
  const subjects = [...new Set([...shown, ...sightings.map(({ subject }) => subject)])];
  const stored = await failuresBySubject(project.id, subjects);
  const ends = await defectEnds([...stored.values()].flatMap(({ issueId }) => issueId ?? []));
  const filed = [...stored.values()].filter(({ issueId }) => issueId !== null).map(({ subject }) => subject);
  const elsewhere = stillSeen(await sightingsOf(project.id, filed, 5000), all, payload);
  const done = shown.flatMap((subject) => doneIssue(stored.get(subject), ends));
  const declined = await closedUnfixed(done, notFixed);
  if (declined.kind !== 'ok') return declined;
  const fingerprints = new Map<string, FingerprintFacts>();
  for (const subject of subjects) {
    const failure = stored.get(subject);
    const defect = failure === undefined ? null : await filedDefect(project.id, failure, ends, declined.value, payload);
    fingerprints.set(subject, {
      state: failure?.state ?? null,
      defect,
      sightings: sightings
        .filter((sighting) => sighting.subject === subject)
        .map(({ origin, times, flaky }) => ({ run: byOrigin.get(origin)?.run ?? '', failed: times - flaky, flaky })),
      seenElsewhere: elsewhere.has(subject),
    });
  }
  return ok({
    runs: here.map(({ run, at, sequence, tests }) => ({ run, at, sequence, tests, complete: true })),
    fingerprints,
    broken: await brokenRuns(project.id, payload),
    builtAt: payload.build === null ? null : await builtAt(project.id, payload.service, payload.build),
  });
}

type Ends = Awaited<ReturnType<typeof defectEnds>>;

function doneIssue(failure: StoredFailure | undefined, ends: Ends): string[] {
  const issueId = failure?.issueId ?? null;
  return issueId === null || (ends.get(issueId)?.doneAt ?? null) === null ? [] : [issueId];
}

/** Which of these issues were closed without a fix, as Jira's own resolution says. */
async function closedUnfixed(ids: readonly string[], notFixed: readonly string[]): Promise<JiraOutcome<ReadonlySet<string>>> {
  const names = new Set(notFixed.map((name) => name.toLowerCase()));
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += issuesPerFetch) {
    const issues = await fetchIssues(ids.slice(from, from + issuesPerFetch), ['resolution']);
    if (issues.kind !== 'ok') return issues;
    for (const { id, fields } of issues.value) if (names.has((fields.resolution?.name ?? '').toLowerCase())) found.add(id);
  }
  return ok(found);
}

type Place = Pick<TestRunDelivery, 'suite' | 'environment' | 'service'>;

function isPlace(one: Place, other: Place): boolean {
  return one.suite === other.suite && one.environment === other.environment && one.service === other.service;
}

/** Names service, suite and environment. */
export function placeOf({ service, suite, environment }: Place): string {
  return factId([service, suite, environment]);
}

function knownRun({ id, at, newness, environment, body }: Fact): KnownRun[] {
  const parsed = runBody.safeParse(body);
  if (!parsed.success) return [];
  const { run, suite, service, tally } = parsed.data;
  const sequence = Number(newness.split(' ')[0]);
  return [{ origin: id, run, suite, service, environment: environment ?? '', at, sequence, tests: tally.tests }];
}

/** Subjects that the newest run of another suite or environment shows. */
function stillSeen(sightings: readonly Sighting[], runs: readonly KnownRun[], here: Place): Set<string> {
  const newest = new Map<string, KnownRun>();
  for (const run of runs) {
    const place = placeOf(run);
    const before = newest.get(place);
    if (before === undefined || before.at < run.at) newest.set(place, run);
  }
  const origins = new Set([...newest.values()].filter((run) => !isPlace(run, here)).map(({ origin }) => origin));
  return new Set(sightings.filter(({ origin }) => origins.has(origin)).map(({ subject }) => subject));
}

async function filedDefect(
  projectId: string,
  { issueId, issueKey, proposedAt }: StoredFailure,
  ends: Ends,
  declined: ReadonlySet<string>,
  { service }: TestRunDelivery,
): Promise<FiledDefect | null> {
  if (issueId === null) return null;
  const end = ends.get(issueId);
  const key = end?.key ?? issueKey ?? issueId;
  // One that the store has not read yet was made a moment ago, and is open.
  const doneAt = end?.doneAt ?? null;
  const fixBuiltAt = doneAt === null ? null : await fixBuilt(projectId, key, service);
  return { issueId, issueKey: key, doneAt, declined: declined.has(issueId), fixBuiltAt, closingProposedAt: proposedAt };
}

/** When the first build was made that has the newest commit which names the defect; null where nobody knows. */
async function fixBuilt(projectId: string, key: string, service: string): Promise<Instant | null> {
  const mentions = await factsById(projectId, 'mention', [factId([key])]);
  const newest = mentions.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const sha = mentionBody.safeParse(newest?.body).data?.sha;
  if (newest === undefined || sha === undefined) return null;
  const builds = await factsOf(projectId, { kind: 'build', since: newest.at }, 300);
  const having = builds.filter(({ body }) => {
    const build = buildBody.extend({ service: z.string() }).safeParse(body).data;
    return (
      build?.service === service &&
      (sameCommit(build.commit ?? '', sha) || build.changes.some((change) => sameCommit(change, sha)))
    );
  });
  return having.map(({ at }) => at).sort()[0] ?? null;
}

async function builtAt(projectId: string, service: string, build: string): Promise<Instant | null> {
  const [found] = await factsById(projectId, 'build', [factId([service, build])]);
  return found === undefined ? null : (buildBody.safeParse(found.body).data?.startedAt ?? found.at);
}

async function brokenRuns(projectId: string, payload: TestRunDelivery): Promise<FailureFacts['broken']> {
  const subject = brokenRunSubject(placeOf(payload));
  const found = (await failuresBySubject(projectId, [subject])).get(subject);
  if (found === undefined) return null;
  const ends = await defectEnds(found.issueId === null ? [] : [found.issueId]);
  return { defect: await filedDefect(projectId, found, ends, new Set(), payload), runs: found.runs };
}
