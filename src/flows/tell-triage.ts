import { defectById } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import type { Adf } from '../kernel/adf';
import { between, minute, plus } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { addComment, hasComment, isFinal, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { commentsToTell, noteComment, noteTold, roundsToTell } from '../triage/shell';
import type { DecidedRound, OwedComment } from '../triage/shell';
import { enterDecision } from './enter-triage';
import { decisionComment, owedComment } from './triage-comments';
import { usable } from './triage-facts';

const mostAtOnce = 200;
/** A function of the queue may run for 55 s; what does not fit is gone on with. */
const time = 30_000;
/** What a person at a screen writes is written, or has failed, within so long. */
const inFlight = 2 * minute;

/** A comment that is to be written once. */
interface Owed {
  readonly defectId: string;
  /** By which it is found again. */
  readonly marker: string;
  /** Whether somebody began to write it: then it may be there. */
  readonly begun: boolean;
  /** What it says; null where it has nothing to say. */
  readonly says: (defect: StoredDefect) => Promise<Adf | null>;
  readonly note: (told: 'writing' | 'written' | 'refused') => Promise<void>;
}

/** Writes the comments that triage of a project owes to issues: each once, whatever dies on the way. */
export async function tellTriage(projectId: string): Promise<JiraOutcome<null>> {
  const start = readClock();
  const rounds = await roundsToTell(projectId, mostAtOnce);
  const others = await commentsToTell(projectId, plus(start, -inFlight), mostAtOnce);
  const { revision } = usable(await readSettings());
  for (const owed of [...rounds.map((round) => ofDecision(round, revision)), ...others.map(ofOther)]) {
    if (between(start, readClock()) > time) {
      await pushMessages([{ kind: 'triage', projectId }]);
      return ok(null);
    }
    const told = await tellOne(owed);
    if (told.kind === 'ok') continue;
    if (!isFinal(told)) return told;
    logInfo('minutes-refused', { project: projectId, outcome: told.kind, because: told.because });
    await owed.note('refused');
  }
  if (Math.max(rounds.length, others.length) === mostAtOnce) await pushMessages([{ kind: 'triage', projectId }]);
  return ok(null);
}

function ofDecision(round: DecidedRound, revision: number | null): Owed {
  return {
    ...{ defectId: round.defectId, marker: `triage:${round.id}`, begun: round.told === 'writing' },
    says: async (defect) => {
      await enterDecision(round, defect, revision);
      return decisionComment(round);
    },
    note: (told) => noteTold(round, told),
  };
}

function ofOther(comment: OwedComment): Owed {
  return {
    ...{ defectId: comment.defectId, marker: comment.id, begun: comment.told === 'writing' },
    says: () => owedComment(comment),
    note: (told) => noteComment(comment.id, told),
  };
}

async function tellOne({ defectId, marker, begun, says, note }: Owed): Promise<JiraOutcome<null>> {
  const defect = await defectById(defectId);
  if (defect === null) return { kind: 'gone', because: 'The defect is gone.' };
  const document = await says(defect);
  if (document === null) return { kind: 'gone', because: 'There is nothing to say any more.' };
  if (begun) {
    const there = await hasComment(defect.id, marker);
    if (there.kind !== 'ok') return there;
    if (there.value) {
      await note('written');
      return ok(null);
    }
  }
  await note('writing');
  const added = await addComment(defect.id, document, marker);
  if (added.kind === 'ok') await note('written');
  return added;
}
