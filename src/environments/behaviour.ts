import type { Instant } from '../kernel/instant';

/** How a defect behaves in a stage. Nobody knowing is `unknown`, never one of the others. */
export const behaviours = ['reproduced', 'not-reproduced', 'fixed', 'worked-around', 'unknown'] as const;
export type Behaviour = (typeof behaviours)[number];

/** What tells it: a person, a sighting, a run of tests, a deployment, the field *Workaround* beside a sighting, or nothing at all. */
export const behaviourSources = ['person', 'sighting', 'run', 'deployment', 'workaround', 'nothing'] as const;
export type BehaviourSource = (typeof behaviourSources)[number];

/** What a person said of a defect in a stage. */
export interface SaidBehaviour {
  readonly state: Behaviour;
  /** On which build it was seen. */
  readonly build: string | null;
  readonly note: string;
  readonly at: Instant;
  /** The person, by pseudonym. */
  readonly by: string;
}

/** A moment at which a fact of a build was told in a stage. */
interface AtBuild {
  readonly at: Instant;
  readonly build: string | null;
}

/** What facts tell of a defect in a stage; of each kind the newest. */
export interface StageFacts {
  /** Seen by tests, users or monitoring; failures that passed when tried again do not count. */
  readonly seen: AtBuild | null;
  /** How far its fix has come: `partly` is in some environments of the stage only, `gone` was replaced or taken back. */
  readonly fix: (AtBuild & { readonly state: 'live' | 'partly' | 'gone' }) | null;
  /** A run of a suite that once saw it, all green. */
  readonly green: AtBuild | null;
  /** The field *Workaround*, where there is one. */
  readonly workaround: string | null;
}

/** How a defect behaves in a stage, who or what says so, and why. */
export interface BehaviourCell extends AtBuildOrNever {
  /** Key of the stage. */
  readonly stage: string;
  /** What counts now. */
  readonly state: Behaviour;
  readonly source: BehaviourSource;
  /** A sentence that names no issue and no person. */
  readonly because: string;
  /** The newest word of a person, also where it no longer counts. */
  readonly said: SaidBehaviour | null;
  /** Why that word is out of date; null where it is not, or where there is none. */
  readonly stale: string | null;
}

interface AtBuildOrNever {
  /** Since when; null where nothing was told. */
  readonly at: Instant | null;
  readonly build: string | null;
}

/** What facts alone come to. */
export interface Finding extends AtBuild {
  readonly state: Behaviour;
  readonly source: BehaviourSource;
  readonly because: string;
}

/**
 * What facts come to. A fix counts as verified by a green run after it was deployed; seen again after that it is not, whatever ran green
 * on the same build.
 * @returns null where they say nothing
 */
export function findingOf(facts: StageFacts): Finding | null {
  const { seen, fix, green } = facts;
  const landed = fix?.state === 'live' ? fix : null;
  if (landed !== null && green !== null && verifies(green, landed, seen))
    return {
      ...{ state: 'fixed', source: 'run', at: green.at, build: green.build },
      because: `Its fix was deployed here, and a run of the tests that had seen it is green${onBuild(green.build)}.`,
    };
  if (seen === null) return fix === null ? null : unverified(fix);
  if (landed === null) return reproduced(seen, `Seen here${onBuild(seen.build)}${fix === null ? '' : whatOfFix(fix)}.`, facts);
  if (seen.at < landed.at) return unverified(landed);
  return reproduced(seen, `Seen here again${onBuild(seen.build)}, after its fix was deployed.`, facts);
}

/** Whether a green run shows that a fix holds that was deployed before. @param seen when the defect was seen last until then */
export function verifies(green: AtBuild, landed: AtBuild, seen: AtBuild | null): boolean {
  if (green.at < landed.at) return false;
  if (seen === null || seen.at < landed.at) return true;
  return green.at > seen.at && green.build !== null && green.build !== seen.build;
}

function unverified(fix: NonNullable<StageFacts['fix']>): Finding {
  const because = {
    live: `Fixed, to be verified: its fix was deployed here${withBuild(fix.build)}, and nothing has shown yet that it holds.`,
    partly: 'Its fix was deployed to a part of this stage only.',
    gone: 'Its fix was deployed here, and is not here any more.',
  }[fix.state];
  return { state: 'unknown', source: 'deployment', at: fix.at, build: fix.build, because };
}

function whatOfFix({ state }: NonNullable<StageFacts['fix']>): string {
  return state === 'partly'
    ? '; its fix was deployed to a part of this stage only'
    : '; its fix was deployed, and is not here any more';
}

function reproduced({ at, build }: AtBuild, because: string, { workaround }: StageFacts): Finding {
  if (workaround === null) return { state: 'reproduced', source: 'sighting', at, build, because };
  return { state: 'worked-around', source: 'workaround', at, build, because: `${because} There is a workaround: ${workaround}.` };
}

/**
 * The cell of a stage. A person's word stands until a newer fact says something else: then the fact counts, and the word is shown as out
 * of date.
 * @param standing what is deployed in the stage now, where the caller knows: a word about an earlier build says so
 */
export function cellOf(
  stage: string,
  said: SaidBehaviour | null,
  facts: StageFacts | null,
  standing: AtBuild | null = null,
): BehaviourCell {
  const finding = facts === null ? null : findingOf(facts);
  if (said === null || (finding !== null && contradicts(finding, said))) {
    if (finding === null)
      return { stage, state: 'unknown', source: 'nothing', at: null, build: null, because: nothingTold, said, stale: null };
    return { stage, ...finding, said, stale: said === null ? null : finding.because };
  }
  const { state, at, build } = said;
  const because = `Somebody said so${onBuild(build)}.`;
  return { stage, state, source: 'person', at, build, because, said, stale: replaced(said, standing) };
}

/** A cell that says that the defect is gone: by a run that verified its fix, or by a person who looked. */
export function isShownFixed({ state, source }: Pick<BehaviourCell, 'state' | 'source'>): boolean {
  return state === 'fixed' || (state === 'not-reproduced' && source === 'person');
}

const nothingTold = 'Nobody and nothing has told how it behaves here.';

/** On the same build a person's word goes over what was deployed or ran green there; only being seen again goes over it. */
function contradicts(finding: Finding, { state, at, build }: SaidBehaviour): boolean {
  if (finding.at <= at || finding.state === state) return false;
  const seen = finding.source === 'sighting' || finding.source === 'workaround';
  if (seen) return state !== 'reproduced' && state !== 'worked-around';
  return build === null || finding.build !== build;
}

function replaced({ at, build }: SaidBehaviour, standing: AtBuild | null): string | null {
  if (build === null || standing?.build == null || standing.build === build || standing.at <= at) return null;
  return `It was said of build ${build}; build ${standing.build} is here now.`;
}

function onBuild(build: string | null): string {
  return build === null ? '' : ` on build ${build}`;
}

function withBuild(build: string | null): string {
  return build === null ? '' : ` with build ${build}`;
}

/** As people write it. */
export const behaviourWords: Readonly<Record<Behaviour, string>> = {
  reproduced: 'reproduced',
  'not-reproduced': 'not reproduced',
  fixed: 'fixed',
  'worked-around': 'worked around',
  unknown: 'unknown',
};

/** A text field of Jira takes so many characters. */
const mostCharacters = 255;
const between = ' · ';

/**
 * The cells as one line for the field, e.g. `Test: reproduced · Staging: fixed · Production: unknown`; null where no stage has a cell that
 * says anything. Stages that do not fit are left out whole, the first ones, so that the ones closest to users stay.
 * @param stages in promotion order
 */
export function behaviourText(
  cells: ReadonlyMap<string, BehaviourCell>,
  stages: readonly { readonly key: string; readonly name: string }[],
): string | null {
  if (![...cells.values()].some(({ source }) => source !== 'nothing')) return null;
  const parts = stages.map(({ key, name }) => `${name}: ${cellWords(cells.get(key))}`);
  while (parts.length > 1 && parts.join(between).length > mostCharacters) parts.shift();
  return parts.join(between).slice(0, mostCharacters);
}

function cellWords(cell: BehaviourCell | undefined): string {
  if (cell?.state === 'unknown' && cell.source === 'deployment') return `${behaviourWords.unknown}, fix to be verified`;
  return behaviourWords[cell?.state ?? 'unknown'];
}
