import fc from 'fast-check';
import type { Issue } from '../model';
import { searchIssues } from './index';
import { anIssue, answer, doc, NOW, site } from './jql.fixture';

const clause = fc.constantFrom(
  'status = Done',
  'status was "To Do"',
  'status changed to Done',
  'priority > Medium',
  'assignee in (EMPTY, dev)',
  'fixVersion != "2.0"',
  'labels is EMPTY',
  'created >= "2026-10-15"',
  'resolved < now()',
  'description ~ firefox',
  'text ~ cart',
  'cf[10102] <= 12.5',
  'key > SHOP-1',
  'issue.property[gate].score > 6',
);
const { tree: query } = fc.letrec<{ tree: string; inner: string }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, clause, tie('inner')),
  inner: fc.oneof(
    tie('tree').map((one) => `NOT (${one})`),
    fc.tuple(tie('tree'), fc.constantFrom('AND', 'OR'), tie('tree')).map(([left, word, right]) => `(${left} ${word} ${right})`),
  ),
}));

describe('laws of the evaluation', () => {
  test('NOT (NOT q) finds what q finds', () => {
    fc.assert(fc.property(query, (q) => expect(answer(`NOT (NOT (${q}))`)).toBe(answer(q))));
  });

  test('q and NOT q never share an issue', () => {
    fc.assert(fc.property(query, (q) => expect(answer(`(${q}) AND NOT (${q})`)).toBe('')));
  });

  test('on fields without empty values q OR NOT q finds all', () => {
    const filled = fc.constantFrom(
      'status = Done',
      'project = SHOP',
      'created >= "2026-10-15"',
      'key = SHOP-1',
      'summary ~ cart',
      'type = Bug',
    );
    fc.assert(
      fc.property(filled, filled, (a, b) => expect(answer(`(${a} AND ${b}) OR NOT (${a} AND ${b})`).split(' ')).toHaveLength(4)),
    );
  });

  test('an order is total: it does not depend on the order in which issues come', () => {
    const sorting = fc.constantFrom(
      'priority',
      'assignee desc',
      'due',
      'fixVersion desc, status',
      'labels',
      'created asc',
      'key desc',
      '"Users affected"',
    );
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(some, sorting, (numbers, order) => {
        const all = numbers.map(manyIssue);
        const keys = (list: readonly Issue[]): readonly string[] => found(`ORDER BY ${order}`, list);
        expect(keys(all.toReversed())).toEqual(keys(all));
        expect(new Set(keys(all)).size).toBe(all.length);
      }),
    );
  });
});

function found(jql: string, issues: readonly Issue[]): readonly string[] {
  const result = searchIssues(jql, { issues, site, now: NOW, currentUser: 'rhea', timeZone: 'UTC' });
  if (result.kind === 'invalid') throw new Error(result.errors.join('\n'));
  return result.issues.map(({ key }) => key);
}

function manyIssue(n: number): Issue {
  const day = String(1 + (n % 28)).padStart(2, '0');
  return anIssue(String(1000 + n), `SHOP-${n}`, {
    priorityId: n % 5 === 0 ? null : String(1 + (n % 4)),
    statusId: ['1', '3', '5'][n % 3] ?? '1',
    assignee: [null, 'dev', 'qa'][n % 3] ?? null,
    fixVersionIds: n % 2 === 0 ? ['10021'] : [],
    labels: n % 7 === 0 ? ['cart'] : [],
    created: `2026-10-${day}T09:00:00.000Z`,
    updated: `2026-11-${day}T09:00:00.000Z`,
    dueDate: n % 3 === 0 ? null : `2026-11-${day}`,
    summary: `Defect ${n} in the cart`,
    description: doc(`Report number ${n} with a few words that nobody reads`),
    customFields: { customfield_10102: n % 11 },
  });
}

test('10,000 issues are searched whole', () => {
  const all = Array.from({ length: 10_000 }, (_, n) => manyIssue(n + 1));
  const jql = 'project = SHOP AND statusCategory != Done AND fixVersion = "1.1" AND created >= -60d ORDER BY priority DESC, key';
  expect(found(jql, all).length).toBeGreaterThan(1_000);
});
