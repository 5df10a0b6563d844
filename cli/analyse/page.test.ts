import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { agingViewSchema, defectAgingViewSchema } from '../../src/contracts/aging';
import { analysisCalls } from '../../src/contracts/analysis-page';
import { chartDefectsViewSchema } from '../../src/contracts/chart-defects';
import { flowDefectsViewSchema, flowViewSchema } from '../../src/contracts/flow';
import { readExport } from '../../src/ingest/exports';
import { answersFrom } from '../page/answers';
import { pageDataSchema } from '../page/page-data';
import { dataMark, titleMark } from '../page/template';
import { analyse } from './analysis';
import { issueCollector } from './collect';
import { pageDataOf } from './page-data';
import { pageText } from './page-text';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'metrics.md'), 'utf8');
const [, example = ''] = /^```jsonl\n(.*?)^```/ms.exec(guide) ?? [];

/** What a page holds of an export, as it comes out of the page again. */
function pageOf(text: string, { severity = 'priority', at = null }: { severity?: string; at?: number | null } = {}) {
  const collector = issueCollector();
  const reader = readExport(severity, collector, true);
  reader.write(new TextEncoder().encode(text));
  reader.end();
  const issues = collector.collected(at);
  const words = { title: 'example.jsonl', severityField: severity, site: null };
  return pageDataSchema.parse(JSON.parse(JSON.stringify(pageDataOf(analyse(issues, at ?? issues.latest), words))));
}

/** Asks the page as its screens do. */
function ask(text: string, options?: Parameters<typeof pageOf>[1]) {
  const answer = answersFrom(pageOf(text, options));
  return {
    answer,
    flow: flowViewSchema.parse(answer('flow', { projectId: '1', range: 'all', by: 'status' })),
    aging: agingViewSchema.parse(answer('aging', { projectId: '1' })),
    overview: analysisCalls.overview.view.parse(answer('overview', {})),
    backlog: analysisCalls.backlog.view.parse(answer('backlog', { range: 'all' })),
    times: analysisCalls.times.view.parse(answer('times', { one: 'all', other: 'S2' })),
  };
}

test('the flow of the guide’s example has the counts that the guide shows', () => {
  const { flow } = ask(example);
  expect(flow.bands.map(({ name }) => name)).toEqual(['To Do', 'In Progress', 'In Review', 'Done']);
  const days = flow.bands[0]?.counts.map((_, day) => flow.bands.map(({ counts }) => counts[day]));
  const shown = /"counts": (\[[^}]*?\])\s*\}/s.exec(guide)?.[1] ?? '';
  expect(days).toEqual(z.array(z.array(z.number())).parse(JSON.parse(shown)));
  expect(flow.check).toEqual({ wrongDays: 0, differing: [], defects: 4 });
});

test('lists behind a point name the issues with what the export says of them', () => {
  const { answer, flow } = ask(example.replace('"priority":{"id":"4"', '"summary":"Basket loses items","priority":{"id":"4"'));
  const toDo = flow.bands[0]?.id;
  const behind = answer('flowDefects', { projectId: '1', day: flow.today, by: 'status', band: toDo });
  const { ids } = flowDefectsViewSchema.parse(behind);
  const { rows } = chartDefectsViewSchema.parse(answer('chartDefects', { projectId: '1', ids: [...ids, '99'] }));
  expect(rows).toMatchObject([{ key: 'SHOP-4', summary: 'Basket loses items', severity: 'S4', status: 'To Do', open: true }]);
});

test('aging, repair and backlog come to what the guide says', () => {
  const { answer, aging, times, backlog, overview } = ask(example);
  expect(aging.dots).toMatchObject({ keys: ['SHOP-3', 'SHOP-4'], days: [6, 1.17], statusDays: [4.5, 1.17] });
  expect(times.groups.map(({ key, name, count }) => [key, name, count])).toEqual([
    ['all', 'All issues', 4],
    ['S2', 'S2, High', 3],
    ['S4', 'S4, Low', 1],
  ]);
  expect(times.groups[1]).toMatchObject({ repair: { median: 4, ended: 2, open: 1 }, p85: 4, p95: 4 });
  expect(times.curves.map(({ stage }) => stage.name)).toEqual(['All issues', 'S2, High']);
  expect(backlog.periods.map(({ arrived, resolved, open }) => [arrived, resolved, open])).toEqual([
    [2, 0, 2],
    [2, 2, 2],
  ]);
  const list = answer('timesIssues', { group: 'S2', part: 'resolved' });
  expect(analysisCalls.timesIssues.view.parse(list)).toEqual({ ids: ['2', '1'], total: 2 });
  expect(overview).toMatchObject({ issues: 4, open: 2, at: '2026-11-10T12:00:00.000Z', notes: [], first: { key: 'SHOP-3' } });
  expect(overview.verdicts[0]).toEqual({
    ...{ part: 'backlog', isDrawn: true },
    sentence: '2 open. Since the first one 4 came and 2 went: 2 more than before.',
  });
});

test('the issues of a period are those that its counts say', () => {
  const { answer, backlog } = ask(example);
  const keysOf = (period: number, part: string) => {
    const { first, last } = backlog.periods[period] ?? { first: 0, last: 0 };
    const { ids, total } = analysisCalls.backlogIssues.view.parse(answer('backlogIssues', { first, last, part }));
    expect(total).toBe(ids.length);
    return ids;
  };
  expect([keysOf(0, 'arrived'), keysOf(0, 'open')]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
  expect([keysOf(1, 'arrived'), keysOf(1, 'resolved'), keysOf(1, 'open')]).toEqual([
    ['3', '4'],
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('where the days of one issue went can be asked, and nothing that an export does not have', () => {
  const { answer } = ask(example);
  const detail = defectAgingViewSchema.parse(answer('defectAging', { issueId: '3', day: null }));
  expect(detail).toMatchObject({
    kind: 'open',
    key: 'SHOP-3',
    spent: [{ status: 'To Do', days: 1.5 }, { status: 'In Progress' }],
  });
  expect(() => answer('deferrals', {})).toThrow('does not answer deferrals');
  expect(() => answer('toString', {})).toThrow('does not answer toString');
});

test('what came after the moment is not in the page', () => {
  const data = pageOf(example, { at: Date.parse('2026-11-04T10:30:00Z') });
  expect(data).toMatchObject({ keys: ['SHOP-1', 'SHOP-2'], resolvedAfter: [-1, -1], spanCounts: [4, 1] });
});

const csv = `Issue key,Summary,Assignee,Status,Created,Resolved,Custom field (Risk)
A-1,One,Ada,Done,2026-11-01 10:00,2026-11-02 10:00,rot
A-2,"Two, more",,Open,2026-11-02 10:00,,gelb
`;

test('an export without a changelog has no flow and no past days, and says so', () => {
  const { overview, aging, times } = ask(csv, { severity: 'Risk' });
  expect(overview.verdicts.find(({ part }) => part === 'flow')).toMatchObject({ isDrawn: false });
  expect(overview.unknown.map(({ what }) => what)).toContain('Where issues stood on past days');
  expect(aging).toMatchObject({ open: 1, firstDay: aging.today });
  expect(aging.oldest).toMatchObject([{ key: 'A-2', summary: 'Two, more', assignee: null }]);
  expect(times.groups[0]).toMatchObject({ repair: { ended: 1, open: 1 }, firstMove: { ended: 0, open: 0, unknown: 2 } });
  expect(overview.severityNote).toContain('Nothing in the export says which of its values is worse (gelb, rot)');
  expect(overview.severities).toEqual([]);
});

test('a severity that no issue has is said, not shown as none', () => {
  const { overview } = ask(example, { severity: 'customfield_1' });
  expect(overview.severityNote).toContain('No issue has a value in the field “customfield_1”');
});

test('a status in which all are resolved is done, and a contradiction is noted', () => {
  const renamed = example.replaceAll('"key":"done"', '"key":"new"');
  expect(ask(renamed).overview).toMatchObject({ open: 2, notes: [] });
  const unresolved = example.replace('"resolutiondate":"2026-11-07T09:00:00.000+0000"', '"resolutiondate":null');
  expect(ask(unresolved).overview.notes).toEqual([
    '1 issue is resolved in a status that is not done, or the reverse (SHOP-2). This page goes by the status, as the app does; what the command prints goes by the resolution.',
  ]);
});

test('summaries are cut, by characters that people see as one', () => {
  const long = '😀'.repeat(200);
  const data = pageOf(example.replace('"priority":{"id":"4"', `"summary":"${long}","priority":{"id":"4"`));
  expect(data.summaries[3]).toBe(`${'😀'.repeat(159)}…`);
  expect(data.summaryCut).toBe(159);
});

test('nothing of an export can be taken for markup', () => {
  const hostile = '</script><script>alert(1)</script>\u2028$&<!--holdpoint:data-->';
  const data = { ...pageOf(example), title: hostile, summaries: [hostile] };
  const text = pageText(`<title>${titleMark}</title><script>${dataMark}</script>`, data);
  expect(text.match(/<[^>]*>/g)).toEqual(['<title>', '</title>', '<script>', '</script>']);
  const packed = /<script>(.*)<\/script>/s.exec(text)?.[1] ?? '';
  expect(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString())).toMatchObject({
    title: hostile,
    summaries: [hostile],
  });
  expect(() => pageText('<title></title>', data)).toThrow('no place');
});
