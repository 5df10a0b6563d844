import type { Forecast } from '../../analytics';
import { delayView } from './delay-view';

const now = '2026-11-02T09:00:00.000Z';
const firstDay = Math.floor(Date.parse(now) / 86_400_000);
const falling = Float64Array.from({ length: 40 }, (_, n) => Math.max(0, 4 - n / 10));
const looked = (open: Float64Array): Forecast => ({ firstDay, open, by: new Float64Array(40), clear: new Float64Array(40) });
const escapes = [3, 5, 4].map((count) => ({ count, users: [100, 200, 300, 400] }));
const facts = {
  ...{ forecast: looked(falling), releaseDate: '2026-11-12', later: ['2026-11-15', null, '2026-11-10'] },
  ...{ escapes, blocking: ['S1', 'S2'] as const, now },
};

test('what goes out with it is weighed against what waiting would spare', () => {
  const view = delayView(facts);
  expect(view.kind === 'weighed' && view.sentence).toBe(
    'Going out on 12 November takes 3 open blockers along on average: about 750 users would meet them. Waiting 7 days would spare about 180 of them, 25 for each day.',
  );
  expect(view.kind === 'weighed' && view.choices.map(({ day, delay }) => [day, delay])).toEqual([
    ['2026-11-12', 0],
    ['2026-11-15', 3],
    ['2026-11-19', 7],
    ['2026-11-26', 14],
  ]);
});

test('where new ones come as quickly, waiting spares nobody', () => {
  const view = delayView({ ...facts, forecast: looked(new Float64Array(40).fill(2)) });
  expect(view.kind === 'weighed' && view.sentence).toMatch(/Waiting 7 days would spare next to none of them/);
});

test.each([
  ['no date', { releaseDate: null }, /no date in Jira/],
  ['a date that is over', { releaseDate: '2026-11-01' }, /is over/],
  ['few releases', { escapes: escapes.slice(1) }, /Fewer than three releases/],
  ['no word on users', { escapes: escapes.map(({ count }) => ({ count, users: [] })) }, /Fewer than ten S1 and S2 defects/],
  ['a date that is far away', { releaseDate: '2027-11-01' }, /too far away/],
])('with %s it cannot be said, and the card says why', (_, parts, because) => {
  const view = delayView({ ...facts, ...parts });
  expect(view.kind === 'cannot-say' && view.because).toMatch(because);
});
