import { setSwitches } from './switch-settings';
import { defaultSwitches } from './switches';

describe('switches', () => {
  it('sets those that are named and leaves the others', () => {
    const switches = { ...defaultSwitches };
    setSwitches(switches, { missingMapKey: 'error', pointsPerHour: 10 });
    expect(switches).toEqual({ ...defaultSwitches, missingMapKey: 'error', pointsPerHour: 10 });
  });

  it('knows every switch there is', () => {
    const switches = { ...defaultSwitches };
    expect(() => setSwitches(switches, defaultSwitches)).not.toThrow();
  });

  it.each([[{ missingMapkey: 'null' }], [{ validatorFailure: 'maybe' }], [{ searchLag: -1 }], [{ sqlRates: 'off' }]])(
    'refuses %j',
    (input) => {
      const switches = { ...defaultSwitches };
      expect(() => setSwitches(switches, input)).toThrow(RangeError);
      expect(switches).toEqual(defaultSwitches);
    },
  );
});
