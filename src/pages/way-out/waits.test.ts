import { lasting, medianRemaining } from '../../analytics';
import { hour } from '../../kernel/instant';
import { analysisWaits, askedAt, checkOfCondition, checkWaits, holdWaits, submittedAt, waitsOf } from './waits';
import type { Wait } from './waits';

const at = (hours: number): string => new Date(Date.UTC(2026, 10, 1, hours)).toISOString();
const done = (hours: number): Wait => ({ ms: hours * hour, done: true });
const waiting = (hours: number): Wait => ({ ms: hours * hour, done: false });
const release = { id: '10', name: '4.2.0' };

test('fewer than five that were done do not tell, however many wait', () => {
  expect(waitsOf([done(1), done(2), done(3), done(4), waiting(9), waiting(9)])).toEqual({ curve: null, done: 4, waiting: 2 });
  expect(waitsOf([1, 2, 3, 4, 5].map(done)).curve).not.toBeNull();
});

test('those that wait still count among those at risk, so that the median is no shorter for leaving them out', () => {
  const all = [done(1), done(2), done(3), done(4), done(5)];
  const { curve } = waitsOf([...all, waiting(2.5), waiting(2.5), waiting(2.5), waiting(2.5)]);
  // 9 at risk at 1, 8 at 2, then 3 at 3: 8/9 x 7/8 x 2/3 = 0.52, and at 4 half of that.
  expect(medianRemaining(curve ?? lasting(new Float64Array(), new Uint8Array()), 0)).toBe(4 * hour);
  expect(waitsOf(all).curve?.times).toEqual(Float64Array.from([1, 2, 3, 4, 5], (each) => each * hour));
});

test('a hold waits from placing to lifting; one of a release that went out waited no longer than until then', () => {
  const event = (act: 'placed' | 'told' | 'lift-begun' | 'lifted', hours: number) => ({
    act,
    at: at(hours),
    who: null,
    because: '',
  });
  const hold = (cause: 'manual' | 'stop-the-line', ...events: ReturnType<typeof event>[]) => ({
    cause,
    events,
    version: release,
  });
  const holds = [
    hold('manual', event('placed', 0), event('lifted', 5)),
    hold('manual', event('placed', 1)),
    hold('stop-the-line', event('placed', 0), event('told', 1), event('lift-begun', 2), event('lifted', 3)),
  ];
  expect(holdWaits(holds, 'manual', () => at(8))).toEqual([done(5), waiting(7)]);
  expect(holdWaits(holds, 'stop-the-line', () => at(8))).toEqual([done(3)]);
});

test('an analysis waits from its first submission to its approval, also when it was returned in between', () => {
  const step = (act: 'submitted' | 'approved' | 'returned', hours: number) => ({ act, at: at(hours) });
  const analyses = [
    [step('submitted', 0), step('returned', 2), step('submitted', 5), step('approved', 6)],
    [step('submitted', 4), step('returned', 5)],
    [],
  ];
  expect(analysisWaits(analyses, at(9))).toEqual([done(6), waiting(5)]);
  expect(analyses.map(submittedAt)).toEqual([at(0), at(4), null]);
});

describe('a check', () => {
  const toldAt = (_: string, build: string) => (build === 'b9' ? null : at(Number(build.slice(1))));
  const confirmed = (hours: number, ...builds: string[]) => ({
    ...{ act: 'confirmed' as const, at: at(hours), who: 'p', role: 'Approvers', form: 'text' as const, evidence: '', builds },
  });
  const withdrawn = (hours: number) => ({ act: 'withdrawn' as const, at: at(hours), who: 'p', because: '' });
  const check = (...events: (ReturnType<typeof confirmed> | ReturnType<typeof withdrawn>)[]) => ({
    ...{ version: release, stage: { key: 'staging', name: 'Staging' }, name: 'Support  briefed', events },
  });

  test('waits from the newest build that it is confirmed for', () => {
    expect(checkWaits([check(confirmed(5, 'b1', 'b3')), check(confirmed(4, 'b1'))], toldAt)).toEqual([done(2), done(3)]);
  });

  test('waits anew once it was taken back, and for another build; a renewal says nothing', () => {
    const events = [confirmed(2, 'b1'), withdrawn(4), confirmed(7, 'b1'), confirmed(9, 'b1'), confirmed(12, 'b10')];
    expect(checkWaits([check(...events)], toldAt)).toEqual([done(1), done(3), done(2)]);
  });

  test('without a build that was told nobody knows since when it was asked, unless it was taken back', () => {
    expect(checkWaits([check(confirmed(2)), check(confirmed(2, 'b9')), check(confirmed(2, 'b1', 'b9'))], toldAt)).toEqual([]);
    expect(checkWaits([check(confirmed(2), withdrawn(3), confirmed(5))], toldAt)).toEqual([done(2)]);
    expect(askedAt({ versionId: '10', builds: [], before: null }, toldAt)).toBeNull();
  });

  test('is found by the condition that asks for it', () => {
    const one = check(confirmed(2));
    const asked = { versionId: '10', stage: 'staging', conditionId: 'manual-check:support briefed' };
    expect(checkOfCondition([one], asked)).toBe(one);
    expect(checkOfCondition([one], { ...asked, stage: 'production' })).toBeNull();
  });
});
