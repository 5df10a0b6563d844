import type { FreezeAct } from './freeze';
import { frozenTimes } from './times';

const at = (hours: number): string => `2026-11-02T${String(hours).padStart(2, '0')}:00:00.000Z`;
const times = (...acts: [FreezeAct, number][]) =>
  frozenTimes({
    ...{ cause: 'ticket', since: at(6) },
    events: acts.map(([act, hours]) => ({ act, at: at(hours), who: null, because: '' })),
  }).map(({ since, until, byRelease }) => [since, until, byRelease]);

test.each<[string, [FreezeAct, number][], unknown[]]>([
  ['stands', [['began', 7]], [[at(6), null, false]]],
  [
    'was lifted',
    [
      ['began', 7],
      ['ended', 9],
    ],
    [[at(6), at(9), false]],
  ],
  [
    'ended with the release',
    [
      ['began', 7],
      ['released', 9],
    ],
    [[at(6), at(9), true]],
  ],
  [
    'goes on after the release was taken back',
    [
      ['began', 7],
      ['released', 9],
      ['resumed', 10],
    ],
    [
      [at(6), at(9), true],
      [at(10), null, false],
    ],
  ],
])('a freeze that %s', (_what, acts, expected) => {
  expect(times(...acts)).toEqual(expected);
});
