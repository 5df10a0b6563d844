import type { OutlookView } from '../../../../../src/contracts/forecast';
import { calibrationDots, dayAfter, daysShown, forecastGeometry, nearestPlace } from './forecast-geometry';

const by = Array.from({ length: 121 }, (_, at) => at / 120);
const outlook = (parts: Partial<OutlookView> = {}): OutlookView => ({
  ...{ about: 'all-closed', runs: 10_000, seed: '1f', firstDay: '2026-11-02', by, clear: by, open: by, freeze: null },
  release: { day: '2026-11-13', chance: 0.1 },
  dates: [0.5, 0.85].map((chance, n) => ({ chance, day: dayAfter('2026-11-02', 20 + 10 * n) })),
  ...parts,
});
const box = { width: 340, height: 200, left: 20, right: 20, top: 20, bottom: 20 };

test('as many days are drawn as are marked, and a few more', () => {
  expect(daysShown(outlook())).toBe(35);
  expect(daysShown(outlook({ dates: [] }))).toBe(16);
  expect(daysShown(outlook({ dates: [{ chance: 0.5, day: null }] }))).toBe(64);
  expect(daysShown(outlook({ release: { day: '2028-01-01', chance: null } }))).toBe(121);
});

test('days and chances have their places', () => {
  const drawn = forecastGeometry(outlook({ dates: [] }), box);
  expect([drawn.dayX[0], drawn.dayX.at(-1), drawn.y(0), drawn.y(1)]).toEqual([20, 320, 180, 20]);
  expect([drawn.xOf('2026-11-02'), drawn.xOf('2026-11-13'), drawn.xOf('2026-11-01'), drawn.xOf('2027-01-01')]).toEqual([
    20,
    240,
    null,
    null,
  ]);
  expect(nearestPlace(drawn.dayX, 238)).toBe(11);
  expect(drawn.path).toMatch(/^M20,180/);
});

test('groups of past forecasts stand where they said and came, the larger ones larger', () => {
  const bins = [
    { from: 0, to: 0.2, count: 4, said: 0, came: 0.5 },
    { from: 0.8, to: 1, count: 1, said: 1, came: 1 },
  ];
  expect(calibrationDots(bins, box)).toEqual([
    { x: 20, y: 100, radius: 11 },
    { x: 320, y: 20, radius: 7 },
  ]);
});
