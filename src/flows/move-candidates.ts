import { defectsById, defectsOfVersion, siteStatuses, versionsOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { deploymentsOf } from '../environments';
import type { BehaviourCell, StageFacts } from '../environments';
import { buildsOfReleases, cellsOf, defectsWithBehaviour, deploymentSteps, storedBehaviours } from '../environments/shell';
import { standingsOf } from '../gates';
import type { AutoMove, DefectMove } from '../gates';
import { sha256 } from '../kernel/hash';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Settings } from '../settings';

/** A defect that an automatic move is about. */
export interface Candidate extends Pick<DefectMove, 'issueId' | 'version' | 'stage' | 'on' | 'from' | 'to' | 'cause'> {
  /** It must have stood in its status since before this moment; null where that does not matter. */
  readonly before: Instant | null;
}

interface Asked {
  readonly projectId: string;
  readonly moves: readonly AutoMove[];
  readonly stages: Settings['stages'];
  readonly now: Instant;
}

/** What was deployed longer ago is history, and moves nothing any more. */
const news = day;
/** What is looked at of a project, the newest of each. */
const most = { steps: 2000, builds: 30, behaviours: 1000, versions: 200 };
const perQuery = 200;

/** Defects that stand where an automatic move begins, after what brings it about. */
export async function moveCandidates(asked: Asked): Promise<Candidate[]> {
  const statuses = await siteStatuses();
  const known = asked.moves.flatMap((move) => {
    const [from, to] = [statuses.get(move.from), statuses.get(move.to)];
    const stage = asked.stages.find(({ key }) => key === move.stage);
    if (from === undefined || to === undefined || stage === undefined) return [];
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
    return [{ on: move.on, stage: { key: stage.key, name: stage.name }, from: named(from), to: named(to) }];
  });
  const deployed = known.filter(({ on }) => on === 'deployed');
  const verified = known.filter(({ on }) => on === 'verified');
  return [
    ...(deployed.length === 0 ? [] : await afterDeployments(deployed, asked)),
    ...(verified.length === 0 ? [] : await afterVerification(verified, asked)),
  ];
}

type KnownMove = Pick<Candidate, 'on' | 'stage' | 'from' | 'to'>;

/** Of a release the newest deployment to a stage counts; a defect whose fix is known not to be there stays. */
async function afterDeployments(moves: readonly KnownMove[], { projectId, stages, now }: Asked): Promise<Candidate[]> {
  const versions = (await versionsOf(projectId)).filter(({ archived }) => !archived).slice(0, most.versions);
  const deployments = deploymentsOf(await deploymentSteps(projectId, null, most.steps));
  const builds = await buildsOfReleases(
    projectId,
    versions.map(({ name }) => name),
    most.builds,
  );
  const found: Candidate[] = [];
  for (const { id, name } of versions) {
    const standings = standingsOf(deployments, stages, { name, builds: builds.get(name) ?? [] });
    const lately = moves.flatMap((move) => {
      const standing = standings.find(({ isRelease, stage }) => isRelease && stage === move.stage.key);
      return standing === undefined || standing.at < plus(now, -news) ? [] : [{ move, standing }];
    });
    if (lately.length === 0) continue;
    const defects = await defectsOfVersion(id);
    const kept = await storedBehaviours(defects.map((defect) => defect.id));
    for (const { move, standing } of lately) {
      const cause = causeOf('deployed', move.stage.key, standing.service, standing.version, standing.build, standing.at);
      const there = defects.filter((defect) => {
        const fix = kept.get(defect.id)?.facts[move.stage.key]?.fix ?? null;
        return defect.status === move.from.name && (fix === null || fix.state === 'live');
      });
      found.push(...there.map((defect) => ({ ...move, issueId: defect.id, version: { id, name }, cause, before: standing.at })));
    }
  }
  return found;
}

async function afterVerification(moves: readonly KnownMove[], { projectId }: Asked): Promise<Candidate[]> {
  const kept = await storedBehaviours(await defectsWithBehaviour(projectId, most.behaviours));
  const shown = [...kept].flatMap(([id, behaviours]) => {
    const cells = cellsOf(behaviours);
    const here = moves.flatMap((move) => {
      const cell = cells.get(move.stage.key);
      const fix = behaviours.facts[move.stage.key]?.fix ?? null;
      return cell !== undefined && isVerified(cell) ? [{ move, shown: verificationOf(id, cell, fix) }] : [];
    });
    return here.length === 0 ? [] : [{ id, here }];
  });
  const defects = await defectsOf(shown.map(({ id }) => id));
  return shown.flatMap(({ id, here }) => {
    const defect = defects.get(id);
    if (defect?.projectId !== projectId) return [];
    const there = here.filter(({ move }) => defect.status === move.from.name);
    return there.map(({ move, shown: verification }) => ({ ...move, issueId: defect.id, version: null, ...verification }));
  });
}

/**
 * What moves a defect once. A run is green every night, so that what it shows is one thing for each time that the fix came there; each look
 * of a person is one of its own. Where nobody told that the fix came there, who looked saw what had been done by then: a defect that was
 * found to be "not reproduced" when it was reported has not been verified.
 */
function verificationOf(
  issueId: string,
  { stage, source, at, build }: BehaviourCell,
  fix: StageFacts['fix'],
): Pick<Candidate, 'cause' | 'before'> {
  if (source !== 'person') return { cause: causeOf('verified', stage, fix?.at ?? '', fix?.build ?? ''), before: null };
  return { cause: causeOf('looked', issueId, stage, at, build), before: fix === null ? at : null };
}

function isVerified({ state, source }: BehaviourCell): boolean {
  return state === 'fixed' || (state === 'not-reproduced' && source === 'person');
}

async function defectsOf(ids: readonly string[]): Promise<Map<string, StoredDefect>> {
  const found = new Map<string, StoredDefect>();
  for (let from = 0; from < ids.length; from += perQuery)
    for (const defect of await defectsById(ids.slice(from, from + perQuery))) found.set(defect.id, defect);
  return found;
}

function causeOf(...parts: readonly (string | null)[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 32);
}
