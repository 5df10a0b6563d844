import * as fc from 'fast-check';
import { defaultFixedBy, reportRelease } from '.';
import type { ReportedDefect, StoredCommit } from '.';

const question = { version: '4.2.0', branch: 'release/4.2', fixedBy: defaultFixedBy };
const commit = (
  sha: string,
  day: number,
  keys: readonly string[],
  branches: readonly string[],
  firstLine = 'Fix',
): StoredCommit => ({
  ...{ sha, keys, branches, firstLine },
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
});
const defect = (key: string, changes: Partial<ReportedDefect> = {}): ReportedDefect => ({
  ...{ key, statusCategory: 'done', resolution: 'Fixed', fixVersions: ['4.2.0'] },
  ...changes,
});
const both = ['main', 'release/4.2'];

test('what is fixed and in the branch, in another branch only, or nowhere', () => {
  const report = reportRelease(
    [
      commit('a', 1, ['SHOP-1'], both),
      commit('b', 2, ['SHOP-2'], ['main']),
      commit('c', 3, [], both),
      commit('d', 4, [], ['main']),
    ],
    [defect('SHOP-1'), defect('SHOP-2'), defect('SHOP-3')],
    question,
  );
  expect(report).toMatchObject({
    landed: 1,
    fixed: 3,
    orphanCommits: [{ sha: 'c' }],
    orphanFixes: [{ key: 'SHOP-3' }],
    missingFixes: [{ key: 'SHOP-2', shas: ['b'], branches: ['main'], reverted: false }],
  });
});

test.each<[string, Partial<ReportedDefect>]>([
  ['open', { statusCategory: 'indeterminate', resolution: null }],
  ['closed without a change', { resolution: "Won't Do" }],
  ['of another release', { fixVersions: ['4.3.0'] }],
])('a defect that is %s needs no commit', (_name, changes) => {
  expect(reportRelease([], [defect('SHOP-1', changes)], question)).toMatchObject({ fixed: 0, orphanFixes: [], missingFixes: [] });
});

test.each<[string, readonly string[], boolean]>([
  ['reverted', ['Round', 'Revert "Round"'], false],
  ['reverted and put back', ['Round', 'Revert "Round"', 'Reapply "Round"'], true],
  ['its revert reverted', ['Round', 'Revert "Round"', 'Revert "Revert "Round""'], true],
  ['put back and reverted again', ['Round', 'Revert "Round"', 'Reapply "Round"', 'Revert "Reapply "Round""'], false],
  ['one of two changes reverted', ['Round', 'Count', 'Revert "Count"'], true],
])('a fix %s', (_name, lines, landed) => {
  const commits = lines.map((line, n) => commit(`s${n}`, n + 1, ['SHOP-1'], both, line));
  const report = reportRelease(commits, [defect('SHOP-1')], question);
  expect(report.landed).toBe(landed ? 1 : 0);
  expect(report.missingFixes.map(({ reverted }) => reverted)).toEqual(landed ? [] : [true]);
});

test('a deep heap of quotes ends', () => {
  const line = 'Revert "'.repeat(100_000);
  expect(reportRelease([commit('a', 1, ['SHOP-1'], both, line)], [defect('SHOP-1')], question).fixed).toBe(1);
});

test('every fixed defect is counted once, in whatever order the commits come', () => {
  const keys = fc.subarray(['SHOP-1', 'SHOP-2', 'SHOP-3']);
  const commits = fc.array(
    fc.tuple(keys, fc.subarray(['main', 'release/4.2', 'hotfix/4.2.1']), fc.integer({ min: 1, max: 28 })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(commits, keys, (drafts, fixed) => {
      const all = drafts.map(([named, branches, day], n) => commit(`s${n}`, day, named, branches));
      const defects = fixed.map((key) => defect(key));
      const report = reportRelease(all, defects, question);
      expect(report.landed + report.orphanFixes.length + report.missingFixes.length).toBe(fixed.length);
      expect(reportRelease(all.toReversed(), defects, question)).toEqual(report);
    }),
  );
});
