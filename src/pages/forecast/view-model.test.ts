import { facts, known, secret } from './forecast.fixture';
import { now, project, version } from '../screen.fixture';
import { bareView, forecastLine, forecastView } from './view-model';

test('a release that blocks has its chances, its dates and its sentence', () => {
  const view = forecastView(facts());
  expect(view.state).toBe('blocked');
  expect(view.sentence).toMatch(
    /^4\.2\.0: \d+ in 100 that its 2 blockers are closed by the freeze on 9 November, \d+ in 100 by the release/,
  );
  expect(view.outlook?.by).toHaveLength(121);
  expect(view.outlook?.freeze?.chance).toBe(view.outlook?.by[7]);
  expect(view.outlook?.dates.map(({ chance }) => chance)).toEqual([0.5, 0.85, 0.95]);
  expect(view.calibration?.count).toBeGreaterThan(10);
  expect(view.delay).toMatchObject({ kind: 'cannot-say' });
});

test('a freeze that stands already is told, and no chance is given for the day that was planned', () => {
  const stood = { since: '2026-11-02T08:00:00.000Z', until: '2026-11-02T08:30:00.000Z', how: 'by hand', byRelease: false };
  const stands = { since: '2026-11-02T08:40:00.000Z', until: null, how: 'by its release ticket', byRelease: false };
  expect(forecastView(facts({ frozen: [stood] })).outlook?.freeze).not.toBeNull();
  const view = forecastView(facts({ frozen: [stood, stands] }));
  expect([view.frozen, view.freeze?.day, view.outlook?.freeze]).toEqual([[stood, stands], '2026-11-09', null]);
  expect(view.sentence).not.toContain('freeze');
});

test('what the viewer may not see is counted and never named, and its age is not told', () => {
  const view = forecastView(facts());
  expect(view.blockers.rows.map(({ key }) => key)).toEqual(['SHOP-2']);
  expect(view.blockers.hidden).toBe(1);
  expect(JSON.stringify(view)).not.toMatch(/SECRET|SHOP-1"/);
  const older = forecastView(facts({ defects: [{ ...secret, createdAt: '2026-01-01T00:00:00.000Z' }, known] }));
  expect(older.outlook).toEqual(view.outlook);
});

test('the same facts give the same figures all day, and others on other facts', () => {
  const [one, later] = [forecastView(facts()), forecastView(facts({ now: '2026-11-02T09:10:00.000Z' }))];
  expect(later.outlook).toEqual(one.outlook);
  expect(forecastView(facts({ defects: [known] })).outlook?.seed).not.toBe(one.outlook?.seed);
});

test('where little is closed there is no forecast, and the view says what is missing', () => {
  const view = forecastView(facts({}, 20));
  expect([view.state, view.outlook, view.delay]).toEqual(['not-calibrated', null, null]);
  expect(view.sentence).toMatch(
    /2 blockers are open\. Not calibrated, so no forecast: only 9 defects of the last 180 days are closed\./,
  );
  expect(view.refusal?.missing[0]).toMatch(/21 more/);
  expect(view.blockers.rows[0]?.chance).toBeNull();
});

test('where past forecasts were worse than the base rate there is none either', () => {
  // What had always been closed quickly lies about since half a year ago.
  const view = forecastView(facts({}, 4, (n) => (n < 54 ? 1 : 1 + (n % 2) * 25)));
  expect(view.state).toBe('not-calibrated');
  expect(view.refusal?.because).toMatch(/would have been nearer the truth/);
  expect(view.calibration).not.toBeNull();
});

test('a line says the same as the screen', () => {
  const { freeze, ...rest } = facts();
  expect(forecastLine(rest, freeze)).toEqual({ sentence: forecastView(facts()).sentence, isForecast: true });
  expect(forecastLine(facts({}, 20), freeze).isForecast).toBe(false);
});

test('nothing that blocks is said to be so', () => {
  const view = forecastView(facts({ defects: [] }));
  expect(view.state).toBe('clear');
  expect(view.sentence).toMatch(/^4\.2\.0: nothing blocks it now\. .* about one comes every 5 days\.$/);
});

test.each([
  ['no-release', null, /No release is planned/],
  ['released', version, /4\.2\.0 is out/],
  ['not-read', version, /once all of the project has been read/],
] as const)('with %s there is nothing to forecast', (state, one, sentence) => {
  const view = bareView(
    { project, versions: [version], version: one, freeze: null, frozen: [], mayEdit: true, revision: 'r', now },
    state,
  );
  expect(view.sentence).toMatch(sentence);
  expect([view.outlook, view.calibration, view.delay]).toEqual([null, null, null]);
});
