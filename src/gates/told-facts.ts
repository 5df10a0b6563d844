import { isShownFixed, liveIn, stageOf } from '../environments';
import type { BehaviourCell, Deployment, StageFacts } from '../environments';
import type { Instant } from '../kernel/instant';
import type { FixedDefect, ReleaseBuild, StageRun, Standing } from './evidence';
import { newestOfServices } from './rules/builds';

/** A stage and what pipelines call it. */
interface NamedStage {
  readonly key: string;
  readonly environments: readonly string[];
}

/** What stands and stood in the stages, newest first. What was taken back, has failed, or is in no stage is left out. */
export function standingsOf(
  deployments: readonly Deployment[],
  stages: readonly NamedStage[],
  release: { readonly name: string; readonly builds: readonly Pick<ReleaseBuild, 'service' | 'build'>[] },
): Standing[] {
  const built = new Set(release.builds.map(({ service, build }) => JSON.stringify([service, build])));
  const environments = [...new Set(deployments.map(({ environment }) => environment))];
  const live = new Set(environments.flatMap((environment) => liveIn(deployments, environment)));
  return deployments.flatMap((deployment): Standing[] => {
    const { service, version, build, commit, at, state, rolledBack, environment } = deployment;
    const stage = stageOf(environment, stages);
    if (stage === null || state !== 'successful' || rolledBack !== null) return [];
    const isRelease = version === null ? built.has(JSON.stringify([service, build])) : version === release.name;
    return [{ stage: stage.key, service, version, build, commit, at, isRelease, live: live.has(deployment) }];
  });
}

/** Runs in the stages. One is green where something passed and nothing failed. */
export function stageRunsOf(
  runs: readonly {
    readonly environment: string;
    readonly service: string;
    readonly suite: string;
    readonly build: string | null;
    readonly at: Instant;
    readonly tally: { readonly passed: number; readonly failed: number; readonly errors: number };
  }[],
  stages: readonly NamedStage[],
): StageRun[] {
  return runs.flatMap(({ environment, service, suite, build, at, tally }): StageRun[] => {
    const stage = stageOf(environment, stages);
    const green = tally.passed > 0 && tally.failed === 0 && tally.errors === 0;
    return stage === null ? [] : [{ stage: stage.key, service, suite, build, at, green }];
  });
}

/** A done defect, with what its cells and the facts behind them say of its fix. */
export function fixedDefectOf(
  { id, severity }: Pick<FixedDefect, 'id' | 'severity'>,
  cells: Iterable<BehaviourCell>,
  facts: Readonly<Record<string, Pick<StageFacts, 'fix'>>>,
): FixedDefect {
  const verified = [...cells].filter(isShownFixed);
  return {
    ...{ id, severity, verifiedIn: verified.map(({ stage }) => stage) },
    liveIn: Object.entries(facts).flatMap(([stage, { fix }]) => (fix?.state === 'live' ? [stage] : [])),
  };
}

/** The builds that a verdict names: the newest one of each service, the newest first. @param builds newest first */
export function judgedBuilds(builds: readonly ReleaseBuild[]): string[] {
  return [...new Set(newestOfServices(builds).map(({ build }) => build))].slice(0, mostJudged);
}

/** So many are published, and no release is made of more services than that. */
const mostJudged = 50;
