import type { StoredDefect } from '../defects/shell';
import { appendEntry } from '../governance/shell';
import { between, minute } from '../kernel/instant';
import { choiceSentence } from '../triage';
import type { DecidedRound } from '../triage/shell';
import { votesOf } from '../triage/shell';

/**
 * Enters a decision in the ledger, once however often it is handed in. What everybody who may see the project reads names no issue and no
 * person; the note, the ratings and the key are evidence.
 * @param settings revision
 */
export async function enterDecision(round: DecidedRound, defect: StoredDefect, settings: number | null): Promise<void> {
  const { decision, sessionId } = round;
  const { choice } = decision;
  const votes = sessionId === null ? [] : (await votesOf(sessionId)).filter(({ defectId }) => defectId === defect.id);
  const ratings = votes
    .map(({ person, role, risk, impact }) => ({ person, role, risk, impact }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  const { id, key, securityLevel: level } = defect;
  const named = { id, key, level, note: 'note' in choice ? choice.note : choice.question, ratings };
  await appendEntry(
    round.projectId,
    {
      ...{ at: decision.at, kind: 'triage-decided', subject: `issue:${id}`, entryKey: `triage-decided:${round.id}`, settings },
      actor: decision.by === null ? { kind: 'app', rule: 'triage-clock' } : { kind: 'person', pseudonym: decision.by },
      body: {
        ...{ schema: 1, decision: choice.kind, cycle: round.cycle, session: sessionId !== null },
        ...(round.waited ? { minutes: Math.round(between(round.startedAt, decision.at) / minute) } : {}),
        ...(choice.kind === 'fix-now' ? { version: choice.release } : {}),
        sentence: `A defect was decided on: ${choiceSentence(choice)}${decision.because === null ? '' : ` ${decision.because}`}`,
      },
      evidence: { issues: [named] },
    },
    [id],
  );
}
