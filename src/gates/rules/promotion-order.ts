import type { Passage, ReleaseBuild, Standing } from '../evidence';
import type { Stage } from '../policy';
import { newestOfServices, severalServices } from './builds';
import type { Context } from './rule';
import { rule } from './rule';
import { inSentence, momentWords, noStageBefore } from './stage-before';

/**
 * A release enters a stage only from one before it: the nearest to which anything of the project was ever deployed; where nothing was,
 * the nearest into which a guarded transition of release tickets leads. A project that tells of neither is not locked out: there is
 * nothing that it could show.
 */
export const promotionOrder = rule({
  name: 'promotion-order',
  needs: ['deployments', 'builds', 'passage'],
  describe: (_row, { stage }) => ({
    id: 'promotion-order',
    title: `Services that skipped the stage before ${stage.name}`,
    definition: `The release must have stood in the nearest stage before ${stage.name} that this project deploys to: deployed there successfully and not rolled back, each service with the build that would ship. Where no deployment was ever told, its release ticket must have passed the transition into the nearest guarded stage. Where neither is told, nothing is asked.`,
    ...{ limit: 0, unit: 'items', atLeast: false, clause: null },
  }),
  find(_row, { deployments, builds, passage }, context) {
    if (context.previous === null) return noStageBefore(context);
    const used = nearest(context, (key) => deployments.facts.some(({ stage }) => stage === key));
    if (used !== null) return stoodIn(used, deployments.facts, builds.facts);
    const guarded = nearest(context, (key) => passage.facts.guarded.includes(key));
    if (guarded !== null) return passedBy(guarded, passage.facts);
    const reason = 'no deployment was told and no transition of release tickets is guarded, so that nothing can be asked';
    return { value: 0, met: true, reason, defectIds: [] };
  },
});

/** The nearest of the stages before of which this is true. */
function nearest({ policy, stage }: Context, is: (key: string) => boolean): Stage | null {
  const before = policy.stages.slice(
    0,
    policy.stages.findIndex(({ key }) => key === stage.key),
  );
  return before.findLast(({ key }) => is(key)) ?? null;
}

function stoodIn(stage: Stage, standings: readonly Standing[], builds: readonly ReleaseBuild[]) {
  const here = inSentence(stage);
  const ofRelease = standings.filter((one) => one.stage === stage.key && one.isRelease);
  const last = ofRelease
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined)
    return {
      value: 1,
      met: false,
      reason: `this release was never deployed to ${here}, or was rolled back there`,
      defectIds: [],
    };
  const stood = ({ service, build }: ReleaseBuild) =>
    ofRelease.some((one) => one.service === service && (one.build === null || one.build === build));
  const newest = newestOfServices(builds);
  const missing = newest.filter((build) => !stood(build));
  const [first] = missing;
  const of = severalServices(newest) ? ` of ${first?.service ?? ''}` : '';
  return {
    ...{ value: missing.length, met: first === undefined, defectIds: [] },
    reason:
      first === undefined
        ? `it stood in ${here}, the last time from ${momentWords(last)}`
        : `build ${first.build}${of} never stood in ${here}`,
  };
}

function passedBy(stage: Stage, { passed, tickets }: Passage) {
  const here = inSentence(stage);
  const met = passed.includes(stage.key);
  const lacking = tickets === 0 ? 'it has no release ticket' : `its release ticket has not passed the transition into ${here}`;
  const reason = met ? `its release ticket has passed the transition into ${here}` : `${lacking}, and no deployment was told`;
  return { value: met ? 0 : 1, met, reason, defectIds: [] };
}
