import type { MoveScopeView, ScopeRow, ScopeView } from '../../../src/contracts/scope';
import type { Scenario } from './sample-project';

const dayMs = 86_400_000;
const inDays = (now: string, days: number): string => new Date(Date.parse(now) + days * dayMs).toISOString().slice(0, 10);
const titles = ['Wish lists can be shared', 'Pick up in a store', 'The menu opens on a swipe', 'Coupons stay in the basket'];

function row(n: number): ScopeRow {
  const isDefect = n % 3 === 2;
  const severity = n % 2 === 0 ? 'S3' : 'S1';
  return {
    ...{
      id: String(n + 1),
      key: `SHOP-${n + 1}`,
      summary: titles[n % titles.length] ?? '',
      kind: isDefect ? 'defect' : 'feature',
    },
    ...{ workType: isDefect ? 'Defect' : 'Story', status: n % 4 === 0 ? 'In progress' : 'Open', started: n % 4 === 0 },
    ...{ severity: isDefect ? severity : null, value: Math.max(10, 90 - 3 * n), valueFrom: isDefect ? 'score' : 'priority High' },
    ...{ size: 1 + (n % 5), sizeKnown: n % 4 !== 3 },
    stays: isDefect && severity === 'S1' ? 'Stays: S1' : null,
  };
}

/** The screen: `project.html?at=/scope`; `&defects=0` where nothing is planned, `&store=empty` without a release. */
export function sampleScope({ defects, store }: Scenario, now: string): ScopeView {
  const rows = Array.from({ length: defects }, (_, n) => row(n));
  const free = rows.filter(({ stays }) => stays === null);
  const version = { id: '10002', name: '4.2.0', startDate: '2026-08-24', releaseDate: inDays(now, 11), released: false };
  const next = { ...version, id: '10003', name: '4.3.0', releaseDate: inDays(now, 80) };
  const isEmpty = store === 'empty';
  const state = isEmpty ? 'no-release' : defects === 0 ? 'empty' : defects < 8 ? 'fits' : 'exceeds';
  const set = (ids: readonly string[]) => ({
    ids: [...ids],
    size: 3 * ids.length,
    value: 30 * ids.length,
    smallest: true,
    short: 0,
  });
  const amount = (count: number) => ({ count, size: 3 * count, jql: 'project = SHOP AND fixVersion = 10002' });
  return {
    ...{ now, project: { id: '10000', key: 'SHOP', name: 'Web shop' }, store: { kind: 'ready', upTo: now }, state },
    ...{ version: isEmpty ? null : version, versions: isEmpty ? [] : [version, next] },
    sentence: isEmpty
      ? 'No release is planned: create a version in Jira, and its scope stands here.'
      : '4.2.0 holds 9 points more than can be finished: 33 points by 13 November. 3 issues would have to leave.',
    ...{ unit: 'points', unitBecause: 'Story points are counted, because most issues have them.' },
    capacity: isEmpty
      ? null
      : { ...{ size: 33, perWeek: 17.5, daysLeft: 9.8, inDays: 64 }, finished: amount(76), taken: amount(2) },
    planned: { feature: amount(rows.length - 4), defect: amount(4) },
    done: { feature: amount(11), defect: amount(7) },
    budget: isEmpty ? null : { ...{ share: 20, size: 18.6, done: 9, planned: 12, left: 0, over: 2.4 }, kept: 0 },
    excess: state === 'exceeds' ? 9 : 0,
    leaving: state === 'exceeds' ? set(free.slice(-3).map(({ id }) => id)) : null,
    alternatives:
      state === 'exceeds'
        ? [{ ...{ kind: 'fewest', title: 'As few issues as possible' }, ...set(free.slice(0, 2).map(({ id }) => id)) }]
        : [],
    ...{ rows, hidden: 1, cut: [], targets: [{ id: next.id, name: next.name }] },
    restsOn: ['76 issues were finished in the last 90 days: 17.5 points in five working days.'],
  };
}

/** All moved but the last. */
export function sampleScopeMove(): MoveScopeView {
  return {
    kind: 'done',
    results: [
      { issueId: '1', key: 'SHOP-1', problem: null },
      { issueId: '2', key: 'SHOP-2', problem: 'Jira does not let you edit it.' },
    ],
  };
}
