import fc from 'fast-check';
import { severities } from '../kernel/severity';
import { aDefect, aPolicy, now, openRow, production, release } from './gates.fixture';
import { inHindsight } from './hindsight';
import type { KnownToday, TodaysDefect } from './hindsight';
import { decideGate } from './verdict';
import type { Judgement } from './verdict';

const before = '2026-10-20T09:00:00.000Z';
const later = '2026-11-05T09:00:00.000Z';
const span = (value: string | null, from = before, to: string | null = null) => ({ value, label: value, from, to });
const judgement = (...defects: ReturnType<typeof aDefect>[]): Judgement => ({
  ...{ policy: aPolicy({ rows: [openRow('S1', 0), openRow('S2', 1)] }), stage: production, release, before: new Set(), now },
  evidence: { defects: { kind: 'known', facts: defects } },
});

/** A defect as it is known today: planned for the release and open since before, an S3, unless `history` says otherwise. */
function today(id: string, history: Partial<TodaysDefect['history']> = {}, createdAt = before): TodaysDefect {
  return {
    ...{ id, key: `SHOP-${id}`, tier: 'standard', createdAt },
    history: { status: [span('1')], severity: [span('S3')], fix: [span(release.versionId)], affects: [], ...history },
  };
}
const looked = (of: Judgement, defects: readonly TodaysDefect[], parts: Partial<KnownToday> = {}) => {
  const categoryOf = (status: string) => (status === '9' ? 'done' : 'new');
  const { then, now: is, turned, late } = inHindsight(of, { defects, wentOutAt: null, others: {}, categoryOf, ...parts });
  return { was: then.state, is: is.state, turned, late: late.map(({ key, cause, conditions }) => [key, cause, conditions]) };
};
const s1 = { severity: [span('S1')] };
const onS1 = ['open-defects:S1:any'];

test.each([
  ['a severity that was raised since', { severity: [span('S3', before, later), span('S1', later)] }, 'worse'],
  [
    'one that was raised before and read late',
    { severity: [span('S3', before, '2026-11-02T08:59:00.000Z'), span('S1')] },
    'worse',
  ],
])('%s turns an open verdict', (_, history, cause) => {
  const defect = aDefect({ id: '7', key: 'SHOP-7', severity: 'S3' });
  const found = looked(judgement(defect), [today('7', history)]);
  expect(found).toEqual({ was: 'open', is: 'held', turned: true, late: [['SHOP-7', cause, onS1]] });
});

test.each<[string, TodaysDefect, string | null]>([
  ['a defect that was there and not known', today('7', s1), 'arrived'],
  [
    'one that was planned for this release first, and later',
    today('7', { ...s1, fix: [span(release.versionId, later)] }),
    'planned-since',
  ],
  [
    'one that was moved here from another release',
    today('7', { ...s1, fix: [span('99', before, later), span(release.versionId, later)] }),
    null,
  ],
  ['one that was done then and reopened', today('7', { ...s1, status: [span('9', before, later), span('1', later)] }), null],
  [
    'one that was reported later',
    today('7', { ...s1, status: [span('1', later)], fix: [span(release.versionId, later)] }, later),
    null,
  ],
])('%s: %#', (_, defect, cause) => {
  const found = looked(judgement(), [defect]);
  expect(found.late).toEqual(cause === null ? [] : [['SHOP-7', cause, onS1]]);
  expect(found.turned).toBe(cause !== null);
});

test('what users met after the release counts against the verdict with which it went out', () => {
  const escaped = today('7', { ...s1, fix: [], affects: [span(release.versionId, later)] }, later);
  expect(looked(judgement(), [escaped], { wentOutAt: '2026-11-03T23:59:59.999Z' })).toMatchObject({
    ...{ was: 'open', is: 'held', late: [['SHOP-7', 'escaped', onS1]] },
  });
  const elsewhere = today('8', { ...s1, fix: [], affects: [span('99', later)] }, later);
  expect(looked(judgement(), [elsewhere], { wentOutAt: now }).late).toEqual([]);
});

test('a held verdict opens in hindsight where what held it was none', () => {
  const held = judgement(aDefect({ id: '7', key: 'SHOP-7', severity: 'S1' }));
  const opened = { was: 'held', is: 'open', turned: true };
  expect(looked(held, [])).toEqual({ ...opened, late: [['SHOP-7', 'gone', onS1]] });
  expect(looked(held, [today('7', { ...s1, status: [span('9')] })])).toEqual({ ...opened, late: [['SHOP-7', 'not-open', onS1]] });
  expect(looked(held, [today('7')])).toEqual({ ...opened, late: [['SHOP-7', 'milder', onS1]] });
});

test('what makes no difference is told last', () => {
  const known = [aDefect({ id: '1', severity: 'S4' }), aDefect({ id: '2', severity: 'S3' })];
  const found = looked(judgement(...known), [today('1'), today('2', s1)]);
  expect(found.late.map(([, cause, conditions]) => [cause, conditions])).toEqual([
    ['worse', onS1],
    ['worse', []],
  ]);
});

test('where the defects were not known, hindsight does not make them so', () => {
  const unknown = { ...judgement(), evidence: { defects: { kind: 'missing', because: 'SHOP is still being read' } } } as const;
  expect(looked(unknown, [today('7', s1)])).toMatchObject({ was: 'unknown', is: 'unknown', turned: false });
});

test('nothing learned, nothing turned', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...severities), { maxLength: 12 }), (all) => {
      const defects = all.map((severity, at) => aDefect({ id: String(at), key: `SHOP-${at}`, severity, createdAt: before }));
      const known = all.map((severity, at) => today(String(at), { severity: [span(severity)] }));
      const of = judgement(...defects);
      const {
        now: is,
        turned,
        late,
        conditions,
      } = inHindsight(of, { defects: known, wentOutAt: now, others: {}, categoryOf: () => null });
      expect([turned, late, conditions.some(({ differs }) => differs)]).toEqual([false, [], false]);
      expect(is).toEqual(decideGate(of));
    }),
  );
});
