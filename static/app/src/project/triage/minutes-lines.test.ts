import type { TriageItem } from '../../../../../src/contracts/triage-session';
import { minutesOf, toComment } from './minutes-lines';
import { triageItem, triageRow } from './triage.fixture';

const revealed: TriageItem['revealed'] = {
  ratings: [{ risk: 2, impact: 4, person: 'a', role: 'qa', me: true }],
  ...{ risk: 2, impact: 4, disagreement: { risk: false, impact: false } },
};
const decision: TriageItem['row']['decision'] = {
  id: 'd',
  kind: 'not-a-defect',
  sentence: 'It is not a defect.',
  by: 'a',
  byDefault: false,
  note: '',
  at: '2026-11-02T09:00:00.000Z',
  state: 'stands',
  because: null,
  versionId: null,
};

test('decided ones come first, then what was looked at and left open; what nobody came to is left out', () => {
  const items = [
    triageItem(1),
    triageItem(2, { skipped: 1 }),
    triageItem(3, { state: 'revealed', votes: 1, revealed }),
    triageItem(4, { state: 'decided', row: triageRow(4, { decision }) }),
    triageItem(5, { state: 'voting', votes: 2 }),
  ];
  const lines = minutesOf({ items });
  expect(lines.map(({ row, decision: made, ratings }) => [row.key, made?.sentence ?? null, ratings])).toEqual([
    ['SHOP-4', 'It is not a defect.', ''],
    ['SHOP-2', null, 'Nobody rated it'],
    ['SHOP-3', null, 'Deployment risk 2 of 5, business impact 4 of 5'],
    ['SHOP-5', null, '2 people rated it, and it was not shown'],
  ]);
  // A comment says what was decided, or ratings that all have seen.
  expect(lines.filter(toComment).map(({ row }) => row.key)).toEqual(['SHOP-4', 'SHOP-3']);
});
