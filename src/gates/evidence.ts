import type { EscapeRate, Reference } from '../analytics';
import type { AnalysisState } from '../governance';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import type { CheckSaid } from './checks';
import type { Hold } from './holds';
import type { OwnSay } from './trains/own-say';

/** What a gate needs to know of one open defect of the release. */
export interface OpenDefect {
  readonly id: string;
  readonly key: string;
  /** Null where it is missing or unreadable: the defect then counts as S1. */
  readonly severity: Severity | null;
  readonly tier: string | null;
  readonly createdAt: Instant;
  /** From when its resolution target counts: its creation, moved by the time during which it was deferred. */
  readonly clockFrom: Instant;
  /** Until when it is deferred to a release that comes after this one; null where it is not. It does not count until then. */
  readonly deferredUntil: Instant | null;
}

/** The release that is judged, and how Jira's own search finds its defects. */
export interface Release {
  readonly versionId: string;
  readonly versionName: string;
  readonly projectKey: string;
  readonly defectTypes: readonly string[];
}

/** What escaped from a release that was shipped before. */
export interface EscapesBefore {
  readonly versionName: string;
  /** Whole days since it was released. */
  readonly daysSince: number;
  /** By the days after the release in which what is found counts. */
  readonly rates: Readonly<Record<30 | 90, EscapeRate>>;
  /** How far the analysis of its causes has come; null where nobody has begun. */
  readonly analysis: AnalysisState | null;
}

/** A deferral that keeps a defect out of the count, or was asked for. */
export interface DeferralFact {
  readonly state: 'requested' | 'approved';
  /** The end of its last day. */
  readonly expiresAt: Instant;
  /** Who approved it: whether it is still known who that is, and whether the defect is assigned to that person by now. Null where nobody has. */
  readonly approver: { readonly isKnown: boolean; readonly isAssignee: boolean } | null;
}

/** A defect that has had the release as its fix version from a moment on. */
export interface EnteredDefect {
  readonly id: string;
  readonly severity: Severity | null;
  readonly at: Instant;
  /** Whether an exception let it in. */
  readonly excepted?: boolean;
}

export interface FreezeFacts {
  /** Calendar day from which on nothing but repairs goes in. */
  readonly day: string;
  /** Severities that the freeze lets in; facts of before freezes said so have none. */
  readonly admits?: readonly Severity[];
  /** What came in from that day on and is still in, done or not. */
  readonly entered: readonly EnteredDefect[];
}

/** How many defects were open in the release before, at a moment that is as far from its day as now is from the day of this one. */
export interface LastRelease {
  readonly versionName: string;
  /** Whole days before its release. */
  readonly daysBefore: number;
  /** Whether this release has a day; without one it is taken to be shipped today. */
  readonly hasDay: boolean;
  /** By severity of then; one without counts as S1. What was deferred then is left out. */
  readonly open: Readonly<Record<Severity, number>>;
}

export interface NominationFact {
  readonly defectId: string;
  readonly state: 'asked' | 'granted';
}

/** A defect of the release that is done, and in which stages (by key) it was shown to be. */
export interface FixedDefect {
  readonly id: string;
  readonly severity: Severity | null;
  /** By a green run after its fix came there, or by a person who looked. */
  readonly verifiedIn: readonly string[];
  /** Where what stands has the fix. */
  readonly liveIn: readonly string[];
}

/** A successful build of the release. */
export interface ReleaseBuild {
  readonly service: string;
  readonly build: string;
  readonly at: Instant;
  readonly branch: string | null;
  /** How many commits are in it that were not in the one before. */
  readonly changes: number;
  /** Whether what it does to stored data can be taken back; null where nobody said. */
  readonly migrations: 'none' | 'reversible' | 'irreversible' | null;
}

/** A run of tests in a stage (by key). */
export interface StageRun {
  readonly stage: string;
  readonly service: string;
  readonly suite: string;
  readonly build: string | null;
  readonly at: Instant;
  readonly green: boolean;
}

/** A commit on a branch that names defects of the release. */
export interface ReleaseCommit {
  readonly branch: string;
  readonly at: Instant;
  readonly defectIds: readonly string[];
}

/** What a service had in a stage (by key), deployed successfully and not taken back. */
export interface Standing {
  readonly stage: string;
  readonly service: string;
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
  readonly at: Instant;
  readonly isRelease: boolean;
  /** It is there now. */
  readonly live: boolean;
}

/** The moment at which an S1 or S2 of the release was reported, or one of the project was seen in a stage (by key). */
export interface Trouble {
  readonly at: Instant;
  /** Null where it was reported, and nothing said where. */
  readonly stage: string | null;
}

/** What people said last to a check of a stage (by key), as far as it stands on record. */
export interface CheckFact {
  readonly stage: string;
  readonly name: string;
  readonly said: CheckSaid;
}

/** What people said to the checks of a release, and the builds that it has to be about. */
export interface CheckFacts {
  readonly checks: readonly CheckFact[];
  /** Names of the newest successful builds, one of each service; none where none was told. */
  readonly builds: readonly string[];
}

/** What the release tickets of a release show of its way, by keys of stages. */
export interface Passage {
  /** How many release tickets it has. */
  readonly tickets: number;
  /** Stages into which a guarded transition of release tickets leads. */
  readonly guarded: readonly string[];
  /** Of these the ones that a ticket has passed: it stands behind their transition, or behind that of a later one. */
  readonly passed: readonly string[];
}

/** Another release that rides in a train with this one and is still to come. */
export interface TrainMate {
  /** Its name where it is of the same project; null where it is of another one, which whoever reads the verdict may not see. */
  readonly name: string | null;
  /** What it says of stages (by key) for itself; of one that is left out it is not known. Why, only where it has a name. */
  readonly stages: Readonly<Record<string, OwnSay>>;
}

/** The running trains that a release rides in, and who else does. */
export interface TrainFacts {
  readonly names: readonly string[];
  readonly others: readonly TrainMate[];
}

/** The facts that rules rest on, by their kind. */
export interface Facts {
  /** The open defects of the release. */
  readonly defects: readonly OpenDefect[];
  /** Holds of the release that stand, on any stage. */
  readonly holds: readonly Hold[];
  /** Holdpoint's score of open defects, 0 to 100, by their ids; a defect without one is left out. */
  readonly scores: ReadonlyMap<string, number>;
  /** How long closed defects of the project took, by severity. */
  readonly aging: Readonly<Record<Severity, Reference>>;
  /** What escaped from the release before; null where none was shipped before. */
  readonly escapes: EscapesBefore | null;
  /** Deferrals that hold or wait, by the ids of their defects. */
  readonly deferrals: ReadonlyMap<string, DeferralFact>;
  /** What came in after the release was frozen; null where it has no freeze. */
  readonly freeze: FreezeFacts | null;
  /** What the release before looked like as long before it was shipped; null where none was shipped before. */
  readonly lastRelease: LastRelease | null;
  /** Open defects that somebody nominated as blockers of the release and nobody refused. */
  readonly nominations: readonly NominationFact[];
  /** The done defects of the release. */
  readonly fixes: readonly FixedDefect[];
  /** Successful builds of the release, newest first. */
  readonly builds: readonly ReleaseBuild[];
  /** Runs of tests of the project, newest first. */
  readonly runs: readonly StageRun[];
  readonly commits: readonly ReleaseCommit[];
  /** What stands and stood in the stages, newest first. */
  readonly deployments: readonly Standing[];
  readonly passage: Passage;
  /** As far back as a row looks. */
  readonly troubles: readonly Trouble[];
  readonly checks: CheckFacts;
  readonly trains: TrainFacts;
}
export type EvidenceKind = keyof Facts;

export interface KnownPiece<Kind extends EvidenceKind> {
  readonly kind: 'known';
  readonly facts: Facts[Kind];
  /** When the newest fact of its kind was told in the project; null where none ever was. Left out where it cannot grow old. */
  readonly at?: Instant | null;
}

/** Facts of one kind, or why they are not known (a clause for people, such as "SHOP is still being read"). */
export type Piece<Kind extends EvidenceKind> = KnownPiece<Kind> | { readonly kind: 'missing'; readonly because: string };

/** What is known of a release. What no row of its gate needs may be left out. */
export type Evidence = { readonly [Kind in EvidenceKind]?: Piece<Kind> } & { readonly defects: Piece<'defects'> };

/** Evidence of which certain kinds are known. */
export type KnownFor<Kind extends EvidenceKind> = Evidence & { readonly [One in Kind]: KnownPiece<One> };

export function knows<Kind extends EvidenceKind>(evidence: Evidence, kinds: readonly Kind[]): evidence is KnownFor<Kind> {
  return kinds.every((kind) => evidence[kind]?.kind === 'known');
}

/** Why the first of several kinds is not known; it names what was never fetched too, so that nothing passes by being forgotten. */
export function whyMissing(evidence: Evidence, kinds: readonly EvidenceKind[]): string {
  for (const kind of kinds) {
    const piece = evidence[kind];
    if (piece === undefined) return 'what this rule rests on was not looked up';
    if (piece.kind === 'missing') return piece.because;
  }
  return '';
}
