import { officeHours } from '../../governance/calendar';
import { hour, minute } from '../../kernel/instant';
import { leadTimes } from './lead-time';
import { timeInStatuses } from './status-time';
import { calendarTime, workingTime } from './working-time';

const at = (text: string) => Date.parse(`2026-11-${text}:00.000Z`);
const berlin = workingTime(officeHours('Europe/Berlin'));

test.each([
  ['within a day', '02T09:00', '02T11:30', 2.5],
  ['over a night', '02T15:00', '03T09:00', 2],
  // Friday 15:00 in Berlin to Monday 10:00.
  ['over a weekend', '06T14:00', '09T09:00', 3],
  ['on a Sunday', '08T09:00', '08T12:00', 0],
])('working time %s', (_, from, to, hours) => {
  expect(berlin(at(from), at(to))).toBe(hours * hour);
  expect(calendarTime(at(from), at(to))).toBe(at(to) - at(from));
});

test('statuses and lead times count what the calendar counts', () => {
  // To do from Friday 15:00 to Monday 10:00 in Berlin, then in progress.
  const spans = {
    offsets: Uint32Array.of(0, 2),
    values: Uint16Array.of(0, 1),
    from: Float64Array.of(at('06T14:00'), at('09T09:00')),
  };
  const time = timeInStatuses(spans, 2, at('09T11:00'), berlin);
  expect([...time.milliseconds]).toEqual([3 * hour, 2 * hour]);
  const [created, resolved] = [Float64Array.of(at('06T14:00'), at('06T14:00')), Float64Array.of(at('09T11:00'), NaN)];
  expect([...leadTimes(created, resolved, at('10T09:00'), berlin)]).toEqual([(5 * hour) / minute, NaN]);
});
