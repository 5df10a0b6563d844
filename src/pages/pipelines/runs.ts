import type { RunView } from '../../contracts/pipelines';
import { stageOf } from '../../environments';
import type { ToldRun } from '../../environments/shell';
import type { Settings } from '../../settings';

const mostBefore = 9;
const worstFirst: readonly RunView['state'][] = ['failed', 'flaky', 'empty', 'passed'];

/** The newest run of each service, suite and environment with those before it; what failed stands first. @param runs newest first */
export function lastRuns(runs: readonly ToldRun[], stages: Settings['stages']): RunView[] {
  const places = new Map<string, ToldRun[]>();
  for (const run of runs) {
    const place = JSON.stringify([run.service, run.suite, run.environment]);
    const others = places.get(place);
    if (others === undefined) places.set(place, [run]);
    else others.push(run);
  }
  return [...places.values()]
    .flatMap(([newest, ...older]) => (newest === undefined ? [] : [runView(newest, older, stages)]))
    .sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state) || (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

function runView(newest: ToldRun, older: readonly ToldRun[], stages: Settings['stages']): RunView {
  const { suite, service, environment, run, at, version, build, causes } = newest;
  const { tests, failed, errors, flaky, skipped } = newest.tally;
  return {
    ...{ suite, service, environment, run, at, version, build, tests, flaky, skipped, causes },
    ...{ stage: stageOf(environment, stages)?.name ?? null, failed: failed + errors, state: stateOf(newest) },
    before: older.slice(0, mostBefore).map((one) => ({ run: one.run, at: one.at, state: stateOf(one) })),
  };
}

/** A run of no tests proves nothing. */
function stateOf({ tally: { tests, failed, errors, flaky } }: ToldRun): RunView['state'] {
  if (failed + errors > 0) return 'failed';
  if (flaky > 0) return 'flaky';
  return tests === 0 ? 'empty' : 'passed';
}
