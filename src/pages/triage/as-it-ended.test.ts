import type { DecidedRound } from '../../triage/shell';
import { asItEnded } from './as-it-ended';

const session = { openedAt: '2026-11-20T10:00:00.000Z', closedAt: '2026-11-20T11:00:00.000Z' };
const item = (defectId: string, state: 'waiting' | 'revealed' | 'decided') => ({
  ...{ defectId, place: 0, state, skipped: 0, disagreed: false },
});
function decided(defectId: string, at: string): DecidedRound {
  return {
    ...{ id: `${defectId}-${at}`, defectId, projectId: '10', startedAt: at, endedAt: null, lapsedBecause: null, sessionId: null },
    ...{ state: 'stands', step: 'none', cycle: 'normal', waited: true, told: 'none' },
    decision: {
      ...{ choice: { kind: 'defer', note: '' }, basis: { severity: null }, because: null, at, by: null, versionId: null },
    },
  };
}

test('what was decided before or after a session is not decided in it', () => {
  const items = [item('1', 'decided'), item('2', 'decided'), item('3', 'decided'), item('4', 'waiting'), item('5', 'revealed')];
  const past = [
    decided('1', '2026-11-20T10:30:00.000Z'),
    // Thought better of, after the session.
    decided('1', '2026-11-21T10:00:00.000Z'),
    decided('2', '2026-11-21T10:00:00.000Z'),
    decided('3', '2026-11-01T10:00:00.000Z'),
    decided('3', '2026-11-22T10:00:00.000Z'),
  ];
  const ended = asItEnded(session, items, [{ defectId: '2' }], past);
  expect(ended.items.map(({ defectId, state }) => [defectId, state])).toEqual([
    ['1', 'decided'],
    // Somebody had rated it; the other was not come to.
    ['2', 'revealed'],
    ['3', 'waiting'],
    ['4', 'waiting'],
    ['5', 'revealed'],
  ]);
  expect([...ended.rounds.values()].map(({ id }) => id)).toEqual(['1-2026-11-20T10:30:00.000Z']);
});
