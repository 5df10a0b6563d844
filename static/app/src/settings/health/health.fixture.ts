import type { ProjectHealth, Signal } from '../../../../../src/contracts/health';
import type { StoreState } from '../../../../../src/contracts/screen';

export const ready: StoreState = { kind: 'ready', upTo: '2026-11-12T09:00:00.000Z' };
export const reading: Extract<StoreState, { kind: 'reading' }> = {
  ...{ kind: 'reading', done: 10, total: 40, since: '2026-11-12T08:00:00.000Z', points: 120 },
  ...{ paused: false, waitUntil: null, expectedEnd: null },
};

export function aSignal(changes: Partial<Signal> = {}): Signal {
  return { id: 'events', title: 'Changes from Jira', state: 'good', sentence: 'None waits.', action: null, ...changes };
}

/** A project of which all is well. */
export function aProjectHealth(changes: Partial<ProjectHealth> = {}): ProjectHealth {
  return {
    project: { id: '10000', key: 'SHOP', name: 'Web shop' },
    store: ready,
    state: 'good',
    signals: [aSignal()],
    attachment: { state: 'attached', sentence: 'Every stage is guarded.', checkedAt: null, transitions: [], unguarded: [] },
    authority: [],
    ...changes,
  };
}
