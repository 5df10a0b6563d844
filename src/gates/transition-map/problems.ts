import { any } from './map';
import type { AutoMove, MapRow, Need, TransitionMap } from './map';

/** What cannot stand in a map: where (below `transitionMap`), and why. */
export interface MapProblem {
  readonly path: string;
  readonly message: string;
}

interface StageFacts {
  readonly key: string;
  readonly name: string;
  readonly gated: boolean;
}

/** What is wrong with a map whatever Jira's workflows are. @param stages in promotion order */
export function mapProblems(map: TransitionMap, stages: readonly StageFacts[]): MapProblem[] {
  return [
    ...map.rows.flatMap((row, n) => rowProblems(map, row, n, stages)),
    ...map.moves.flatMap((move, n) => moveProblems(map, move, n, stages)),
  ];
}

function rowProblems({ rows }: TransitionMap, row: MapRow, n: number, stages: readonly StageFacts[]): MapProblem[] {
  const path = `rows.${n}`;
  const same = (other: MapRow) => other.project === row.project && other.from === row.from && other.to === row.to;
  return [
    ...(row.from === row.to ? [{ path: `${path}.to`, message: 'A change of status leads to another status.' }] : []),
    ...(rows.findIndex(same) < n ? [{ path, message: 'Another row is about the same change: add what it needs there.' }] : []),
    ...row.needs.flatMap((need, at) => {
      const message = whyNot(need, stages);
      return message === null ? [] : [{ path: `${path}.needs.${at}`, message }];
    }),
  ];
}

function whyNot(need: Need, stages: readonly StageFacts[]): string | null {
  if (need.kind === 'field') return null;
  const stage = stages.find(({ key }) => key === need.stage);
  if (stage === undefined) return `There is no stage "${need.stage}". Choose one of the stages.`;
  return need.kind === 'gate' && !stage.gated ? `The stage "${stage.name}" has no gate: choose another, or give it one.` : null;
}

function moveProblems(map: TransitionMap, move: AutoMove, n: number, stages: readonly StageFacts[]): MapProblem[] {
  const path = `moves.${n}`;
  const stage = stages.find(({ key }) => key === move.stage);
  if (stage === undefined)
    return [{ path: `${path}.stage`, message: `There is no stage "${move.stage}". Choose one of the stages.` }];
  if (move.from === move.to) return [{ path: `${path}.to`, message: 'A move leads to another status.' }];
  const earlier = map.moves.slice(0, n);
  if (earlier.some((other) => isSameCause(other, move)))
    return [{ path, message: 'Another move starts from the same status at the same moment: only one of them could be made.' }];
  if (closesLoop(earlier, move))
    return [{ path, message: 'With this move defects would go round in a circle: what is moved must come to rest.' }];
  const never = whyNever(map, move, stages);
  return never === null ? [] : [{ path: `${path}.to`, message: never }];
}

function overlap(one: { readonly project: string }, other: { readonly project: string }): boolean {
  return one.project === any || other.project === any || one.project === other.project;
}

function isSameCause(one: AutoMove, other: AutoMove): boolean {
  return overlap(one, other) && one.on === other.on && one.stage === other.stage && one.from === other.from;
}

/**
 * Whether moves lead from where a move ends back to where it begins, in any one project. Moves of different projects make no loop
 * together, so each project is looked at with what holds for all.
 */
function closesLoop(earlier: readonly AutoMove[], move: AutoMove): boolean {
  const projects = move.project === any ? [any, ...new Set(earlier.map(({ project }) => project))] : [move.project];
  return projects.some((project) => {
    const moves = earlier.filter((other) => other.project === any || other.project === project);
    return reaches(moves, move.to, move.from);
  });
}

function reaches(moves: readonly AutoMove[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let status = next.pop(); status !== undefined; status = next.pop()) {
    if (status === to) return true;
    if (seen.has(status)) continue;
    seen.add(status);
    next.push(...moves.flatMap((move) => (move.from === status ? move.to : [])));
  }
  return false;
}

/** A move that comes with a stage can meet no need that only a later one meets. */
function whyNever({ rows }: TransitionMap, move: AutoMove, stages: readonly StageFacts[]): string | null {
  const placeOf = (key: string) => stages.findIndex((stage) => stage.key === key);
  const asked = rows.filter((row) => overlap(row, move) && row.to === move.to && (row.from === any || row.from === move.from));
  for (const need of asked.flatMap(({ needs }) => needs)) {
    if (need.kind !== 'deployed' && need.kind !== 'verified') continue;
    const later = placeOf(need.stage) > placeOf(move.stage);
    const sameButUnverified = need.stage === move.stage && need.kind === 'verified' && move.on === 'deployed';
    if (!later && !sameButUnverified) continue;
    const name = stages[placeOf(need.stage)]?.name ?? need.stage;
    const what = need.kind === 'deployed' ? `that its fix is deployed to ${name}` : `that its fix is shown to hold in ${name}`;
    return `This status could never be reached so: the change needs ${what}, which comes later.`;
  }
  return null;
}

/** A way from one status to another that some workflow of defects has. */
export interface StatusWay {
  /** Ids of statuses; `any` for a transition that starts from every status. */
  readonly from: readonly string[] | typeof any;
  readonly to: string;
}

/** The workflows of the defects of a project. */
export interface ProjectWays {
  readonly projectId: string;
  readonly projectKey: string;
  readonly ways: readonly StatusWay[];
}

/**
 * Changes that no workflow has: nothing would ever ask for them or make them.
 * @param read of every project whose workflows could be read; of others nobody can say
 * @param complete whether that is every project
 */
export function unreachable(map: TransitionMap, read: readonly ProjectWays[], complete: boolean): MapProblem[] {
  const lacks = ({ project, from, to }: Pick<MapRow, 'project' | 'from' | 'to'>): string | null => {
    const asked = read.filter(({ projectId }) => project === any || project === projectId);
    if (asked.length === 0 || (project === any && !complete)) return null;
    if (asked.some(({ ways }) => leads(ways, from, to))) return null;
    const where = project === any ? 'any project' : (asked[0]?.projectKey ?? project);
    return from === any
      ? `No transition of defects in ${where} leads to this status.`
      : `No transition of defects in ${where} leads from the one status to the other.`;
  };
  const problem = (path: string, message: string | null) => (message === null ? [] : [{ path, message }]);
  return [
    ...map.rows.flatMap((row, n) => problem(`rows.${n}.to`, lacks(row))),
    ...map.moves.flatMap((move, n) => problem(`moves.${n}.to`, lacks(move))),
  ];
}

function leads(ways: readonly StatusWay[], from: string, to: string): boolean {
  return ways.some((way) => way.to === to && (from === any || way.from === any || way.from.includes(from)));
}
