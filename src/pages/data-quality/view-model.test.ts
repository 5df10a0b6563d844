import { mayNothing } from '../access';
import type { QualityDefect } from '../../defects/shell';
import { now, project } from '../screen.fixture';
import { addDefects, emptyTally } from './tally';
import { dataQualityView } from './view-model';

const context = { now, statuses: new Map([['1', 'new']]), tiers: ['standard'] };
const access = { mayBrowse: true, levels: [], may: mayNothing };

function aDefect(n: number, parts: Partial<QualityDefect> = {}): QualityDefect {
  return {
    ...{ id: String(n), key: `SHOP-${n}`, securityLevel: null, open: true, statusId: '1', statusSince: null, tier: null },
    ...{ severityRaw: 'S2', severity: 'S2', createdAt: '2026-10-01T09:00:00.000Z', updatedAt: '2026-10-02T09:00:00.000Z' },
    ...{ resolvedAt: null, lost: false, spans: [] },
    ...parts,
  };
}
const unanswered = { shown: 0, accepted: 0, refused: 0 };
const nothing = { likely: unanswered, all: unanswered, places: [] };
const view = (...pages: QualityDefect[][]) => {
  const tally = pages.reduce((before, page) => addDefects(before, page, access, context), emptyTally);
  return dataQualityView({ project, tally, summaries: new Map([['1', 'Checkout fails']]), scorecard: nothing, now });
};
const missing = { severityRaw: null, severity: null };

test('nothing found is good news', () => {
  const { sentence, checks } = view([aDefect(1), aDefect(2)]);
  expect(sentence).toBe('Figures can be relied on: the checks found nothing in all 2 defects that you may see.');
  expect(checks).toHaveLength(9);
});

test('what was found is counted over all pages, and the check that found most stands first', () => {
  const { sentence, checks, checked } = view([aDefect(1, { tier: 'gold' }), aDefect(2, missing)], [aDefect(3, missing)]);
  expect(sentence).toBe('3 of 3 defects have something in Jira that makes figures doubtful: 2 of 9 checks found it.');
  expect(checked).toBe(3);
  expect(checks.slice(0, 2).map(({ id, count }) => [id, count])).toEqual([
    ['severity-missing', 2],
    ['tier-unknown', 1],
  ]);
  expect(checks[1]?.defects).toEqual([{ id: '1', key: 'SHOP-1', summary: 'Checkout fails', note: 'It says "gold".' }]);
});

test('what the viewer may not see is counted and never named', () => {
  const seen = view([aDefect(1), aDefect(2, { ...missing, securityLevel: '900' })]);
  expect(seen.sentence).toMatch(
    /nothing in the one defect that you may see\. Of those that you may not see, some are doubtful\.$/,
  );
  expect(seen.checks[0]).toMatchObject({ id: 'severity-missing', count: 0, hidden: 1, defects: [] });
  expect(JSON.stringify(seen)).not.toContain('SHOP-2');
});

test('at most a hundred are named, the worst first', () => {
  const many = Array.from({ length: 150 }, (_, n) => aDefect(n + 10, { tier: 'gold' }));
  const worst = aDefect(1, { tier: 'gold', severityRaw: 'S1', severity: 'S1' });
  const [check] = view(many, [worst]).checks;
  expect([check?.count, check?.defects.length, check?.defects[0]?.key]).toEqual([151, 100, 'SHOP-1']);
});

test('an empty project says so', () => {
  expect(view([]).sentence).toBe('There is no defect to look at yet.');
});

test('how suggested duplicates hold is told once there was one', () => {
  expect(view([]).duplicates).toEqual({ sentence: 'No duplicate was suggested to anybody yet.', places: [] });
  const likely = { shown: 30, accepted: 17, refused: 2 };
  const all = { shown: 90, accepted: 20, refused: 30 };
  const scorecard = { likely, all, places: [{ place: 1, ...likely }] };
  const { duplicates } = dataQualityView({ project, tally: emptyTally, summaries: new Map(), scorecard, now });
  expect(duplicates.sentence).toBe(
    '17 of 19 likely duplicates were confirmed (interval 69 to 97 %). 20 of 50 suggestions in all were confirmed (interval 28 to 54 %).',
  );
  expect(duplicates.places).toEqual([{ place: 1, ...likely }]);
});
