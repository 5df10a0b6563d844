import { z } from 'zod';
import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { deploymentsOf } from '../../environments';
import { commitsNaming, deploymentSteps, factsById, toldBuilds } from '../../environments/shell';
import type { ToldCommit } from '../../environments/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { defectSubject, failuresOfIssues, sightingPlaces, sightingsOf, sightingTotals } from '../../triage/shell';
import type { Access } from '../access';
import { shown } from '../answer';
import { mostSteps } from '../deployments/read';
import { visibleKeys } from '../deployments/visible-keys';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { defectTrailView } from './view-model';

/** Builds since the first commit, and the newest ones; places where a failure was seen; sightings that are shown. */
const most = { firstBuilds: 60, lastBuilds: 40, places: 500, latest: 5 };

export async function defectTrail(
  { issueId }: BridgeRequest<'defectTrail'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'defectTrail'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, project, access } = opened;
  const failures = (await failuresOfIssues(project.id, [issueId])).slice(0, 20);
  const subjects = [defectSubject(issueId), ...failures.map(({ subject }) => subject)];
  const [places, totals, latest, commits, settings] = await Promise.all([
    sightingPlaces(project.id, subjects, most.places),
    sightingTotals(project.id, subjects),
    sightingsOf(project.id, subjects, most.latest),
    commitsNaming(project.id, [defect.key]),
    readSettings(),
  ]);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(
    defectTrailView({
      ...{ failures, places, totals: [...totals.values()], latest, commits, stages, now: viewer.now },
      runs: await runNames(
        project.id,
        latest.map(({ origin }) => origin),
      ),
      visibleKeys: await othersInSight(project.id, defect.key, commits, access),
      ...(await builtAndDeployed(project.id, commits)),
    }),
  );
}

/** Most commits name their own defect alone, and then nothing has to be asked. */
async function othersInSight(
  projectId: string,
  own: string,
  commits: readonly ToldCommit[],
  access: Access,
): Promise<Set<string>> {
  const others = commits.flatMap(({ keys }) => keys).filter((key) => key !== own);
  return new Set([own, ...(others.length === 0 ? [] : await visibleKeys(projectId, others, access))]);
}

async function runNames(projectId: string, origins: readonly string[]): Promise<Map<string, string>> {
  const named = z.object({ run: z.string() });
  const facts = await factsById(projectId, 'run', origins);
  return new Map(
    facts.flatMap(({ id, body }) => {
      const run = named.safeParse(body);
      return run.success ? [[id, run.data.run] as const] : [];
    }),
  );
}

/** Nothing was built or deployed of a fix that nobody committed. */
async function builtAndDeployed(projectId: string, commits: readonly ToldCommit[]) {
  const since = commits.at(-1)?.at;
  if (since === undefined) return { builds: [], deployments: [] };
  const [first, last, steps] = await Promise.all([
    toldBuilds(projectId, { since, oldestFirst: true }, most.firstBuilds),
    toldBuilds(projectId, { since }, most.lastBuilds),
    deploymentSteps(projectId, null, mostSteps),
  ]);
  const seen = new Set(first.map(({ service, build }) => JSON.stringify([service, build])));
  const builds = [...first, ...last.filter(({ service, build }) => !seen.has(JSON.stringify([service, build])))];
  return { builds: builds.filter(({ state }) => state === 'successful'), deployments: deploymentsOf(steps) };
}
