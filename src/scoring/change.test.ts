import { dayOf } from '../kernel/instant';
import { defaultScoringPolicy } from './defaults';
import { changesWith, whyChanged } from './change';
import { newestFormula } from './formulas';
import type { Place, ScoreInputs } from './inputs';
import type { ScoringPolicy } from './score';

const now = '2026-11-23T12:00:00.000Z';
const base: ScoreInputs = {
  ...{
    seen: [{ day: dayOf('2026-11-20'), runs: 2 }],
    usersAffected: 50,
    usersFrom: null,
    workaround: 'hard',
    severity: 'S3',
    places: [],
  },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', targetDays: 30 },
};
const scored = (inputs: Partial<ScoreInputs> = {}, policy: ScoringPolicy = defaultScoringPolicy, at = now) => {
  const known = { ...base, ...inputs };
  return { ...newestFormula.score(known, policy, at), inputs: known };
};
const place: Place = { stage: 'Production', behaviour: 'reproduced', nearness: 1, exposure: 1, from: 'cell' };

test.each<[Partial<ScoreInputs>, Partial<ScoreInputs>, string]>([
  [{}, { severity: 'S1' }, 'its severity is S1, was S3'],
  [{ severity: null }, { severity: 'S1' }, 'its severity is S1'],
  [{ severity: 'S1' }, { severity: null }, 'its severity is no longer known'],
  [{}, { usersAffected: 5000 }, 'it reaches 5,000 users, was 50'],
  [{ usersAffected: 5000 }, { usersAffected: 1 }, 'it reaches 1 user, was 5,000'],
  [{}, { workaround: 'none' }, 'there is no way around it'],
  [{}, { workaround: 'easy' }, 'there is an easy way around it'],
  [{}, { places: [place] }, 'reproduced in Production'],
  [{ places: [place] }, { places: [{ ...place, behaviour: 'fixed' }] }, 'fixed in Production'],
  [{ places: [place] }, { places: [{ ...place, exposure: 0.1 }] }, 'fewer users of Production have what is deployed'],
  [{ places: [place] }, { places: [] }, 'how it behaves in a stage is no longer known'],
  [{}, { seen: [...base.seen, { day: dayOf('2026-11-23'), runs: 9 }] }, 'it was seen again'],
  [{}, { targetDays: 5 }, 'its target is another one'],
])('a change of %j to %j in words', (before, after, words) => {
  expect(whyChanged(scored(before), scored(after))).toBe(words);
});

test('time alone lets it grow older, or says that it was not seen lately', () => {
  const later = '2026-12-20T12:00:00.000Z';
  expect(whyChanged(scored(), scored({}, defaultScoringPolicy, later))).toBe('it was not seen lately');
  expect(whyChanged(scored({ seen: [] }), scored({ seen: [] }, defaultScoringPolicy, later))).toBe('it grew older');
});

test('weights and other settings are told as what they are', () => {
  const weights = { ...defaultScoringPolicy.weights, severity: 20, age: 15 };
  expect(whyChanged(scored(), scored({}, { ...defaultScoringPolicy, weights }))).toBe('the weights were changed');
  expect(whyChanged(scored(), scored({}, { ...defaultScoringPolicy, users: 60 }))).toBe('the settings of the score were changed');
});

test('changes are kept newest first, at most eight, and only where the score is another one', () => {
  const low = { ...scored({ severity: 'S4' }), changes: [] };
  const high = scored({ severity: 'S1' });
  expect(changesWith(undefined, high, now)).toEqual([]);
  expect(changesWith(low, scored({ severity: 'S4' }), now)).toEqual([]);
  const [change] = changesWith(low, high, now);
  expect(change).toEqual({ at: now, from: low.score, to: high.score, because: 'its severity is S1, was S4' });
  const many = { ...low, changes: Array.from({ length: 8 }, () => ({ at: now, from: 1, to: 2, because: 'old' })) };
  expect(changesWith(many, high, now).map(({ because }) => because)).toEqual([
    'its severity is S1, was S4',
    ...Array<string>(7).fill('old'),
  ]);
});
