import { versionOrder } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { buildsOfReleases } from '../../environments/shell';
import { holdCauses, releaseBefore, releasedAt } from '../../gates';
import type { StepAct } from '../../gates';
import { checksOf, holdsOfReleases } from '../../gates/shell';
import { analysisStepsOf } from '../../governance/shell';
import { between, day, plus } from '../../kernel/instant';
import { inReleaseOrder } from '../../triage';
import type { KnownWaits } from './expected-hours';
import { holdingOf, windowDays } from './asked';
import type { Asked } from './asked';
import { fixWaits } from './read-fix-waits';
import { analysisWaits, askedAt, checkOfCondition, checkWaits, holdWaits, submittedAt, waitsOf } from './waits';
import type { ToldAt, Wait } from './waits';

const most = { releases: 100, builds: 30 };

/** How long things waited of which some hold the gate now; what does not hold it is not looked up. */
export async function waitsFor(asked: Asked): Promise<KnownWaits[]> {
  const holding = new Set(holdingOf(asked.verdict).map(({ rule }) => rule));
  const found = await Promise.all([
    holding.has('unverified-fixes') ? fixWaits(asked) : [],
    holding.has('manual-check') ? confirming(asked) : [],
    holding.has('escape-rate') ? approving(asked) : [],
    holding.has('hold') ? lifting(asked) : [],
  ]);
  return found.flat();
}

/** Those that are to come or went out not long ago, the release of the verdict among them. */
function recentReleases({ versions, verdict, now }: Asked): StoredVersion[] {
  const since = plus(now, -windowDays * day).slice(0, 10);
  const recent = versions.filter(
    ({ id, released, archived, releaseDate }) =>
      id !== verdict.versionId && !archived && (!released || (releaseDate ?? '') >= since),
  );
  return [...recent.slice(-most.releases), ...versions.filter(({ id }) => id === verdict.versionId)];
}

function waitsOfAct(act: StepAct, waits: readonly Wait[], waited: ReadonlyMap<string, number>): KnownWaits {
  return { act, cause: null, waits: waitsOf(waits), waited };
}

async function lifting(asked: Asked): Promise<KnownWaits[]> {
  const { verdict, now } = asked;
  const releases = new Map(recentReleases(asked).map((version) => [version.id, version]));
  const holds = await holdsOfReleases([...releases.keys()]);
  const until = (versionId: string) => {
    const version = releases.get(versionId);
    return version?.released === true && version.releaseDate !== null ? releasedAt(version.releaseDate, now) : now;
  };
  const conditions = new Set(holdingOf(verdict).map(({ id }) => id));
  const standing = holds.filter(({ id, state }) => state === 'standing' && conditions.has(`hold:${id}`));
  return holdCauses.flatMap((cause): KnownWaits[] => {
    const waited = standing.flatMap((hold): [string, number][] =>
      hold.cause === cause ? [[`hold:${hold.id}`, between(hold.events[0]?.at ?? now, now)]] : [],
    );
    return waited.length === 0 ? [] : [{ ...waitsOfAct('lift', holdWaits(holds, cause, until), new Map(waited)), cause }];
  });
}

/** The analysis of the release before is the one that the gate waits for. */
async function approving(asked: Asked): Promise<KnownWaits[]> {
  const { projectId, versions, verdict, now } = asked;
  const [analyses, sequence] = await Promise.all([
    analysisStepsOf(recentReleases(asked).map(({ id }) => id)),
    versionOrder(projectId),
  ]);
  const before = releaseBefore(inReleaseOrder(versions, sequence), verdict.versionId, now);
  const submitted = submittedAt(analyses.find(({ versionId }) => versionId === before?.id)?.steps ?? []);
  const conditions = holdingOf(verdict).flatMap(({ id, rule }) => (rule === 'escape-rate' ? id : []));
  const waited = submitted === null ? [] : conditions.map((id) => [id, between(submitted, now)] as const);
  return [
    waitsOfAct(
      'approve-analysis',
      analysisWaits(
        analyses.map(({ steps }) => steps),
        now,
      ),
      new Map(waited),
    ),
  ];
}

/** Of checks that other releases wait for nobody knows since when they were asked: what is confirmed counts, and what this gate waits for. */
async function confirming(asked: Asked): Promise<KnownWaits[]> {
  const { projectId, verdict, now } = asked;
  const { versionId } = verdict;
  const { stage, builds: judged } = verdict.verdict;
  const releases = recentReleases(asked);
  const [checks, builds] = await Promise.all([
    checksOf(releases.map(({ id }) => id)),
    buildsOfReleases(
      projectId,
      releases.map(({ name }) => name),
      most.builds,
    ),
  ]);
  const names = new Map(releases.map(({ id, name }) => [id, name]));
  const toldAt: ToldAt = (of, build) => builds.get(names.get(of) ?? '')?.find((told) => told.build === build)?.at ?? null;
  const waited = holdingOf(verdict).flatMap(({ id: conditionId, rule }): [string, number][] => {
    if (rule !== 'manual-check') return [];
    const before = checkOfCondition(checks, { versionId, stage: stage.key, conditionId })?.events.at(-1) ?? null;
    const since = askedAt({ versionId, builds: judged, before }, toldAt);
    return since === null ? [] : [[conditionId, between(since, now)]];
  });
  const waits = [...checkWaits(checks, toldAt), ...waited.map(([, ms]) => ({ ms, done: false }))];
  return [waitsOfAct('confirm', waits, new Map(waited))];
}
