import { levelFigure } from './level-words';

const level = { share: 85, days: 30, restsOn: 20, met: 17, reached: 29.3, past: 2 };

test.each([
  [{}, '85 of 100', 'kept: 17 of 20 were closed within 30 days, 85 of 100 are wanted; 2 open ones are past it already'],
  [
    { met: 16, reached: 41.2, past: 1 },
    '80 of 100',
    'missed: 16 of 20 were closed within 30 days, 85 of 100 are wanted; 85 of 100 took up to 42 days; 1 open one is past it already',
  ],
  // 84.6 of 100 are not 85.
  [
    { restsOn: 13, met: 11, reached: 30.5, past: 0, days: 1 },
    '84 of 100',
    'missed: 11 of 13 were closed within 1 day, 85 of 100 are wanted; 85 of 100 took up to 31 days; no open one is past it',
  ],
  [
    { restsOn: 4, met: 4, reached: null, past: 0 },
    'too few',
    '4 closed ones do not say how many are closed within 30 days; no open one is past it',
  ],
])('a service level %j in words', (parts, value, detail) => {
  expect(levelFigure({ ...level, ...parts }, 5)).toEqual({ value, detail });
});
