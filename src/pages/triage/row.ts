import type { TriageClock, TriageDecision, TriageQuestion, TriageRow } from '../../contracts/triage-row';
import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { dueAt } from '../../governance';
import type { Instant } from '../../kernel/instant';
import { clockCalendarOf } from '../../settings';
import type { Settings } from '../../settings';
import { clockState, clockTimes, cycleOf, fullSentence, questionState, recommend, roundNow } from '../../triage';
import type { Cycle } from '../../triage';
import { isDecided } from '../../triage/shell';
import type { DecidedRound, Round, StoredQuestion } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';

/** What the rows of a screen are made of, besides the defects. */
export interface RowFacts {
  readonly settings: Settings;
  readonly now: Instant;
  readonly access: Access;
  /** Pseudonym of the viewer. */
  readonly viewer: string;
  readonly versions: readonly StoredVersion[];
  /** Newest round by defect. */
  readonly rounds: ReadonlyMap<string, Round>;
  readonly scores: ReadonlyMap<string, { readonly score: number }>;
  readonly fixVersions: ReadonlyMap<string, readonly string[]>;
  readonly questions: ReadonlyMap<string, StoredQuestion>;
  readonly disagreedOn: ReadonlySet<string>;
  /** Account id of who owns a defect now; the done ones have no owner. */
  readonly owners: ReadonlyMap<string, string>;
  /** Account ids by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  /** Security levels of defects that decisions name as the ones that stay. */
  readonly named: ReadonlyMap<string, { readonly securityLevel: string | null }>;
}

/** A defect as the queue, the board and the panel show it. */
export function triageRow(defect: StoredDefect, facts: RowFacts): TriageRow {
  const { settings, now } = facts;
  const round = facts.rounds.get(defect.id);
  const fixVersionIds = facts.fixVersions.get(defect.id) ?? [];
  const planned = facts.versions.filter(({ released, archived }) => !released && !archived);
  const cycle = cycleOf(
    fixVersionIds.filter((id) => planned.some((version) => version.id === id)),
    settings.triage,
  );
  const slaDueAt = dueAt(defect.createdAt, defect.severity, settings.slaTargetDays);
  const score = facts.scores.get(defect.id)?.score ?? null;
  const recommended = recommend({
    ...{ severity: defect.severity, score, slaDueAt, fixVersionIds, now },
    targets: planned.map(({ id, name }) => ({ id, name })),
  });
  const question = facts.questions.get(defect.id);
  return {
    ...{ defectId: defect.id, key: defect.key, summary: defect.summary, status: defect.status, severity: defect.severity },
    ...{
      createdAt: defect.createdAt,
      score,
      slaDueAt,
      overdue: slaDueAt !== null && slaDueAt <= now,
      owner: facts.owners.get(defect.id) ?? null,
    },
    fixVersions: facts.versions.filter(({ id }) => fixVersionIds.includes(id)).map(({ id, name }) => ({ id, name })),
    clock: clockView(defect, round, cycle, facts),
    decision: round !== undefined && isDecided(round) ? decisionView(round, facts) : null,
    question: question === undefined ? null : questionView(question, facts),
    recommendation: {
      kind: recommended.kind,
      versionId: recommended.kind === 'fix-now' ? recommended.release.id : null,
      sentence: recommended.sentence,
    },
    disagreement: facts.disagreedOn.has(defect.id),
  };
}

function clockView(defect: StoredDefect, round: Round | undefined, cycle: Cycle, { settings, now }: RowFacts): TriageClock {
  const current = roundNow(defect.createdAt, round);
  const shown = current.decided && round !== undefined ? round.cycle : cycle;
  const { startedAt } = current;
  const times = clockTimes({ startedAt, severity: defect.severity, cycle: shown }, settings.triage, clockCalendarOf(settings));
  return {
    ...{ ...times, cycle: shown, startedAt, counted: settings.triage.counted[shown] },
    state: current.decided || !defect.open ? 'stopped' : clockState(times, current.step, now),
    stoppedAt: current.decided ? (round?.decision?.at ?? null) : null,
  };
}

/** One that names a defect which the viewer may not see does not name it to that viewer. */
export function decisionView(round: DecidedRound, facts: RowFacts): TriageDecision {
  const { choice, by, at, because, versionId } = round.decision;
  const hidden = choice.kind === 'duplicate' && !isShown(choice.of.id, facts);
  return {
    ...{ id: round.id, kind: choice.kind, at, versionId, byDefault: by === null },
    sentence: hidden ? 'It is a duplicate of a defect that you may not see.' : fullSentence(choice),
    by: by === null ? null : (facts.people.get(by) ?? null),
    note: 'note' in choice ? choice.note : choice.question,
    state: round.state === 'waiting' ? 'stands' : round.state,
    because: round.lapsedBecause ?? because,
  };
}

function isShown(defectId: string, { named, access }: RowFacts): boolean {
  const defect = named.get(defectId);
  return defect !== undefined && maySee(access, defect.securityLevel);
}

function questionView(question: StoredQuestion, { people, viewer, now }: RowFacts): TriageQuestion {
  const { id, defectId, text, askedAt, expiresAt, answer, answeredAt } = question;
  return {
    ...{ id, defectId, text, askedAt, expiresAt, answer, answeredAt },
    askedBy: people.get(question.askedBy) ?? null,
    asked: people.get(question.asked) ?? null,
    mine: question.asked === viewer,
    state: questionState(question, now).kind,
  };
}

/** Releases to choose from, the nearest first. */
export function targetsOf(versions: readonly StoredVersion[], settings: Settings) {
  return versions
    .filter(({ released, archived }) => !released && !archived)
    .map(({ id, name, releaseDate }) => ({ id, name, releaseDate, cycle: settings.triage.cycles[id] ?? ('normal' as const) }));
}
