import type { StoredDefect, StoredVersion } from '../defects/shell';
import type { Behaviour } from '../environments';
import type { AnalysisCommand, AnalysisProblem, KnownEscapes, LedgerEntry } from '../governance';
import type {
  ChangeLine,
  ExceptionCommand,
  ExceptionWish,
  OverrideCommand,
  OverrideProblem,
  OverrideWish,
  TransitionWish,
} from '../gates';
import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import type { EditableWorkflow, JiraOutcome, JiraTrouble } from '../platform/jira';
import type { SourceSecretView } from '../contracts/sources';
import type { SourceKind } from '../ingest';
import type { ScoringPolicy } from '../scoring';
import type { Settings } from '../settings';
import type { Choice, OriginChange } from '../triage';
import type { DeferralCommand, DeferralProblem, DeferralState, DeferralWish } from '../triage';
import type { StoredQuestion } from '../triage/shell';
import type { LookedAgainFacts } from './hindsight/view-model';
import type { ReplayedFacts } from './replay/view-model';
import type { Viewer } from './viewer';

/** What became of an act on a gate, in words. */
type Control = { kind: 'done'; sentence: string } | { kind: 'refused'; message: string };

type TrainAnswer = { kind: 'done'; trainId: string; sentence: string } | { kind: 'refused'; message: string };

/** What screens set going that more than one area takes part in: flows, handed in by src/index.ts. */
export interface Actions {
  refreshNow(projectId: string): Promise<JiraOutcome<Instant>>;
  /** @param only id of the one project that is looked at; null for all */
  previewSettings(
    settings: Settings,
    now: Instant,
    only: string | null,
  ): Promise<{
    changes: { projectKey: string; version: string; stage: string; from: VerdictState; to: VerdictState; because: string }[];
    judged: number;
  }>;
  /** Verdicts of a project judged again, as known then and as known now; null where not enough was kept with one. */
  lookAgain(projectId: string, entries: readonly LedgerEntry[], now: Instant): Promise<(LookedAgainFacts | null)[]>;
  /** Those of the last 90 days that would have been the other way. */
  turnedByHindsight(
    projectId: string,
    now: Instant,
  ): Promise<{ days: number; judged: number; notKept: number; more: boolean; looked: LookedAgainFacts[] }>;
  /**
   * What other settings would have made of the decisions of the last 90 days.
   * @param only id of the one project whose decisions are judged again; null for all
   */
  replaySettings(settings: Settings, now: Instant, only: string | null): Promise<ReplayedFacts>;
  saveSettings(save: {
    settings: Settings;
    revision: number;
    accountId: string;
    now: Instant;
  }): Promise<{ kind: 'saved'; revision: number } | { kind: 'conflict'; revision: number }>;
  /** Says what is to be thought of a release past its gate. */
  acknowledgeBreach(
    wish: { projectId: string; versionId: string; breachId: string; because: string } & Viewer,
  ): Promise<JiraOutcome<Told>>;
  /** What Jira's statuses and workflows make impossible of a transition map, by the path below it. */
  transitionMapProblems(settings: Settings): Promise<{ path: string; message: string }[]>;
  currentRevision(): Promise<number>;
  /** Forms a train or changes one, as the viewer. */
  saveTrain(form: {
    trainId: string | null;
    name: string;
    versionIds: readonly string[];
    query: string | null;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<TrainAnswer>>;
  endTrain(trainId: string, accountId: string, now: Instant): Promise<JiraOutcome<TrainAnswer>>;
  /** What the scores of a project are made of, each term's values in ten-thousandths; null where the settings are damaged. */
  scoreColumns(
    projectId: string,
    policy: ScoringPolicy,
    now: Instant,
  ): Promise<{
    open: { ids: string[]; values: number[][] };
    past: { values: number[][]; escaped: number[]; reopened: number[]; hours: number[] };
  } | null>;
  /** Keeps what a person says of how a defect behaves in a stage; the score and the field follow. */
  setBehaviour(word: {
    defect: { id: string; key: string; projectId: string; securityLevel: string | null };
    stage: { key: string; name: string };
    state: Behaviour;
    build: string | null;
    note: string;
    accountId: string;
    now: Instant;
  }): Promise<void>;
  /** Keeps which change or release brought a defect in; with neither, takes it back. */
  setOrigin(word: {
    defect: { id: string; key: string; projectId: string; securityLevel: string | null };
    change: OriginChange | null;
    version: { id: string; name: string } | null;
    accountId: string;
    now: Instant;
  }): Promise<void>;
  /** Moves what a release leaves behind to another one, as the viewer; by issue what stood in the way. */
  rollOver(wish: {
    projectId: string;
    defects: readonly Pick<StoredDefect, 'id' | 'key' | 'securityLevel'>[];
    from: { id: string; name: string };
    to: { id: string; name: string };
    because: string;
    accountId: string;
    now: Instant;
  }): Promise<ReadonlyMap<string, JiraTrouble | null>>;
  /** Takes issues out of a release into another one, as the viewer; what became of each that was asked for. */
  changeScope(change: {
    projectId: string;
    issueIds: readonly string[];
    issues: readonly { id: string; key: string; securityLevel: string | null }[];
    from: { id: string; name: string };
    to: { id: string; name: string };
    because: string;
    requestId: string;
    accountId: string;
    now: Instant;
    scopeWithout: (gone: ReadonlySet<string>) => string;
  }): Promise<ReadonlyMap<string, 'moved' | 'not-planned' | JiraTrouble['kind']>>;
  /** Holds a release by hand. */
  placeHold(wish: {
    projectId: string;
    version: { id: string; name: string };
    stages: readonly string[] | null;
    because: string;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<Control>>;
  /** Stops the line for practice, and takes what people have to do with that. */
  startDrill(wish: {
    projectId: string;
    version: { id: string; name: string };
    stageKey: string;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<Control>>;
  actOnDrill(act: {
    projectId: string;
    versionId: string;
    drillId: string;
    act: 'agree' | 'call-off';
    because: string;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<Control>>;
  liftHold(lift: {
    projectId: string;
    versionId: string;
    holdId: string;
    because: string;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<Control>>;
  /** Confirms a check of a release, or takes that back. */
  confirmCheck(wish: { evidence: string; builds: readonly string[] } & Checking): Promise<JiraOutcome<CheckAnswer>>;
  withdrawCheck(wish: { because: string } & Checking): Promise<JiraOutcome<CheckAnswer>>;
  /** Asks that a held gate may be passed for a time. */
  requestOverride(ask: {
    projectId: string;
    versionId: string;
    stageKey: string;
    wish: OverrideWish;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<{ kind: 'done'; sentence: string } | { kind: 'refused'; problems: readonly OverrideProblem[] }>>;
  decideOverride(act: {
    projectId: string;
    versionId: string;
    overrideId: string;
    command: OverrideCommand;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<Control>>;
  /** Asks for the deferral of defects, each for itself. */
  requestDeferral(request: {
    projectId: string;
    issueIds: readonly string[];
    wish: DeferralWish;
    accountId: string;
    now: Instant;
    dryRun: boolean;
  }): Promise<
    JiraOutcome<
      {
        issueId: string;
        outcome: 'requested' | 'refused' | 'acceptable';
        deferralId: string | null;
        problems: readonly DeferralProblem[];
      }[]
    >
  >;
  decideDeferral(decision: {
    projectId: string;
    deferralId: string;
    command: DeferralCommand;
    accountId: string;
    now: Instant;
  }): Promise<JiraOutcome<{ kind: 'done'; state: DeferralState; sentence: string } | { kind: 'refused'; message: string }>>;
  /** Reads a project from the start. */
  readProject(projectId: string): Promise<void>;
  /** Pauses the reading of a project, or lets it go on. */
  pauseReading(projectId: string, paused: boolean): Promise<void>;
  /** Looks whether the gates of a project are attached to its workflows, unless somebody looked a moment ago. */
  checkAttachment(projectId: string, now: Instant): Promise<JiraOutcome<null>>;
  createSource(wanted: { name: string; kind: SourceKind; projectId: string | null }, acting: Viewer): Promise<SourceSecretView>;
  rotateSource(id: string, overlapHours: number, acting: Viewer): Promise<SourceSecretView>;
  /** @returns false where there is none */
  revokeSource(id: string, acting: Viewer): Promise<boolean>;
  /** The address to enter at GitHub or GitLab. */
  webhookAddress(source: { kind: SourceKind; id: string }): Promise<string | null>;
  /** Decides what becomes of a defect, as the viewer. */
  decideTriage(
    wish: {
      defect: StoredDefect;
      choice: Choice;
      asked: string | null;
      sessionId: string | null;
      replaces: string | null;
    },
    acting: Viewer,
  ): Promise<{ kind: 'decided'; id: string } | { kind: 'refused'; because: string }>;
  /** @returns false where it was closed already */
  closeTriageSession(sessionId: string, acting: Viewer): Promise<boolean>;
  /** Keeps the answer to a question, and writes it on the issue as the viewer. @returns false where it was answered or had expired */
  answerQuestion(question: StoredQuestion, answer: string, acting: Viewer): Promise<boolean>;
  /** Says that two defects are the same, as the viewer: links them, or merges the one into the other. */
  markDuplicate(
    wish: { canonical: StoredDefect; duplicate: StoredDefect; how: 'link' | 'merge'; reopen: boolean; raise: boolean },
    acting: Viewer,
  ): Promise<Marked>;
  /** Says for ever that two defects are not the same. */
  refuseDuplicate(pair: { defect: StoredDefect; other: StoredDefect }, acting: Viewer): Promise<Marked>;
  /** Writes in the analysis of a release, submits it, approves it or returns it. Owners of actions are account ids. */
  changeAnalysis(
    change: { projectId: string; versionId: string; revision: number; command: AnalysisCommand } & Viewer,
  ): Promise<
    JiraOutcome<{ kind: 'done'; sentence: string } | { kind: 'refused'; message: string; problems: readonly AnalysisProblem[] }>
  >;
  /** Workflows that the release tickets and the defects of a project follow, as the viewer sees them. */
  workflowsOfProject(projectId: string, settings: Settings): Promise<JiraOutcome<FollowedWorkflow[]>>;
  /** What other rules on transitions would do, and what Jira has against them. */
  previewWorkflow(wish: WorkflowWish): Promise<
    JiraOutcome<
      | WorkflowRefused
      | { kind: 'nothing' }
      | {
          kind: 'change';
          lines: readonly ChangeLine[];
          notes: readonly string[];
          said: readonly { level: 'WARNING' | 'ERROR'; message: string }[];
        }
    >
  >;
  /** Changes the rules of a workflow, as the viewer; undoes the last such change. */
  changeWorkflow(wish: WorkflowWish & Viewer): Promise<JiraOutcome<{ kind: 'done'; sentence: string } | WorkflowRefused>>;
  undoWorkflowChange(
    undo: { changeId: string } & Viewer,
  ): Promise<JiraOutcome<{ kind: 'done'; sentence: string } | WorkflowRefused>>;
  /** What is known now of what escaped from a release; null where that is nothing. */
  escapesKnown(version: StoredVersion, now: Instant): Promise<KnownEscapes | null>;
  /** Freezes a release by hand, or ends its freeze. */
  changeFreeze(
    wish: { projectId: string; versionId: string; act: 'begin' | 'end'; because: string } & Viewer,
  ): Promise<JiraOutcome<Told>>;
  /** Asks that a defect may come into a frozen release; approves that, refuses it, or takes it back. */
  requestException(wish: Excepted & { wish: ExceptionWish }): Promise<JiraOutcome<Told>>;
  decideFreezeException(decision: Excepted & { command: ExceptionCommand }): Promise<JiraOutcome<Told>>;
  /** Asks that a defect is a blocker of a release. */
  nominateBlocker(wish: Nominating): Promise<JiraOutcome<Told>>;
  /** Grants that, or refuses it. */
  decideNomination(decision: Nominating & { act: 'granted' | 'refused' }): Promise<JiraOutcome<Told>>;
}

type Checking = { projectId: string; versionId: string; stageKey: string; name: string } & Viewer;
type CheckAnswer =
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly field: 'check' | 'evidence'; readonly message: string };

type WorkflowWish = { workflowId: string; seen: number; wishes: readonly TransitionWish[] };
/** `said`: Jira's own words. */
type WorkflowRefused = { kind: 'refused'; message: string; said: readonly string[] };
/** A workflow with who follows it; `projects` is null where Jira does not say which use it. */
type FollowedWorkflow = {
  workflow: EditableWorkflow;
  releases: boolean;
  defects: boolean;
  projects: readonly string[] | null;
};

type Excepted = { projectId: string; versionId: string; defectId: string } & Viewer;
type Nominating = { projectId: string; versionId: string; defectId: string; because: string } & Viewer;
type Told = { readonly kind: 'done'; readonly sentence: string } | { readonly kind: 'refused'; readonly message: string };

/** What became of it; `left` says what Jira did not let the viewer do. */
type Marked =
  { readonly kind: 'done'; readonly left: readonly string[] } | { readonly kind: 'refused'; readonly because: string };
