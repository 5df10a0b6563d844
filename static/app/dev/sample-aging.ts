import {
  agingSeverities,
  agingStepsRequestSchema,
  type AgingStepsView,
  type AgingView,
  type DefectAgingView,
} from '../../../src/contracts/aging';
import type { Scenario } from './sample-project';

const dayMs = 86_400_000;
const dayBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * dayMs).toISOString().slice(0, 10);
const pace = (p50: number): AgingView['all'] => ({ p50, p85: p50 * 3, p95: p50 * 5, restsOn: 57 });
const few = { p50: null, p85: null, p95: null, restsOn: 3 };
const statuses = ['To Do', 'In Progress', 'Code review', 'In verification'];

/** The screen: `project.html?at=/aging&defects=600`. */
export function sampleAging({ defects, store }: Scenario, now: string): AgingView {
  const count = store === 'empty' ? 0 : defects;
  const dots = Array.from({ length: count }, (_, n) => {
    const days = Math.round(100 * (200 * ((count - n) / count) ** 3 + 0.1)) / 100;
    return { n, days, severity: agingSeverities[(n * 7) % 4] ?? 'none', column: (n * 13) % statuses.length };
  });
  return {
    ...{ now, revision: 'r1', project: { id: '10000', key: 'SHOP', name: 'Web shop' }, store: { kind: 'ready', upTo: now } },
    ...{ day: now.slice(0, 10), at: now, today: now.slice(0, 10), firstDay: dayBefore(now, count === 0 ? 0 : 400) },
    sentence: '7 of 43 open defects are older than 85 of 100 of their severity that were closed in the last 180 days.',
    first: { key: 'SHOP-1', because: 'S1, older than 97 of 100 closed S1, in Code review for 12 days' },
    ...{ windowDays: 180, least: 5, open: count, late: 7, exposureDays: 214, unranked: 3 },
    severities:
      count === 0
        ? []
        : agingSeverities.slice(0, 4).map((severity, n) => ({
            ...(n === 0 ? few : pace(4 * n)),
            ...{ severity, open: 10, late: 2, exposureDays: 40 },
          })),
    all: count === 0 ? { ...few, restsOn: 0 } : pace(10),
    columns:
      count === 0
        ? []
        : statuses.map((name, n) => ({
            ...{ key: String(n), name, open: dots.filter(({ column }) => column === n).length, pace: pace(2 + 3 * n), jql: null },
          })),
    dots: {
      ids: dots.map(({ n }) => String(n)),
      keys: dots.map(({ n }) => `SHOP-${n}`),
      severity: dots.map(({ severity }) => severity),
      column: dots.map(({ column }) => column),
      days: dots.map(({ days }) => days),
      statusDays: dots.map(({ days }) => days / 3),
      since: dots.map(({ days }) => Math.floor(Date.parse(now) / dayMs - days)),
      rank: dots.map(({ days }) => Math.min(100, Math.floor(days))),
    },
    oldest: dots.slice(0, 12).map(({ n, days, severity, column }) => ({
      ...{ id: String(n), key: `SHOP-${n}`, summary: 'The basket forgets its coupons', assignee: null, open: true },
      ...{
        severity: severity === 'none' ? null : severity,
        status: statuses[column] ?? '',
        days,
        statusDays: days / 3,
        rank: 97,
      },
    })),
    ...{ level: null, types: [{ id: '10001', name: 'Bug' }], components: [{ id: '501', name: 'Payments' }] },
    ...{ releases: [{ id: '10002', name: '4.2.0' }], hidden: count > 100 ? 2 : 0 },
  };
}

/** Who owns the oldest and what to do about each. */
export function sampleAgingSteps(payload: unknown, now: string): AgingStepsView {
  const { ids } = agingStepsRequestSchema.parse(payload);
  const owner = { accountId: 'sandbox:lead', name: 'Lea Lead', why: 'lead of the project, because no rota covers it' };
  const step = { kind: 'assign', words: 'Assign it: nobody has it, and it is 42 days past its resolution target' } as const;
  return { now, rows: ids.map((id) => ({ id, owner, step })) };
}

/** The line of the panel: `panel.html`. */
export function sampleDefectAging(now: string): DefectAgingView {
  return {
    ...{ kind: 'open', now, key: 'SHOP-12', summary: 'The basket forgets its coupons', severity: 'S2', status: 'Code review' },
    ...{ assignee: null, since: dayBefore(now, 34), days: 34.2, statusDays: 12.4, rank: 81, reference: pace(12) },
    spent: [
      { status: 'To Do', days: 3 },
      { status: 'In Progress', days: 18.8 },
      { status: 'Code review', days: 12.4 },
    ],
  };
}
