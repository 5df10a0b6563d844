import { useState } from 'react';
import type { TriageRow } from '../../../../../src/contracts/triage-row';
import { call } from '../../bridge/call';
import { counted } from '../../deferral/deferral-words';
import { toggled } from '../bulk/toggled';
import { useEach } from '../bulk/use-each';
import { decisionOn } from './use-decisions';

/** Defects of the queue that are chosen, and what becomes of all of them. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (defectId: string) => void;
  readonly pick: (defectIds: readonly string[]) => void;
  /** Those that the dialog asks about; null while it is not open. */
  readonly asking: readonly TriageRow[] | null;
  readonly ask: (rows: readonly TriageRow[]) => void;
  /** The dialog was left. @param asked ids of the defects whose deferral was asked for */
  readonly leave: (asked: readonly string[]) => void;
  /** They leave the queue, though what is shown of it does not know yet. */
  readonly taken: ReadonlySet<string>;
  readonly each: Pick<ReturnType<typeof useEach>, 'busy' | 'refused' | 'forget'>;
  /** What was done last; empty for nothing. */
  readonly said: string;
}

const none: ReadonlySet<string> = new Set();

/** Asks for the deferral of several defects, and decides so on each for which it was asked, as the form of one does. */
export function useChosen(reload: () => Promise<void>): Chosen {
  const [ids, setIds] = useState(none);
  const [asking, setAsking] = useState<readonly TriageRow[] | null>(null);
  const [taken, setTaken] = useState(none);
  const [said, setSaid] = useState('');
  const { busy, refused, run, forget } = useEach<{ id: string; key: string; row: TriageRow }>();

  const leave = async (defectIds: readonly string[]): Promise<void> => {
    // It may answer late, when another one is open.
    setAsking((now) => (now === asking ? null : now));
    const rows = asking?.filter(({ defectId }) => defectIds.includes(defectId)) ?? [];
    if (rows.length === 0) return;
    const those = new Set(defectIds);
    setIds((before) => new Set([...before].filter((id) => !those.has(id))));
    setTaken(those);
    setSaid(`${counted(rows.length, 'deferral')} asked for.`);
    const items = rows.map((row) => ({ id: row.defectId, key: row.key, row }));
    const left = await run(items, async ({ row }) => {
      const answer = await call('decideTriage', decisionOn(row, { kind: 'defer' }, null));
      if (answer.kind !== 'ok') return answer.message;
      return answer.view.kind === 'refused' ? answer.view.because : null;
    });
    await reload();
    setTaken(none);
    // Its deferral is asked for all the same: once it is approved, that is the decision.
    if (left.length > 0) setSaid(`${counted(rows.length, 'deferral')} asked for; ${left.length} could not be noted as decided.`);
  };
  return {
    ...{ ids, asking, taken, said, each: { busy, refused, forget } },
    toggle: (id) => setIds((before) => toggled(before, id)),
    pick: (defectIds) => setIds(new Set(defectIds)),
    ask: (rows) => {
      setSaid('');
      setAsking(rows);
    },
    leave: (defectIds) => void leave(defectIds),
  };
}
