import { project } from '../screen.fixture';
import { historyOf, now } from './aging.fixture';
import type { Told } from './aging.fixture';
import { baseDay } from './base-day';
import { standingAt } from './standing';
import { agingView, shownOf } from './view-model';
import type { Choice } from './view-model';

/** The example of docs/metrics.md, section "Aging on the screen". */
const closed = [2, 3, 3, 5, 6, 8, 9, 12, 20, 41].map((days, n): Told => ({
  ...{ id: String(100 + n), severity: 'S2' },
  path: [
    ['1', days + 1],
    ['9', 1],
  ],
}));
const open = [33, 19, 4].map((days, n): Told => ({ id: String(n), severity: 'S2', path: [['1', days]] }));

test('the example of the documentation is what the screen says of it', () => {
  const base = baseDay(null, '2026-01-01', now);
  const standing = standingAt(historyOf([...closed, ...open]), base.at);
  const choice: Choice = {
    ...{ severity: null, type: null, component: null, release: null, ofRelease: null, by: 'status' },
    level: { share: 85, days: 12 },
  };
  const shown = shownOf(standing, choice);
  const view = agingView(
    {
      ...{ project, standing, base, choice, now, firstDay: '2026-01-01', summaries: new Map(), releases: [] },
      ...{ defectTypes: ['Bug'], revision: 'r' },
      kinds: { types: [], components: [], typeOf: new Map(), componentsOf: new Map() },
    },
    shown,
  );
  expect(view.severities).toMatchObject([{ p50: 6, p85: 20, p95: 41, restsOn: 10, open: 3, late: 1, exposureDays: 13 }]);
  expect(view.dots).toMatchObject({ days: [33, 19, 4], rank: [90, 80, 30] });
  expect(view.level).toEqual({ share: 85, days: 12, restsOn: 10, met: 8, reached: 20, past: 2 });
});
