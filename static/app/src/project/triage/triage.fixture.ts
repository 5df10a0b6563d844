import type { TriageRow } from '../../../../../src/contracts/triage-row';
import type { TriageItem, TriageSession } from '../../../../../src/contracts/triage-session';

/** A defect that waits for a decision, made up. @param n its number */
export function triageRow(n: number, change: Partial<TriageRow> = {}): TriageRow {
  return {
    ...{ defectId: String(20_000 + n), key: `SHOP-${n}`, summary: `Defect ${n}`, status: 'Open', severity: 'S2' },
    ...{ createdAt: '2026-11-01T09:00:00.000Z', score: 60, slaDueAt: null, overdue: false, owner: null, fixVersions: [] },
    clock: {
      ...{ state: 'running', cycle: 'normal', startedAt: '2026-11-01T09:00:00.000Z', warnAt: null, acceptAt: null },
      ...{ dueAt: '2026-11-03T09:00:00.000Z', windowMinutes: 960, counted: 'working-time', stoppedAt: null },
    },
    ...{ decision: null, question: null, disagreement: false },
    recommendation: { kind: 'none', versionId: null, sentence: 'Nothing presses. People decide when it is fixed.' },
    ...change,
  };
}

export function triageItem(n: number, change: Partial<TriageItem> = {}): TriageItem {
  return { row: triageRow(n), state: 'waiting', skipped: 0, votes: 0, mine: null, revealed: null, ...change };
}

/** An open session over made-up defects, the first of which is the current one. */
export function triageSession(items: readonly TriageItem[], change: Partial<TriageSession> = {}): TriageSession {
  const decided = items.filter(({ state }) => state === 'decided').length;
  return {
    ...{
      kind: 'session',
      now: '2026-11-02T09:00:00.000Z',
      revision: '1',
      step: 1,
      id: 's',
      projectId: '10000',
      title: 'Monday triage',
    },
    ...{ state: 'open', startedAt: '2026-11-02T08:54:00.000Z', closedAt: null, role: 'qa', people: [], elsewhere: false },
    ...{ currentId: items[0]?.row.defectId ?? null, items: [...items], decided, left: items.length - decided, targets: [] },
    ...change,
  };
}
