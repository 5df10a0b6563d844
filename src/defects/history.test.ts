import { defectHistory, joinsOn, watchedFields } from './history';
import type { History } from './issue';
import { aHistory, anIssue, aStatusChange, ids } from './issue.fixture';
import type { Span } from './timeline';

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

const item = (fieldId: string, from: string | null, to: string | null): History['items'][number] => ({
  ...{ field: fieldId, fieldId, from, to },
  ...{ fromString: from === null ? null : `name of ${from}`, toString: to === null ? null : `name of ${to}` },
});

test('who was assigned is kept by account id, without a name', () => {
  const histories = [
    aHistory('1', '2026-10-02T08:00:00.000Z', item('assignee', null, 'account-dev')),
    aHistory('2', '2026-10-03T08:00:00.000Z', item('assignee', 'account-dev', 'account-qa')),
  ];
  const { assignee } = defectHistory(anIssue({ assignee: { accountId: 'account-qa' } }), histories, ids);
  expect(assignee.map(({ value, label }) => [value, label])).toEqual([
    [null, null],
    ['account-dev', null],
    ['account-qa', null],
  ]);
});

test('a person whom the changelog names without an id is nobody', () => {
  const unknown = { field: 'assignee', fieldId: 'assignee', from: null, fromString: 'Someone', to: '', toString: 'Another' };
  const { assignee } = defectHistory(anIssue(), [aHistory('1', '2026-10-02T08:00:00.000Z', unknown)], ids);
  expect(assignee).toMatchObject([{ value: null, label: null, to: null }]);
});

test('fix and affects versions have histories of their own', () => {
  const histories = [
    aHistory('1', '2026-10-02T08:00:00.000Z', item('fixVersions', '10510', null), item('fixVersions', null, '10511')),
    aHistory('2', '2026-10-03T08:00:00.000Z', item('versions', null, '10509')),
  ];
  const history = defectHistory(anIssue({ fixVersions: ['10511'], versions: ['10510', '10509'] }), histories, ids);
  const lasting = (spans: readonly Span[]) => spans.map(({ value, from, to }) => [value, from.slice(5, 10), to?.slice(5, 10)]);
  expect(lasting(history.fix)).toEqual([
    ['10510', '10-01', '10-02'],
    ['10511', '10-02', undefined],
  ]);
  expect(lasting(history.affects)).toEqual([
    ['10510', '10-01', undefined],
    ['10509', '10-03', undefined],
  ]);
});

test('components have a history of their own, and one that was read before they were followed joins on', () => {
  const histories = [aHistory('1', '2026-10-03T08:00:00.000Z', item('components', '20', null), item('components', null, '21'))];
  const issue = anIssue({ components: [{ id: '21', name: 'Payments' }] });
  const { component, ...rest } = defectHistory(issue, histories, ids);
  expect(component.map(({ value, from, to }) => [value, from.slice(5, 10), to?.slice(5, 10)])).toEqual([
    ['20', '10-01', '10-03'],
    ['21', '10-03', undefined],
  ]);
  expect(defectHistory(issue, histories, ids, { ...rest, component: [] }).component).toEqual(component);
});

test('every kind joins on to what is known of it', () => {
  const before = [
    aHistory('1', '2026-10-02T08:00:00.000Z', aStatusChange('1', '3'), item('assignee', null, 'account-dev')),
    aHistory('2', '2026-10-02T09:00:00.000Z', item('fixVersions', null, '10511'), item('versions', null, '10510')),
  ];
  const after = [
    aHistory('3', '2026-10-04T08:00:00.000Z', item('assignee', 'account-dev', null), item('versions', null, '10509')),
  ];
  const read = { assignee: { accountId: 'account-dev' }, updated: '2026-10-02T09:00:00.000Z', customfield_1: 'S2' };
  const known = defectHistory(anIssue(read), before, ids);
  const now = anIssue({ versions: ['10510', '10509'], customfield_1: 'S2' });
  expect(defectHistory(now, after, ids, known)).toEqual(defectHistory(now, [...before, ...after], ids));
});

test('a whole changelog is asked for the fields of every kind', () => {
  expect(watchedFields(ids)).toEqual(['status', 'assignee', 'fixVersions', 'versions', 'components', 'customfield_1']);
});
