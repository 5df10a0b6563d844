import type { Instant } from '../../kernel/instant';
import type { ReleaseBuild, ReleaseCommit, StageRun } from '../evidence';
import { newestOfServices, severalServices } from './builds';
import { rule } from './rule';
import { inSentence, momentWords, nameBefore, noStageBefore } from './stage-before';

/**
 * Nothing of the release may have changed since it ran green in the stage before: of each service the build that would ship is the one
 * that ran green there last, and no commit that names a defect of the release came after it.
 */
export const changeSince = rule({
  name: 'change-since',
  needs: ['builds', 'runs', 'commits'],
  describe: (_row, context) => ({
    id: 'change-since',
    title: `Changes since it ran green in ${nameBefore(context)}`,
    definition: `What was built or committed for this release after its last green run in ${nameBefore(context)}. A build ran green there where the newest run of each suite that ran on it has passed; a commit counts where it names a defect of this release and is on the branch of the build.`,
    ...{ limit: 0, unit: 'items', atLeast: false, clause: null },
  }),
  find(_row, { builds, runs, commits }, context) {
    const { previous } = context;
    if (previous === null) return noStageBefore(context);
    const here = inSentence(previous);
    const unknown = (reason: string) => ({ value: null, met: null, reason, defectIds: [] });
    if (builds.facts.length === 0) return unknown('no successful build of this release was told');
    const ranHere = runs.facts.filter(({ stage }) => stage === previous.key);
    if (ranHere.length === 0) return unknown(`no run of tests in ${here} was told`);
    const found = newestOfServices(builds.facts).map((newest) => sinceVerified(newest, builds.facts, ranHere, commits.facts));
    const named = severalServices(builds.facts);
    const changed = found.filter(({ changes }) => changes > 0);
    const value = changed.reduce((sum, { changes }) => sum + changes, 0);
    const first = changed[0];
    return {
      ...{ value, met: value === 0, defectIds: [...new Set(changed.flatMap(({ defectIds }) => defectIds))] },
      reason: first === undefined ? nothingChanged(found, here) : whatChanged(first, here, named),
    };
  },
});

interface Since {
  readonly newest: ReleaseBuild;
  /** The newest build of its service that ran green, and when; null where none has. */
  readonly verified: { readonly build: ReleaseBuild; readonly at: Instant } | null;
  /** Commits that came since; at least 1 where a newer build did. */
  readonly changes: number;
  readonly defectIds: readonly string[];
}

function sinceVerified(
  newest: ReleaseBuild,
  builds: readonly ReleaseBuild[],
  runs: readonly StageRun[],
  commits: readonly ReleaseCommit[],
): Since {
  const ofService = builds.filter(({ service }) => service === newest.service);
  const at = ofService.findIndex((build) => greenSince(build, runs) !== null);
  const build = ofService[at];
  const verified = build === undefined ? null : { build, at: greenSince(build, runs) ?? build.at };
  const newer = build === undefined ? ofService : ofService.slice(0, at);
  const built = newer.reduce((sum, { changes }) => sum + changes, 0);
  const onBranch = commits.filter(({ branch }) => newest.branch === null || branch === newest.branch);
  const unbuilt = onBranch.filter((commit) => commit.at > newest.at);
  const since = onBranch.filter((commit) => build === undefined || commit.at > build.at);
  const changes = (newer.length === 0 ? 0 : Math.max(built, newer.length)) + unbuilt.length;
  return { newest, verified, changes, defectIds: changes === 0 ? [] : since.flatMap(({ defectIds }) => defectIds) };
}

/** When the newest run of the last suite passed on a build; null where a suite failed there last, or none has run. */
function greenSince({ service, build }: ReleaseBuild, runs: readonly StageRun[]): Instant | null {
  const last = new Map<string, StageRun>();
  for (const run of runs) {
    if (run.build !== build || (run.service !== service && run.service !== anyService)) continue;
    const other = last.get(run.suite);
    if (other === undefined || run.at > other.at) last.set(run.suite, run);
  }
  const all = [...last.values()];
  if (all.some(({ green }) => !green)) return null;
  return (
    all
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null
  );
}

/** What pipelines are called that name no service. */
const anyService = 'default';

function nothingChanged(found: readonly Since[], here: string): string {
  const first = found[0]?.verified ?? null;
  if (found.length !== 1 || first === null) return `nothing has changed since all builds ran green in ${here}`;
  return `nothing has changed since build ${first.build.build} ran green in ${here} on ${momentWords(first.at)}`;
}

function whatChanged({ newest, verified, changes }: Since, here: string, named: boolean): string {
  const of = named ? ` of ${newest.service}` : '';
  const count = changes === 1 ? '1 change' : `${changes} changes`;
  if (verified === null) return `no build${of} has run green in ${here}; the newest is ${newest.build}`;
  if (verified.build.build === newest.build) return `${count} came after build ${newest.build}${of} ran green in ${here}`;
  return `build ${newest.build}${of} has not run green in ${here}: ${count} came after build ${verified.build.build}, which did`;
}
