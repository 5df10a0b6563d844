import type { BlockerHistory } from '../../analytics';
import { day, plus } from '../../kernel/instant';
import { mayNothing } from '../access';
import { aStoredDefect, now, version } from '../screen.fixture';
import { outlookPlan } from './outlook';
import type { OutlookFacts } from './outlook';

const today = Date.parse('2026-11-02');

/** A defect every two days for 200 days; each blocks the one release until it is closed after three days. */
function history(parts: Partial<BlockerHistory> = {}, count = 100): BlockerHistory {
  const created = Float64Array.from({ length: count }, (_, n) => today - (200 - 2 * n) * day + day / 2);
  const ended = created.map((at) => at + 3 * day);
  const releases = [{ defects: Uint32Array.from(created, (_, n) => n), from: created, to: ended, start: today - 200 * day }];
  return { created, ended, kind: new Uint16Array(count), kinds: 5, alike: [0], releases, ...parts };
}

function plan(parts: Partial<OutlookFacts> = {}) {
  return outlookPlan({
    ...{ projectId: '1', version, versions: [version], history: history(), now },
    ...{ blockers: [aStoredDefect({ severity: 'S1' })], access: { mayBrowse: true, levels: [], may: mayNothing } },
    ...parts,
  });
}
const base = plan();

test('the same facts have the same stamps all day', () => {
  const later = plan({ now: plus(now, day / 4) });
  expect([later.forecastStamp, later.pastStamp]).toEqual([base.forecastStamp, base.pastStamp]);
});

test('what comes and ends during the day leaves the back-test what it was', () => {
  const before = history();
  const created = Float64Array.of(...before.created, today + 0.2 * day);
  const ended = Float64Array.of(...before.ended.map((end) => (end > today ? today + 0.3 * day : end)), NaN);
  const grown = { ...before, created, ended, kind: new Uint16Array(101) };
  expect(plan({ history: grown }).pastStamp).toBe(base.pastStamp);
});

test.each([
  ['a past ending moved', { history: history({ ended: history().ended.map((end, n) => (n === 3 ? end + day : end)) }) }],
  ['a severity changed', { history: history({ kind: Uint16Array.from({ length: 100 }, (_, n) => (n === 3 ? 1 : 0)) }) }],
  ['another severity blocks', { history: history({ alike: [0, 1] }) }],
  ['a defect left', { history: history({}, 99) }],
  ['the day went by', { now: plus(now, day) }],
  ['it is another project', { projectId: '2' }],
  ['the release went out', { versions: [{ ...version, released: true, releaseDate: '2026-10-20' }] }],
])('the back-test is worked out again when %s', (_, parts) => {
  expect(plan(parts).pastStamp).not.toBe(base.pastStamp);
});

test.each([
  ['a blocker was closed', { blockers: [] }],
  ['a blocker has another severity', { blockers: [aStoredDefect({ severity: 'S2' })] }],
  ['a blocker is hidden from the viewer', { blockers: [aStoredDefect({ severity: 'S1', securityLevel: '900' })] }],
  ['closed ones took longer', { history: history({ ended: history().ended.map((end) => end + day / 2) }) }],
  ['the day went by', { now: plus(now, day) }],
])('the runs are worked out again when %s', (_, parts) => {
  expect(plan(parts).forecastStamp).not.toBe(base.forecastStamp);
});
