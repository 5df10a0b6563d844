import { notesText, releaseNotes, slipsOf } from './release-notes';
import type { NotedDefect, PlannedSpan } from './release-notes';

const span = (value: string, from: number, to: number | null): PlannedSpan => ({
  value,
  from: `2026-10-0${from}T00:00:00.000Z`,
  to: to === null ? null : `2026-10-0${to}T00:00:00.000Z`,
});
const defect = (key: string, parts: Partial<NotedDefect> = {}): NotedDefect => ({
  ...{ id: key, key, summary: 'Checkout fails', severity: 'S2', done: false, planned: true, slips: 0, deferral: null },
  ...parts,
});
const deferral = { until: '2026-12-01T23:59:59.999Z', target: '4.3.0', control: 'Pay by invoice' };

test.each<[string, PlannedSpan[], number]>([
  ['was never planned', [], 0],
  ['is where it has always been', [span('1', 1, null)], 0],
  ['was moved once', [span('1', 1, 3), span('2', 3, null)], 1],
  ['was moved twice', [span('1', 1, 3), span('2', 3, 5), span('3', 5, null)], 2],
  ['was moved with a pause', [span('1', 1, 3), span('2', 5, null)], 1],
  ['was taken out for good', [span('1', 1, 3)], 0],
  ['was taken out of one of two', [span('1', 1, 3), span('2', 1, null)], 1],
  ['went out and came back to the same', [span('1', 1, 3), span('1', 5, null)], 0],
])('a defect that %s', (_, planned, slips) => {
  expect(slipsOf(planned)).toBe(slips);
});

test('each defect stands where it belongs, the worst first', () => {
  const notes = releaseNotes([
    defect('SHOP-10', { done: true }),
    defect('SHOP-9', { done: true }),
    defect('SHOP-8', { severity: null }),
    defect('SHOP-7', { severity: 'S3' }),
    defect('SHOP-6', { planned: false, deferral }),
    defect('SHOP-5', { deferral }),
    defect('SHOP-4', { planned: false, done: true, deferral }),
  ]);
  const keys = (some: readonly NotedDefect[]) => some.map(({ key }) => key);
  expect(keys(notes.fixed)).toEqual(['SHOP-9', 'SHOP-10']);
  expect(keys(notes.known)).toEqual(['SHOP-5', 'SHOP-6']);
  expect(keys(notes.left)).toEqual(['SHOP-8', 'SHOP-5', 'SHOP-7']);
});

test('the text says what is fixed and what to do about what is not, without markup from titles', () => {
  const text = notesText('Shop 4.2.0', {
    fixed: [defect('SHOP-9', { summary: 'A *bold* [link](https://example.com)\n# and a head' })],
    known: [defect('SHOP-5', { deferral })],
  });
  expect(text).toBe(
    [
      '# Shop 4.2.0',
      '',
      '## Fixed',
      '',
      '- SHOP-9 A \\*bold\\* \\[link\\](https://example.com) \\# and a head (S2)',
      '',
      '## Known issues',
      '',
      '- SHOP-5 Checkout fails (S2). To be fixed in 4.3.0. Until then: Pay by invoice',
      '',
    ].join('\n'),
  );
  expect(notesText('Shop 4.2.0', { fixed: [], known: [] })).toContain('Nothing.\n\n## Known issues\n\nNone.');
});
