import { facts, known } from '../forecast/forecast.fixture';
import { lookedAt } from '../forecast/facts';
import type { ReleaseFacts } from '../forecast/facts';
import { now, version } from '../screen.fixture';
import { chanceTerm, jointOf, jointPlans, trainForecast } from './forecast';
import type { ForecastMember } from './forecast';

const member = (name: string, parts: Partial<ReleaseFacts> = {}, freeze: string | null = null): ForecastMember => {
  const own = { ...facts({ defects: [known] }), ...parts };
  return { name, facts: own, looked: lookedAt(own), freeze };
};
/** Of another project: another version and another defect. */
const other = (date = '2026-11-20'): ForecastMember => {
  const pay = { ...version, id: '20001', name: '1.0', releaseDate: date, startDate: '2025-09-01' };
  const spans = facts().spans.map((span) => ({ ...span, versionId: pay.id }));
  return member('PAY 1.0', {
    version: pay,
    versions: [pay],
    spans,
    verdicts: [],
    defects: [{ ...known, id: '77', key: 'PAY-7' }],
  });
};
const train = (members: readonly ForecastMember[], untold = 0) => trainForecast({ trainName: 'Autumn', members, untold, now });

test('all together are later than each alone, and the marks are the earliest of all', () => {
  const [shop, pay] = [member('SHOP 4.2.0', {}, '2026-11-09'), other()];
  const { state, sentence, blockers, dates, marks, releases } = train([shop, pay]);
  expect([state, blockers]).toEqual(['forecast', 2]);
  expect(sentence).toMatch(/^Autumn: \d+ in 100 that its 2 blockers are closed by the freeze on 9 November/);
  expect(dates.map(({ chance }) => chance)).toEqual([0.5, 0.85, 0.95]);
  expect(marks[0]).toMatchObject({ what: 'freeze', day: '2026-11-09', release: 'SHOP 4.2.0' });
  expect(marks.map(({ what }) => what)).toEqual(['freeze', 'release']);
  const joint = jointOf(jointPlans([shop, pay]));
  const alone = [shop, pay].map(({ looked }) => looked.outlook.forecast.by);
  // Two projects know nothing of each other: both are done with the product of their chances, but for the chance of the runs.
  for (const d of [3, 7, 14, 30])
    expect(Math.abs((joint.by[d] ?? 0) - (alone[0]?.[d] ?? 0) * (alone[1]?.[d] ?? 0))).toBeLessThan(0.03);
  expect(releases.reduce((sum, { last }) => sum + last, 0)).toBeGreaterThanOrEqual(1);
});

test('the same facts give the same figures', () => {
  const members = [member('SHOP 4.2.0'), other()];
  expect(train(members)).toEqual(train(members));
});

test('a defect that blocks two of them is drawn once, and counts once', () => {
  const twice = [member('SHOP 4.2.0'), member('SHOP 4.2.1')];
  expect(jointPlans(twice).map(({ facts: { ages } }) => ages.length)).toEqual([1, 0]);
  expect(train(twice).blockers).toBe(1);
});

test('where one of them is not calibrated nobody can say of all, and which one is named', () => {
  const fresh = { ...facts({}, 20), defects: [known] };
  const view = train([member('SHOP 4.2.0'), { name: 'PAY 1.0', facts: fresh, looked: lookedAt(fresh), freeze: null }]);
  expect(view).toMatchObject({ state: 'refused', dates: [], marks: [] });
  expect(view.sentence).toMatch(/^Autumn: no forecast, as that of PAY 1\.0 is not calibrated: only 9 defects/);
  expect(chanceTerm(view, now).share).toBeNull();
});

test('without blockers it says how likely it stays so', () => {
  const view = train([member('SHOP 4.2.0', { defects: [] }, '2026-11-09')]);
  expect(view.dates).toEqual([]);
  expect(view.sentence).toMatch(/^Autumn: nothing blocks it now\. \d+ in 100 that nothing does at the end of 9 November/);
});

test('the score takes the chance by the earliest release date, of all of them or not at all', () => {
  const view = train([member('SHOP 4.2.0'), other('2026-11-05')]);
  expect(view.marks).toMatchObject([{ what: 'release', day: '2026-11-05', release: 'PAY 1.0' }]);
  expect(chanceTerm(view, now)).toMatchObject({ share: { good: view.marks[0]?.chance, all: 1 } });
  expect(chanceTerm(train([member('SHOP 4.2.0')], 1), now).share).toBeNull();
  const late = member('SHOP 4.2.0', { version: { ...version, releaseDate: null, startDate: '2025-09-01' } });
  expect(chanceTerm(train([late]), now).sentence).toBe('None of its releases has a date that a forecast reaches.');
});

test('of a train that is out there is nothing to say', () => expect(train([]).state).toBe('none'));
