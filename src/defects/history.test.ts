import { defectHistory, joinsOn } from './history';
import { aHistory, anIssue, aStatusChange, ids } from './issue.fixture';

const values = (spans: readonly { value: string | null }[]) => spans.map(({ value }) => value);

test('histories may come in any order; those of the same moment follow their ids', () => {
  const histories = [
    aHistory('100', '2026-10-03T08:00:00.000Z', aStatusChange('2', '3')),
    aHistory('99', '2026-10-03T08:00:00.000Z', aStatusChange('1', '2')),
    aHistory('98', '2026-10-02T08:00:00.000Z', aStatusChange('0', '1')),
  ];
  expect(values(defectHistory(anIssue(), histories, ids).status)).toEqual(['0', '1', '3']);
});

test('severity has a history of its own, by the id of its field', () => {
  const histories = [
    aHistory('1', '2026-10-02T08:00:00.000Z', {
      field: 'Defect severity',
      fieldId: 'customfield_1',
      from: null,
      fromString: null,
      to: null,
      toString: 'S2',
    }),
  ];
  const history = defectHistory(anIssue({ customfield_1: 'S2' }), histories, ids);
  expect([values(history.severity), values(history.status)]).toEqual([[null, 'S2'], ['3']]);
});

test('without the field there is no change of severity to see', () => {
  const none = { ...ids, 'defect-severity': null };
  expect(values(defectHistory(anIssue({ customfield_1: 'S2' }), [], none).severity)).toEqual([null]);
});

test('the newest histories join on where the oldest of them was read before', () => {
  const histories = [aHistory('9', '2026-10-03T08:00:00.000Z', aStatusChange('2', '3'))];
  expect([
    joinsOn(histories, '2026-10-04T00:00:00.000Z'),
    joinsOn(histories, '2026-10-03T08:00:00.000Z'),
    joinsOn([], '2027'),
  ]).toEqual([true, false, false]);
});
