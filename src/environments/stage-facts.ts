import type { Instant } from '../kernel/instant';
import type { StageFacts } from './behaviour';
import type { Deployment } from './deployments';
import { firstBuildsWith, reachOf } from './reach';
import type { BranchCommit, KnownBuild, Reach } from './reach';
import { stageOf } from './stage';

/** Where a defect was seen last: one for each environment, build and suite. */
export interface SeenPlace {
  readonly environment: string;
  readonly build: string | null;
  /** Empty where it was not a run of tests that saw it. */
  readonly suite: string;
  readonly last: Instant;
}

/** A run of tests of which none failed. */
export interface GreenRun {
  readonly at: Instant;
  readonly environment: string;
  readonly suite: string;
  readonly build: string | null;
}

/** What is known of a project, for all of its defects. */
export interface ProjectFacts {
  readonly stages: readonly { readonly key: string; readonly environments: readonly string[] }[];
  /** Successful ones. */
  readonly builds: readonly KnownBuild[];
  /** Newest first. */
  readonly deployments: readonly Deployment[];
  readonly green: readonly GreenRun[];
}

/** What is known of one defect. */
export interface DefectFacts {
  readonly seen: readonly SeenPlace[];
  /** Commits that name it. */
  readonly commits: readonly BranchCommit[];
  /** The field as it stands. */
  readonly workaround: string | null;
}

/** What facts tell of a defect in each stage, by key; stages of which they tell nothing are left out. */
export function stageFactsOf(defect: DefectFacts, project: ProjectFacts): Record<string, StageFacts> {
  const { stages, builds, deployments, green } = project;
  const inStage = (environment: string, stage: { key: string }) => stageOf(environment, stages)?.key === stage.key;
  const first = defect.commits.length === 0 ? [] : firstBuildsWith(defect.commits, builds);
  const services = new Set(first.map(({ build }) => build.service));
  const places = [...new Set(deployments.filter(({ service }) => services.has(service)).map(({ environment }) => environment))];
  const reached = places.length === 0 ? [] : reachOf(first, builds, deployments, places);
  const suites = new Set(defect.seen.flatMap(({ suite }) => (suite === '' ? [] : [suite])));
  const found: Record<string, StageFacts> = {};
  for (const stage of stages) {
    const seen = newest(
      defect.seen.filter(({ environment }) => inStage(environment, stage)).map(({ last, build }) => ({ at: last, build })),
    );
    const fix = fixIn(reached.filter(({ environment }) => inStage(environment, stage)));
    if (seen === null && fix === null) continue;
    const passed = newest(green.filter(({ suite, environment }) => suites.has(suite) && inStage(environment, stage)));
    found[stage.key] = {
      ...{ seen, fix },
      green: passed === null ? null : { at: passed.at, build: passed.build },
      workaround: usable(defect.workaround),
    };
  }
  return found;
}

/** `none` says that there is no way past it. */
function usable(workaround: string | null): string | null {
  return workaround === null || workaround.toLowerCase() === 'none' ? null : workaround;
}

function fixIn(reached: readonly Reach[]): StageFacts['fix'] {
  const of = (wanted: readonly Reach['state'][]) =>
    newest(
      reached.flatMap(({ state, deployment }) =>
        deployment === null || !wanted.includes(state)
          ? []
          : [{ at: deployment.rolledBack?.at ?? deployment.at, build: deployment.build ?? deployment.version }],
      ),
    );
  const live = of(['live']);
  if (live !== null) return { ...live, state: reached.every(({ state }) => state === 'live') ? 'live' : 'partly' };
  const gone = of(['earlier', 'taken-back']);
  return gone === null ? null : { ...gone, state: 'gone' };
}

function newest<One extends { readonly at: Instant }>(all: readonly One[]): One | null {
  return all.reduce<One | null>((best, one) => (best === null || one.at > best.at ? one : best), null);
}
