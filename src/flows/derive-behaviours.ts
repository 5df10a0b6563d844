import { defectsById, issuesByKeys, workaroundsOf } from '../defects/shell';
import type { StoredDefect, StoredProject } from '../defects/shell';
import { deploymentsOf, stageFactsOf } from '../environments';
import type { GreenRun, KnownBuild, ProjectFacts, StageFacts } from '../environments';
import {
  commitsNaming,
  defectsWithBehaviour,
  deploymentSteps,
  storedBehaviours,
  storeStageFacts,
  toldBuilds,
  toldCommits,
  toldRuns,
} from '../environments/shell';
import type { ToldCommit } from '../environments/shell';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { readClock } from '../platform/clock';
import { readSettings } from '../settings/shell';
import { failuresBySubject, issueOfSubject, lastSubjects, seenPlacesOf } from '../triage/shell';
import { rescoreDefects } from './rescore';
import { showBehaviours } from './show-behaviours';

/** What is looked at of a project: the newest of each, so that a round takes seconds at most. */
const most = { commits: 2000, sightings: 1000, kept: 1000, steps: 2000, runs: 400, buildPages: 10, buildsPerPage: 40 };
const perQuery = 200;

/**
 * After deliveries: looks at the defects that pipelines spoke of lately, derives how they behave in each stage, and lets the score and the
 * field follow where that changed. Doing it again changes nothing.
 */
export async function deriveAfterDeliveries(project: StoredProject, now: Instant): Promise<void> {
  const commits = await toldCommits(project.id, most.commits);
  const named = await namedDefects(
    project.id,
    commits.flatMap(({ keys }) => keys),
  );
  const seen = await defectsSeen(project.id);
  const kept = await defectsWithBehaviour(project.id, most.kept);
  await deriveBehaviours(project.id, [...new Set([...named, ...seen, ...kept])], now);
}

/**
 * After issues were read: looks at those that are new to the store, because pipelines may have spoken of them before, and at those of
 * which something is known, because their fields may have changed.
 * @param before as they were stored
 */
export async function deriveAfterReading(
  projectId: string,
  before: readonly StoredDefect[],
  ids: readonly string[],
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const kept = await storedBehaviours(ids);
  await deriveBehaviours(
    projectId,
    ids.filter((id) => !known.has(id) || kept.has(id)),
    readClock(),
  );
}

async function defectsSeen(projectId: string): Promise<string[]> {
  const subjects = await lastSubjects(projectId, most.sightings);
  const failures = await failuresBySubject(projectId, subjects);
  return [
    ...subjects.flatMap((subject) => issueOfSubject(subject) ?? []),
    ...[...failures.values()].flatMap(({ issueId }) => issueId ?? []),
  ];
}

async function namedDefects(projectId: string, keys: readonly string[]): Promise<string[]> {
  const all = [...new Set(keys)];
  const found: string[] = [];
  for (let from = 0; from < all.length; from += perQuery)
    for (const { id } of (await issuesByKeys(projectId, all.slice(from, from + perQuery))).values()) found.push(id);
  return found;
}

/** @param ids of issues of the project; those that are no defects are left out */
async function deriveBehaviours(projectId: string, ids: readonly string[], now: Instant): Promise<void> {
  const settings = await readSettings();
  if (settings.kind !== 'ok' || ids.length === 0) return;
  const defects: StoredDefect[] = [];
  const workarounds = new Map<string, string>();
  for (let from = 0; from < ids.length; from += perQuery) {
    const some = ids.slice(from, from + perQuery);
    defects.push(...(await defectsById(some)));
    for (const [id, workaround] of await workaroundsOf(some)) workarounds.set(id, workaround);
  }
  const mine = defects.filter((defect) => defect.projectId === projectId);
  const commits = await commitsOf(
    projectId,
    mine.map(({ key }) => key),
  );
  const seen = await seenPlacesOf(
    projectId,
    mine.map(({ id }) => id),
  );
  const { stages } = settings.settings;
  const nothingTold = commits.size === 0 && seen.size === 0;
  const project = nothingTold
    ? { stages, builds: [], deployments: [], green: [] }
    : await projectFacts(projectId, stages, [...commits.values()].flat());
  const derived = new Map(
    mine.map((defect) => [
      defect.id,
      stageFactsOf(
        {
          seen: seen.get(defect.id) ?? [],
          commits: commits.get(defect.key) ?? [],
          workaround: workarounds.get(defect.id) ?? null,
        },
        project,
      ),
    ]),
  );
  const changed = await storeChanged(projectId, derived, now);
  if (changed.length === 0) return;
  await rescoreDefects(projectId, changed);
  await showBehaviours(changed, now);
}

/** @returns ids of the defects of which facts say something else than before */
async function storeChanged(
  projectId: string,
  derived: ReadonlyMap<string, Record<string, StageFacts>>,
  now: Instant,
): Promise<string[]> {
  const kept = await storedBehaviours([...derived.keys()]);
  const text = (facts: Readonly<Record<string, StageFacts>>) => canonical(plain(facts));
  const changed = new Map([...derived].filter(([id, facts]) => text(facts) !== text(kept.get(id)?.facts ?? {})));
  await storeStageFacts(projectId, changed, now);
  return [...changed.keys()];
}

function plain(facts: Readonly<Record<string, StageFacts>>) {
  return Object.fromEntries(
    Object.entries(facts).map(([stage, { seen, fix, green, workaround }]) => [
      stage,
      {
        seen: seen === null ? null : { ...seen },
        fix: fix === null ? null : { ...fix },
        green: green === null ? null : { ...green },
        workaround,
      },
    ]),
  );
}

/** By the keys of the defects that they name. */
async function commitsOf(projectId: string, keys: readonly string[]): Promise<Map<string, ToldCommit[]>> {
  const found = new Map<string, ToldCommit[]>();
  for (let from = 0; from < keys.length; from += perQuery)
    for (const commit of await commitsNaming(projectId, keys.slice(from, from + perQuery)))
      for (const key of commit.keys) found.set(key, [...(found.get(key) ?? []), commit]);
  return found;
}

async function projectFacts(
  projectId: string,
  stages: ProjectFacts['stages'],
  commits: readonly ToldCommit[],
): Promise<ProjectFacts> {
  const since = commits.map(({ at }) => at).sort()[0];
  const builds = since === undefined ? [] : await buildsSince(projectId, since);
  const steps = await deploymentSteps(projectId, null, most.steps);
  const runs = await toldRuns(projectId, most.runs);
  const green = runs.flatMap(({ at, environment, suite, build, tally }): GreenRun[] =>
    tally.passed > 0 && tally.failed === 0 && tally.errors === 0 ? [{ at, environment, suite, build }] : [],
  );
  return { stages, builds, deployments: deploymentsOf(steps), green };
}

/** A build holds up to 2,000 commits, so they are read a few dozen at a time. */
async function buildsSince(projectId: string, since: Instant): Promise<KnownBuild[]> {
  const found = new Map<string, KnownBuild>();
  const keep = (builds: Awaited<ReturnType<typeof toldBuilds>>) => {
    for (const build of builds) if (build.state === 'successful') found.set(JSON.stringify([build.service, build.build]), build);
  };
  for (let [from, page] = [since, 0]; page < most.buildPages; page += 1) {
    const builds = await toldBuilds(projectId, { since: from, oldestFirst: true }, most.buildsPerPage);
    keep(builds);
    const last = builds.at(-1);
    if (last === undefined || builds.length < most.buildsPerPage || last.at === from) return [...found.values()];
    from = last.at;
  }
  keep(await toldBuilds(projectId, { since }, most.buildsPerPage));
  return [...found.values()];
}
