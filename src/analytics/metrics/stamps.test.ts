import { repairTimes, stampsOf } from './stamps';
import type { StampedDefect, Stamps } from './stamps';
import { medianTime } from './survival';

const defect = (parts: Partial<StampedDefect> = {}): StampedDefect => ({
  ...{
    created: 100,
    ended: NaN,
    moved: NaN,
    assigned: NaN,
    detectedIn: 'production',
    firstSeen: null,
    origin: null,
    affected: [],
  },
  ...parts,
});
const nothing = { version: null, build: null, commit: null };
const seen = (at: number, parts: object = {}) => ({ ...nothing, at, environment: 'staging', ...parts });
/** Version n of the staging environment came at n, that of production at 10 n. */
const introducedBy = ({ version }: { version: string | null }, environment: string) =>
  version === null ? NaN : Number(version) * (environment === 'staging' ? 1 : 10);

test.each([
  ['nothing but its creation', defect(), ['production', NaN, 100, NaN, NaN]],
  ['it was seen before somebody wrote it down', defect({ firstSeen: seen(80) }), ['production', NaN, 80, NaN, NaN]],
  ['it was seen later', defect({ firstSeen: seen(120) }), ['production', NaN, 100, NaN, NaN]],
  ['nobody said where: where it was seen', defect({ detectedIn: null, firstSeen: seen(80) }), ['staging', NaN, 80, NaN, NaN]],
  ['nobody said where, nobody saw it', defect({ detectedIn: null }), [null, NaN, 100, NaN, NaN]],
  ['what ran when it was seen', defect({ firstSeen: seen(120, { version: '7' }) }), ['production', 70, 100, NaN, NaN]],
  [
    'what somebody said goes before what ran',
    defect({ firstSeen: seen(120, { version: '7' }), origin: { ...nothing, version: '3' } }),
    ['production', 30, 100, NaN, NaN],
  ],
  [
    'of what somebody said nothing was told',
    defect({ firstSeen: seen(1, { version: '7' }), origin: nothing }),
    ['production', NaN, 1, NaN, NaN],
  ],
  [
    'nothing ran when it was seen: the first version that has it',
    defect({ firstSeen: seen(1), created: 99, affected: ['8', '6', 'x'], detectedIn: 'staging' }),
    ['staging', NaN, 1, NaN, NaN],
  ],
  ['nobody saw it: the first version that has it', defect({ affected: ['8', 'x', '6'] }), ['production', 60, 100, NaN, NaN]],
  [
    'what ran goes before the versions that have it',
    defect({ firstSeen: seen(120, { version: '7' }), affected: ['1'] }),
    ['production', 70, 100, NaN, NaN],
  ],
  ['the first of move and assignment', defect({ moved: 140, assigned: 130 }), ['production', NaN, 100, 130, NaN]],
  ['somebody was at it before it was found', defect({ moved: 90 }), ['production', NaN, 100, 100, NaN]],
  ['its end, where nobody took it up before', defect({ ended: 170 }), ['production', NaN, 100, 170, 170]],
  ['its end lies before its creation', defect({ ended: 50 }), ['production', NaN, 100, 100, 100]],
])('the stamps of a defect: %s', (_, one, expected) => {
  const { environment, introduced, detected, acknowledged, resolved } = stampsOf(one, introducedBy);
  expect([environment, introduced, detected, acknowledged, resolved]).toEqual(expected);
});

test('what came after it was found is a contradiction, and not an introduction', () => {
  expect(stampsOf(defect({ origin: { ...nothing, version: '11' } }), introducedBy)).toMatchObject({
    ...{ introduced: NaN, contradicted: true },
  });
});

const stamps = (parts: Partial<Stamps>): Stamps => ({
  ...{ environment: 'production', introduced: NaN, contradicted: false, detected: 0, acknowledged: NaN, resolved: NaN },
  ...parts,
});

test('what lasts counts as long as it has lasted, and what nobody could tell of does not count', () => {
  const { detect, acknowledge, repair } = repairTimes(
    [
      stamps({ detected: 10, introduced: 4, acknowledged: 12, resolved: 30 }),
      stamps({ detected: 20, acknowledged: null }),
      stamps({ detected: 30, resolved: 70 }),
      stamps({ detected: 60 }),
    ],
    50,
  );
  expect([[...detect.times], [...detect.hasEnded]]).toEqual([[6], [1]]);
  expect([[...acknowledge.times], [...acknowledge.hasEnded]]).toEqual([
    [2, 20, 0],
    [1, 0, 0],
  ]);
  expect([[...repair.times], [...repair.hasEnded]]).toEqual([
    [20, 30, 20, 0],
    [1, 0, 0, 0],
  ]);
});

test('the worked example of docs/metrics.md: six defects, of which four are repaired', () => {
  const days = [
    { detected: 0, resolved: 1 },
    { detected: 0, resolved: 2 },
    { detected: 7, resolved: NaN },
    { detected: 2, resolved: 6 },
    { detected: 1, resolved: 7 },
    { detected: 2, resolved: NaN },
  ];
  const { repair } = repairTimes(days.map(stamps), 10);
  expect([...repair.times]).toEqual([1, 2, 3, 4, 6, 8]);
  expect(medianTime(repair.times, repair.hasEnded)).toEqual({ median: 4, lower: 1, upper: null, ended: 4, censored: 2 });
});
