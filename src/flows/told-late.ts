import { deploymentsOf } from '../environments';
import { buildsOfReleases, deploymentSteps, toldCommits, toldRuns } from '../environments/shell';
import { stageRunsOf, standingsOf } from '../gates';
import type { Evidence, Judgement, ToldKind } from '../gates';
import type { Settings } from '../settings';
import { mostTold, namingDefects, plainBuild } from './gate-deployments';

type Told = Pick<Evidence, ToldKind>;

/** What pipelines have told of a project by now; what is too much to be looked at whole is left out, and stays as it was known then. */
export interface ToldByNow {
  /** What was so at the moment of a judgement, of the kinds that it rests on, told late or not. */
  at(judgement: Judgement, defects: readonly { readonly id: string; readonly key: string }[]): Told;
}

/** Reads what pipelines told, once for several decisions about one release. */
export async function toldByNow(projectId: string, versionName: string, stages: Settings['stages']): Promise<ToldByNow> {
  const [builds, runs, commits, steps] = await Promise.all([
    buildsOfReleases(projectId, [versionName], mostTold.builds),
    toldRuns(projectId, mostTold.runs),
    toldCommits(projectId, mostTold.commits),
    deploymentSteps(projectId, null, mostTold.steps),
  ]);
  const whole = {
    builds: (builds.get(versionName) ?? []).length < mostTold.builds,
    runs: runs.length < mostTold.runs,
    commits: commits.length < mostTold.commits,
    deployments: steps.length < mostTold.steps,
  };
  return {
    at({ evidence, now }, defects) {
      const by = <Fact extends { readonly at: string }>(facts: readonly Fact[]) => facts.filter(({ at }) => at <= now);
      const ofRelease = by(builds.get(versionName) ?? []);
      const found = {
        builds: () => ofRelease.map(plainBuild),
        runs: () => stageRunsOf(by(runs), stages),
        commits: () => namingDefects(by(commits), defects),
        deployments: () => standingsOf(deploymentsOf(by(steps)), stages, { name: versionName, builds: ofRelease }),
      };
      const { builds: b, runs: r, commits: c, deployments: d } = evidence;
      return {
        ...(b?.kind === 'known' && whole.builds ? { builds: { ...b, facts: found.builds() } } : {}),
        ...(r?.kind === 'known' && whole.runs ? { runs: { ...r, facts: found.runs() } } : {}),
        ...(c?.kind === 'known' && whole.commits ? { commits: { ...c, facts: found.commits() } } : {}),
        ...(d?.kind === 'known' && whole.deployments ? { deployments: { ...d, facts: found.deployments() } } : {}),
      };
    },
  };
}
