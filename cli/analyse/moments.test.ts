import * as fc from 'fast-check';
import { dayText, momentText } from './moments';

test('writes moments as Date does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-12-31T23:59:59.999Z'), noInvalidDate: true }), (moment) => {
      expect(momentText(moment.getTime())).toBe(moment.toISOString());
      expect(dayText(Math.floor(moment.getTime() / 86_400_000))).toBe(moment.toISOString().slice(0, 10));
    }),
  );
});
