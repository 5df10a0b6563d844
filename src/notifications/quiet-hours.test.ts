import fc from 'fast-check';
import { between, plus } from '../kernel/instant';
import { quietUntil } from './quiet-hours';
import type { QuietHours } from './quiet-hours';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const nights = (zone: string): QuietHours => ({
  zone,
  spans: [{ days: everyDay, from: '22:00', to: '07:00' }],
  breakThrough: true,
});
const berlin = nights('Europe/Berlin');

const cases: [string, QuietHours, string, string | null][] = [
  ['noon', berlin, '2026-11-02T11:00:00.000Z', null],
  ['the last millisecond before', berlin, '2026-11-02T20:59:59.999Z', null],
  ['the first millisecond', berlin, '2026-11-02T21:00:00.000Z', '2026-11-03T06:00:00.000Z'],
  ['the last millisecond', berlin, '2026-11-03T05:59:59.999Z', '2026-11-03T06:00:00.000Z'],
  ['the end itself', berlin, '2026-11-03T06:00:00.000Z', null],
  ['the night in which clocks go forward', berlin, '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  ['the night in which clocks go back', berlin, '2026-10-24T21:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  [
    'a span that ends in the hour that comes twice ends the first time',
    { ...berlin, spans: [{ days: everyDay, from: '22:00', to: '02:30' }] },
    '2026-10-24T23:00:00.000Z',
    '2026-10-25T00:30:00.000Z',
  ],
  [
    'the second time of that hour is not quiet again',
    { ...berlin, spans: [{ days: everyDay, from: '22:00', to: '02:30' }] },
    '2026-10-25T01:15:00.000Z',
    null,
  ],
  [
    'a span that ends in the hour that is left out ends when it is left out',
    { ...berlin, spans: [{ days: everyDay, from: '22:00', to: '02:30' }] },
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'a whole weekend is one',
    {
      ...berlin,
      spans: [
        { days: [5], from: '18:00', to: '00:00' },
        { days: [6, 7], from: '00:00', to: '00:00' },
      ],
    },
    '2026-11-06T18:00:00.000Z',
    '2026-11-08T23:00:00.000Z',
  ],
  [
    'a night that begins on a day that was not chosen',
    { ...berlin, spans: [{ days: [1], from: '22:00', to: '07:00' }] },
    '2026-11-04T02:00:00.000Z',
    null,
  ],
  ['half an hour of summer time', nights('Australia/Lord_Howe'), '2026-04-04T12:00:00.000Z', '2026-04-04T20:30:00.000Z'],
  ['a zone east of it all', nights('Pacific/Kiritimati'), '2026-11-02T09:00:00.000Z', '2026-11-02T17:00:00.000Z'],
];

test.each(cases)('%s', (_what, quiet, now, until) => {
  expect(quietUntil(quiet, now)).toBe(until);
});

test('without quiet hours nothing is quiet', () => {
  expect(quietUntil(null, '2026-11-02T02:00:00.000Z')).toBeNull();
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
];

/** What the wall clock reads, by another way than the code's. */
function wallClock(zone: string, at: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return parts.format(new Date(at));
}

test('in any zone and on any day the wall clock says whether it is quiet, and reads the end at the end', () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }).map((ms) => new Date(ms).toISOString());
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, (zone, now) => {
      const clock = wallClock(zone, now);
      const until = quietUntil(nights(zone), now);
      expect(until !== null).toBe(clock >= '22:00' || clock < '07:00');
      if (until === null) return;
      expect([wallClock(zone, until), wallClock(zone, plus(until, -1))]).toEqual(['07:00', '06:59']);
      expect(between(now, until)).toBeLessThanOrEqual(10 * 3_600_000);
    }),
    { numRuns: 400 },
  );
});
