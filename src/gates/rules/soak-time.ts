import { between, hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { ReleaseBuild, Standing } from '../evidence';
import { newestOfServices } from './builds';
import { rule } from './rule';
import { inSentence, momentWords, nameBefore, noStageBefore } from './stage-before';

/**
 * Hours for which the release must have stood in the stage before without a new S1 or S2. A newer build begins anew, and so does an S1
 * or S2 of the release that is reported, or one of the project that is seen in that stage. A defect without a severity counts as S1.
 */
export const soakTime = rule({
  name: 'soak-time',
  needs: ['deployments', 'builds', 'troubles'],
  describe: (row, context) => ({
    id: 'soak-time',
    title: `Hours in ${nameBefore(context)} without a new S1 or S2`,
    definition: `Since when the newest build of this release has been live in ${nameBefore(context)}, or since the last S1 or S2 of this release was reported or any S1 or S2 was seen there, whichever came later. A defect without a severity counts as S1.`,
    ...{ limit: row.hours, unit: 'hours', atLeast: true, clause: null },
  }),
  find(row, { deployments, builds, troubles }, context) {
    const { previous, now } = context;
    if (previous === null) return noStageBefore(context);
    const here = inSentence(previous);
    const standing = deployments.facts.filter(({ stage, live }) => stage === previous.key && live);
    if (standing.length === 0)
      return { value: null, met: null, reason: `no successful deployment to ${here} was told`, defectIds: [] };
    const live = liveSince(standing, builds.facts);
    if (live.since === null)
      return { value: 0, met: false, reason: `${live.because} in ${here}, so that no time counts`, defectIds: [] };
    const { since } = live;
    const trouble = newestOf(
      troubles.facts.filter(({ stage, at }) => (stage === null || stage === previous.key) && at > since).map(({ at }) => at),
    );
    const from = trouble ?? since;
    const over = plus(from, row.hours * hour);
    const met = over <= now;
    const known =
      trouble === null ? `live in ${here} since ${momentWords(since)}` : `an S1 or S2 came up on ${momentWords(trouble)}`;
    const needed = row.hours === 1 ? '1 hour' : `${row.hours} hours`;
    return {
      ...{ value: Math.max(0, Math.floor(between(from, now) / hour)), met, defectIds: [], restsUntil: met ? null : over },
      reason: met
        ? `${known}${trouble === null ? '' : ' and none since'}, at least ${needed} needed`
        : `${known}; ${needed}${trouble === null ? '' : ' without another'} are needed, which is on ${momentWords(over)}`,
    };
  },
});

/** Since when all of the release is there; or what is not, in words that "in staging" follows. */
type Live = { readonly since: Instant } | { readonly since: null; readonly because: string };

function liveSince(standing: readonly Standing[], builds: readonly ReleaseBuild[]): Live {
  const ofRelease = standing.filter(({ isRelease }) => isRelease);
  const since = newestOf(ofRelease.map(({ at }) => at));
  if (since === null) return { since, because: 'this release is not live' };
  for (const { service, build } of newestOfServices(builds)) {
    const there = ofRelease.find((one) => one.service === service);
    if (there === undefined) return { since: null, because: `build ${build} of ${service} is not live` };
    if (there.build !== null && there.build !== build)
      return { since: null, because: `build ${build} is not live, but build ${there.build} is` };
  }
  return { since };
}

function newestOf(moments: readonly Instant[]): Instant | null {
  return moments.toSorted().at(-1) ?? null;
}
