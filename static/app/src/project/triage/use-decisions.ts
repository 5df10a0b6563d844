import { useCallback, useRef, useState } from 'react';
import type { TriageChoice, TriageRow } from '../../../../../src/contracts/triage-row';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { call } from '../../bridge/call';

/** A decision that was made here: on its way, taken, or not taken. */
export interface Sent {
  readonly id: number;
  readonly row: TriageRow;
  readonly choice: TriageChoice;
  readonly state: 'sending' | 'decided' | 'failed';
  /** What was decided, or why it was not; empty while nobody knows. */
  readonly words: string;
  /** Whether trying the same again can help. */
  readonly mayRetry: boolean;
}

export interface Decisions {
  /** Newest last. */
  readonly sent: readonly Sent[];
  readonly decide: (row: TriageRow, choice: TriageChoice) => void;
  readonly retry: (sent: Sent) => void;
  readonly dismiss: (sent: Sent) => void;
}

interface Props {
  /** Null where it is decided outside of a session. */
  readonly sessionId: string | null;
  /** Waits for its turn, so that two acts of one person never overtake each other. */
  readonly inTurn: (act: () => Promise<void>) => void;
  /** Gets the session after the decision; null where there is none. */
  readonly onAnswer: (session: TriageSession | null) => void | Promise<void>;
}

const mostKept = 3;

/** A decision as the back end takes it: only the one that the person has seen is replaced. */
export function decisionOn({ defectId, decision }: TriageRow, choice: TriageChoice, sessionId: string | null) {
  return { defectId, sessionId, replaces: decision?.state === 'stands' ? decision.id : null, choice };
}

/** Sends decisions, remembers those on their way, and keeps those that failed until somebody has seen to them. */
export function useDecisions({ sessionId, inTurn, onAnswer }: Props): Decisions {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const next = useRef(1);
  const change = useCallback(
    (id: number, to: Partial<Sent>) => setSent((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one))),
    [],
  );
  const send = useCallback(
    ({ id, row, choice }: Pick<Sent, 'id' | 'row' | 'choice'>) =>
      inTurn(async () => {
        const answer = await call('decideTriage', decisionOn(row, choice, sessionId));
        if (answer.kind !== 'ok') {
          change(id, { state: 'failed', words: answer.message, mayRetry: answer.kind === 'failed' });
          return;
        }
        await onAnswer(answer.view.session);
        change(
          id,
          answer.view.kind === 'decided'
            ? { state: 'decided', words: answer.view.decision.sentence }
            : { state: 'failed', words: answer.view.because, mayRetry: true },
        );
      }),
    [sessionId, inTurn, onAnswer, change],
  );
  const decide = (row: TriageRow, choice: TriageChoice): void => {
    const one: Sent = { id: next.current++, row, choice, state: 'sending', words: '', mayRetry: false };
    setSent((all) => [
      ...all.filter((other) => other.row.defectId !== row.defectId && other.state !== 'decided'),
      ...all.filter((other) => other.row.defectId !== row.defectId && other.state === 'decided').slice(-mostKept),
      one,
    ]);
    send(one);
  };
  return {
    sent,
    decide,
    retry: (one) => {
      change(one.id, { state: 'sending', words: '' });
      send(one);
    },
    dismiss: ({ id }) => setSent((all) => all.filter((one) => one.id !== id)),
  };
}
