import type { NominationFact } from '../evidence';
import type { BlockersNominatedRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: BlockersNominatedRow = { rule: 'blockers-nominated', stage: 'production', breach: 'holds', undecided: 'passes' };
const asked = (defectId: string): NominationFact => ({ defectId, state: 'asked' });
const granted = (defectId: string): NominationFact => ({ defectId, state: 'granted' });

test.each<[string, NominationFact[], 'holds' | 'passes', string, string[], string]>([
  ['nothing nominated', [], 'holds', 'met', [], 'no granted blockers are open'],
  ['one granted', [granted('7')], 'passes', 'breached', ['7'], '1 granted blocker is open'],
  [
    'one asked, which passes',
    [asked('7')],
    'passes',
    'met',
    [],
    'no granted blockers are open, 1 nomination waits for a decision',
  ],
  [
    'one asked, which holds',
    [asked('7')],
    'holds',
    'breached',
    ['7'],
    'no granted blockers are open, 1 nomination waits for a decision',
  ],
  [
    'both',
    [granted('1'), granted('2'), asked('3'), asked('4')],
    'passes',
    'breached',
    ['1', '2'],
    '2 granted blockers are open, 2 nominations wait for a decision',
  ],
])('%s', (_, facts, undecided, state, defectIds, reason) => {
  const { condition } = verdictOn({ ...row, undecided }, 'nominations', facts);
  expect(condition).toMatchObject({ state, value: defectIds.length, defectIds, reason });
});

test('nominations that were not looked up hold the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});
