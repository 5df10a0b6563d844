import { useState } from 'react';
import type { TriageChoice, TriageDecisionKind, TriageRow } from '../../../../../src/contracts/triage-row';
import type { TriageItem, TriageRole, TriageSession } from '../../../../../src/contracts/triage-session';
import { call } from '../../bridge/call';
import { ahead } from './ahead';
import type { Dimension, Draft } from './rating-rows';
import type { Decisions } from './use-decisions';
import type { LiveSession } from './use-session';

interface Props {
  readonly live: LiveSession;
  readonly session: TriageSession;
  readonly decisions: Decisions;
  readonly inTurn: (act: () => Promise<void>) => void;
}

export interface BoardState {
  /** As it will be once everything on its way is taken. */
  readonly session: TriageSession;
  /** What the viewer works on: the defect of the open form, else the current one. Null where there is none. */
  readonly item: TriageItem | null;
  readonly form: TriageDecisionKind | null;
  readonly draft: Draft;
  readonly turn: Dimension;
  /** Why the last act was not done. */
  readonly notice: string | null;
  readonly openForm: (kind: TriageDecisionKind | null) => void;
  readonly decide: (choice: TriageChoice) => void;
  readonly rate: (dimension: Dimension | 'turn', value: number) => void;
  readonly setTurn: (dimension: Dimension) => void;
  readonly reveal: () => void;
  readonly skip: () => void;
  /** To the one before, or to one that is chosen. */
  readonly back: (defectId: string | null) => void;
  readonly join: (role: TriageRole) => Promise<string | null>;
  readonly close: () => Promise<string | null>;
}

const nothingYet: Draft = { risk: null, impact: null };

/** What a person does on the board. Each act goes on its way in its turn; what can be foreseen is shown before the answer. */
export function useBoard({ live, session: known, decisions, inTurn }: Props): BoardState {
  const sessionId = known.id;
  const [skipping, setSkipping] = useState<readonly string[]>([]);
  // The defect as it was when the form was opened: a decision that somebody took meanwhile is not replaced unseen.
  const [form, setForm] = useState<{ readonly kind: TriageDecisionKind; readonly row: TriageRow } | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [turnOf, setTurnOf] = useState<{ readonly defectId: string | null; readonly turn: Dimension }>({
    defectId: null,
    turn: 'risk',
  });
  const [notice, setNotice] = useState<string | null>(null);

  const deciding = decisions.sent.flatMap(({ state, row }) =>
    state === 'sending' ? [{ defectId: row.defectId, act: 'decide' as const }] : [],
  );
  const session = ahead(known, [...deciding, ...skipping.map((defectId) => ({ defectId, act: 'skip' as const }))]);
  const itemOf = (id: string | null): TriageItem | null => session.items.find(({ row }) => row.defectId === id) ?? null;
  const item = itemOf(form?.row.defectId ?? null) ?? itemOf(session.currentId);
  const defectId = item?.row.defectId ?? null;
  const draft = (defectId === null ? undefined : drafts.get(defectId)) ?? item?.mine ?? nothingYet;
  const turn = turnOf.defectId === defectId ? turnOf.turn : 'risk';
  const setTurn = (next: Dimension): void => setTurnOf({ defectId, turn: next });

  const forget = (id: string): void => setDrafts((all) => new Map([...all].filter(([of]) => of !== id)));
  const sendVote = (id: string, { risk, impact }: Draft): void => {
    if (risk === null || impact === null) return;
    inTurn(async () => {
      const why = live.taken(await call('vote', { sessionId, defectId: id, risk, impact }));
      if (why !== null) setNotice(why);
      forget(id);
    });
  };
  const rate = (dimension: Dimension | 'turn', value: number): void => {
    setNotice(null);
    if (defectId === null || item === null) return;
    if (known.role === null) return setNotice('Say first as what you take part.');
    if (item.state === 'revealed' || item.state === 'decided')
      return setNotice('The ratings are shown, so they cannot be changed. Decide, or skip it.');
    const row = dimension === 'turn' ? turn : dimension;
    const next: Draft = { ...draft, [row]: value };
    setDrafts((all) => new Map(all).set(defectId, next));
    setTurn(row === 'risk' ? 'impact' : 'risk');
    sendVote(defectId, next);
  };
  const act = (send: () => Promise<string | null>): void => {
    setNotice(null);
    inTurn(async () => {
      const why = await send();
      if (why !== null) setNotice(why);
    });
  };
  const reveal = (): void => {
    if (defectId !== null) act(async () => live.taken(await call('reveal', { sessionId, defectId })));
  };
  const skip = (): void => {
    if (defectId === null || item === null || item.state === 'decided') return;
    setForm(null);
    setSkipping((all) => [...all, defectId]);
    act(async () => {
      const why = live.taken(await call('skip', { sessionId, defectId }));
      setSkipping((all) => all.filter((id) => id !== defectId));
      return why;
    });
  };
  const decide = (choice: TriageChoice): void => {
    setNotice(null);
    setForm(null);
    if (item !== null) decisions.decide(form?.row ?? item.row, choice);
  };
  return {
    ...{ session, item, form: form?.kind ?? null, draft, turn, notice, decide, rate, setTurn, reveal, skip },
    openForm: (kind) => {
      setNotice(null);
      // The quickest of all: it leaves a comment alone, which is written when the session ends, and can be taken back until then.
      if (kind === 'not-a-defect') return decide({ kind, note: '' });
      setForm(kind === null || item === null ? null : { kind, row: item.row });
    },
    back: (chosen) => {
      setForm(null);
      act(async () => live.taken(await call('back', { sessionId, defectId: chosen })));
    },
    join: async (role) => live.taken(await call('joinSession', { sessionId, role })),
    close: async () => live.taken(await call('closeSession', { sessionId })),
  };
}
