import type { Looked } from '../forecast/facts';
import type { StageSummary } from '../../contracts/screen';
import { day } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { mayNothing } from '../access';
import { aStoredDefect, aVerdict, now } from '../screen.fixture';
import { agingTerm, forecastTerm, gatesTerm, targetsTerm, validatedTerm } from './score-terms';
import { readinessScoreView } from './score-view';

const access = { mayBrowse: true, levels: [], may: mayNothing };
const stage = (state: StageSummary['state'], staleSince: string | null = null): StageSummary => ({
  ...{ stage: { key: 'production', name: 'Production' }, mode: 'enforce', state, sentence: '', at: now, staleSince },
});
const s1 = aStoredDefect({ id: '1', severity: 'S1' });
const secret = aStoredDefect({ id: '2', key: 'SECRET-2', severity: 'S1', securityLevel: '900' });
const s3 = aStoredDefect({ id: '3', severity: 'S3' });

describe('conditions of the gates', () => {
  const verdict = aVerdict([s1]);

  test('those that are met count, and the defects of the others cost', () => {
    const { conditions } = verdict.verdict;
    const met = conditions.filter(({ state }) => state === 'met').length;
    expect(met).toBeLessThan(conditions.length);
    const term = gatesTerm([stage('held')], [verdict]);
    expect(term).toMatchObject({ share: { good: met, all: conditions.length }, costly: ['1'] });
    expect(term.sentence).toBe(`${met} of ${conditions.length} conditions of the gates are met.`);
  });

  test('a condition that cannot be judged is not met', () => {
    const blind = {
      ...verdict,
      verdict: {
        ...verdict.verdict,
        conditions: verdict.verdict.conditions.map((one) => ({ ...one, state: 'unknown' as const })),
      },
    };
    expect(gatesTerm([stage('held')], [blind]).share?.good).toBe(0);
  });

  test.each([
    ['no stage has a gate', [], /No stage has a gate/],
    ['a verdict is missing or out of date', [stage('unknown', now)], /Production has no verdict/],
    ['a gate asks for nothing', [stage('open')], /no conditions/],
  ])('nothing is known where %s', (_, stages, words) => {
    const term = gatesTerm(stages, []);
    expect(term.share).toBeNull();
    expect(term.sentence).toMatch(words);
  });
});

describe('resolution targets', () => {
  const targets = { ...defaultSettings.slaTargetDays, S1: 2, S3: 30, S4: null };
  const term = (open: readonly (typeof s1)[], clocks = new Map<string, string>()) =>
    targetsTerm({ open, access, now }, targets, clocks);

  test('late ones cost, and what the viewer may not see gives nothing and is not called late', () => {
    expect(term([s1, secret, s3])).toMatchObject({ share: { good: 1, all: 3 }, costly: ['1'] });
    expect(term([s1, secret, s3]).sentence).toBe(
      '1 of 3 open defects is past the resolution target of its severity; 1 that you may not see gives nothing.',
    );
  });

  test('a clock that was moved by a deferral counts from there', () => {
    expect(term([s1], new Map([['1', '2026-11-01T09:00:00.000Z']])).share).toEqual({ good: 1, all: 1 });
  });

  test('a severity without a target is left out; without any nothing is known', () => {
    expect(term([aStoredDefect({ severity: 'S4' })]).share).toEqual({ good: 0, all: 0 });
    expect(term([]).sentence).toBe('Nothing is open, so nothing is late.');
    const none = { S1: null, S2: null, S3: null, S4: null };
    expect(targetsTerm({ open: [s1], access, now }, none, new Map()).share).toBeNull();
  });
});

describe('aging', () => {
  const term = (open: readonly (typeof s1)[], aged: Parameters<typeof agingTerm>[1]) => agingTerm({ open, access, now }, aged);

  test('days beyond the p85 add up, and what nobody can tell gives nothing', () => {
    const aged = [
      { id: '1', beyond: 1.5 * day },
      { id: '3', beyond: 3 * day },
      { id: '4', beyond: 0 },
      { id: '5', beyond: null },
    ];
    const five = [s1, secret, s3, s3, s3];
    expect(term(five, aged)).toEqual({
      share: { good: 1, all: 5 },
      costly: ['3', '1'],
      sentence:
        '2 of 5 open defects are older than 85 of 100 closed ones of the same severity became: debt exposure 5 days; of 1 nobody can tell, as too few of their severity were closed; 1 that you may not see gives nothing.',
    });
  });

  test('without anything to measure by nothing is known, without anything open nothing is old', () => {
    expect(term([s1], [{ id: '1', beyond: null }]).share).toBeNull();
    expect(term([], []).share).toEqual({ good: 0, all: 0 });
  });
});

test('what is not validated where the release is deployed costs, each defect once', () => {
  const debt = [{ defectId: '1' }, { defectId: '1' }, { defectId: '2' }];
  expect(validatedTerm([s1, secret, s3], { deployed: ['Test', 'Staging'], debt }, access)).toMatchObject({
    share: { good: 1, all: 3 },
    sentence: '1 of 3 defects is not validated in Test and Staging; 1 that you may not see gives nothing.',
  });
  expect(validatedTerm([s1], { deployed: ['Test'], debt: [] }, access).sentence).toBe('Nothing waits to be validated in Test.');
  expect(validatedTerm([s1], { deployed: [], debt: [] }, access).share).toBeNull();
});

describe('the forecast', () => {
  const looked = (count: number, refusal: { because: string; missing: string[] } | null = null): Looked => ({
    blockers: { defects: Array.from({ length: count }, (_, n) => aStoredDefect({ id: String(n) })), definition: '' },
    outlook: {
      forecast: {
        firstDay: Date.parse('2026-11-02') / day,
        by: Float64Array.of(0.1, 0.4),
        clear: Float64Array.of(0.7, 0.6),
        open: Float64Array.of(1, 1),
      },
      facts: {
        at: 0,
        curves: [],
        kinds: new Uint16Array(),
        ages: new Float64Array(),
        arrivals: { offsets: new Uint32Array(1), kinds: new Uint16Array() },
      },
      ...{ seed: '', closedBy: () => 0, calibration: null, refusal },
    },
  });

  test('it gives the chance by the release date: that all are closed, or that none is open on the day', () => {
    expect(forecastTerm(looked(2), '2026-11-03', now)).toEqual({
      share: { good: 0.4, all: 1 },
      sentence: '40 in 100 that all 2 blockers are closed by the release on 3 November.',
      costly: ['0', '1'],
    });
    expect(forecastTerm(looked(0), '2026-11-03', now).share).toEqual({ good: 0.6, all: 1 });
  });

  test.each([
    ['it is not calibrated', looked(1, { because: 'too little is known', missing: [] }), '2026-11-03'],
    ['there is no date', looked(1), null],
    ['the date is over', looked(1), '2026-11-01'],
    ['the date is too far away', looked(1), '2027-11-01'],
  ])('nothing is known where %s', (_, facts, date) => {
    expect(forecastTerm(facts, date, now).share).toBeNull();
  });
});

test('parts add up to the number, and what the viewer may not see is counted and not named', () => {
  const full = { share: { good: 1, all: 1 }, sentence: '', costly: [] };
  const view = readinessScoreView(
    {
      gates: { share: { good: 1, all: 3 }, sentence: '', costly: ['1', '2', 'gone'] },
      targets: { share: { good: 1, all: 3 }, sentence: '', costly: ['1'] },
      ...{ forecast: full, aging: full, validated: { share: null, sentence: '', costly: [] } },
    },
    [s1, secret, s3],
    access,
  );
  // 13.33 + 6.67 + 20 + 10
  expect(view).toMatchObject({ score: 50, unknown: 10 });
  expect(view.terms.map(({ points }) => points)).toEqual([13, 7, 20, 10, 0]);
  expect(view.terms[0]).toMatchObject({ defectIds: ['1'], total: 1, hidden: 1 });
  expect(JSON.stringify(view)).not.toContain('SECRET');
});
