import { createFaults } from './faults';

const plans = (faults: ReturnType<typeof createFaults>, count: number): readonly (readonly number[])[] =>
  Array.from({ length: count }, () => faults.planDelivery());

describe('faults', () => {
  it('lets everything through at first', () => {
    const faults = createFaults();
    expect(plans(faults, 50).every((plan) => plan.length === 1 && plan[0] === 0)).toBe(true);
    expect([faults.httpStatus(), faults.killAtCall(), faults.settings().database]).toEqual([null, null, undefined]);
  });

  it('plays the same faults again for the same seed', () => {
    const settings = { seed: 7, duplicate: 0.3, drop: 0.2, delay: { share: 0.5, max: '1h' }, reorder: 0.3 };
    expect(plans(createFaults(settings), 100)).toEqual(plans(createFaults(settings), 100));
    expect(plans(createFaults(settings), 100)).not.toEqual(plans(createFaults({ ...settings, seed: 8 }), 100));
  });

  it('drops, duplicates and delays about as often as asked', () => {
    const all = plans(createFaults({ seed: 3, duplicate: 0.2, drop: 0.1, delay: { share: 0.5, max: '1h' } }), 2_000);
    const share = (matches: (plan: readonly number[]) => boolean): number => all.filter(matches).length / all.length;
    expect(share((plan) => plan.length === 0)).toBeCloseTo(0.1, 1);
    expect(share((plan) => plan.length === 2)).toBeCloseTo(0.18, 1);
    expect(share((plan) => (plan[0] ?? 0) > 60_000)).toBeGreaterThan(0.3);
    expect(Math.max(...all.flat())).toBeLessThanOrEqual(3_602_000);
  });

  it('answers with the statuses asked for', () => {
    const faults = createFaults({ http: { '429': 0.5, '500': 1 } });
    expect(new Set(Array.from({ length: 50 }, () => faults.httpStatus()))).toEqual(new Set([429, 500]));
  });

  it('is cleared by {}', () => {
    const faults = createFaults({ drop: 1, functions: 'fail' });
    faults.set({});
    expect([faults.planDelivery(), faults.settings().functions]).toEqual([[0], undefined]);
  });

  it.each([[{ dropp: 1 }], [{ drop: 2 }], [{ delay: { share: 1, max: 'soon' } }], [{ http: { '200': 1 } }], ['kill']])(
    'refuses %j with a sentence and keeps what was set',
    (input) => {
      const faults = createFaults({ drop: 1 });
      expect(() => faults.set(input)).toThrow(RangeError);
      expect(faults.settings().drop).toBe(1);
    },
  );
});
