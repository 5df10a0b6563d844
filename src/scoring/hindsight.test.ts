import { dayOf } from '../kernel/instant';
import { earlyInputs } from './hindsight';
import type { ScoreInputs } from './inputs';

const createdAt = '2026-11-01T10:00:00.000Z';
const targets = { S1: 2, S2: 7, S3: 30, S4: 90 };
const seen = ['2026-11-01', '2026-11-04', '2026-11-05'].map((day) => ({ day: dayOf(day), runs: 1 }));

test('what was not kept is what histories tell; what may have been filled in later counts as not said', () => {
  expect(earlyInputs({ kept: null, createdAt, severity: 'S2', seen, targets })).toEqual({
    ...{
      seen: seen.slice(0, 2),
      usersAffected: null,
      usersFrom: null,
      workaround: null,
      severity: 'S2',
      places: [],
      createdAt,
      targetDays: 7,
    },
  });
});

test('what was kept is believed, without the stage in which it was first seen', () => {
  const place = { stage: 'Production', behaviour: 'reproduced', nearness: 1, exposure: 1 } as const;
  const kept: ScoreInputs = {
    ...{ seen: [], usersAffected: 7, usersFrom: null, workaround: 'easy', severity: 'S1', createdAt, targetDays: 2 },
    places: [
      { ...place, from: 'field' },
      { ...place, from: 'cell' },
    ],
  };
  const early = earlyInputs({ kept, createdAt, severity: 'S4', seen, targets });
  expect(early).toEqual({ ...kept, places: [{ ...place, from: 'cell' }] });
});
