import { columnsOf, issue, on, status } from './history.fixture';
import type { TimedIssue } from './changes';
import { statusSpans } from './metrics/status-time';
import { statusBands } from './status-bands';

function bandsOf(issues: readonly TimedIssue[], categories: Readonly<Record<string, string>> = {}) {
  const columns = columnsOf(issues);
  const bands = statusBands(columns, statusSpans(columns), (place) => categories[columns.statuses[place]?.name ?? ''] ?? null);
  const bandOf = (name: string) => bands.bandOf[columns.statuses.findIndex((each) => each.name === name)];
  return { names: bands.names, bandOf };
}

test('bands stand in the order of their categories, then of their first moment', () => {
  const issues = [
    issue(on(5), null, 'Done', [on(6), 'Open', 'Review'], [on(7), 'Review', 'Done']),
    issue(on(0), null, 'Done', [on(2), 'Open', 'In Progress'], [on(3), 'In Progress', 'Done']),
    issue(on(1), null, 'Reopened'),
  ];
  const categories = { Done: 'done', Open: 'new', Reopened: 'new', 'In Progress': 'indeterminate' };
  expect(bandsOf(issues, categories).names).toEqual(['Open', 'Reopened', 'In Progress', 'Review', 'Done']);
  expect(bandsOf(issues).names).toEqual(['Open', 'Reopened', 'In Progress', 'Done', 'Review']);
});

test('a renamed status is one band under its newest name, which is the present one where an issue has it', () => {
  const change = (at: number, from: string, to: string): TimedIssue => ({
    ...{ created: on(0), resolved: null, status: status('x') },
    changes: [{ at, order: 0, from: { id: '1', name: from }, to: { id: '2', name: to } }],
  });
  const issues = [
    change(on(3), 'New', 'Doing'),
    change(on(2), 'Fresh', 'Working'),
    { ...change(on(1), 'New', 'Doing'), status: { id: '2', name: 'Wip' } },
  ];
  const { names, bandOf } = bandsOf(issues);
  expect(names).toEqual(['New', 'Wip']);
  expect([bandOf('New'), bandOf('Fresh'), bandOf('Doing'), bandOf('Working'), bandOf('Wip')]).toEqual([0, 0, 1, 1, 1]);
});

test('two statuses of one name are one band, and one without a name has one of its own', () => {
  const issues: TimedIssue[] = [
    { created: on(0), resolved: null, status: { id: '1', name: 'Open' }, changes: [] },
    { created: on(1), resolved: null, status: { id: '2', name: 'Open' }, changes: [] },
    { created: on(2), resolved: null, status: { id: '3', name: null }, changes: [] },
    { created: on(3), resolved: null, status: { id: null, name: null }, changes: [] },
  ];
  expect(bandsOf(issues).names).toEqual(['Open', 'status 3', 'no status']);
});

test('a status that nobody was ever in has no band', () => {
  const one: TimedIssue = {
    ...{ created: on(0), resolved: null, status: status('Left') },
    changes: [{ at: on(1), order: 0, from: status('a'), to: status('b') }],
  };
  const { names, bandOf } = bandsOf([one]);
  expect([names, bandOf('Left')]).toEqual([['a', 'b'], 65_535]);
});
