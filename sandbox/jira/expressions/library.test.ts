import { aContext, failure, run } from './expressions.fixture';

// Source: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-types (3 Oct 2025) and the type reference.
test.each<[string, unknown]>([
  // Number, JSON
  [`Number('1') + Number('2') == 3`, true],
  [`Number('')`, 0],
  [`Number('x') == Number('x')`, false],
  ['Number(true)', 1],
  ['Number(new Date(5))', 5],
  [`JSON.stringify({ a: [1, null, 'x'] })`, '{"a":[1,null,"x"]}'],
  ['JSON.stringify(new Date(0))', '"1970-01-01T00:00:00.000Z"'],
  [`JSON.parse('{"b": {"c": [2]}}').b.c[0]`, 2],
  // String
  [`' a b '.trim()`, 'a b'],
  [`'Ab'.toLowerCase() + 'Ab'.toUpperCase()`, 'abAB'],
  [`'a,b'.split(',')`, ['a', 'b']],
  [`'ab'.split()`, ['ab']],
  [`'ab'.split('')`, ['a', 'b']],
  [`'abc'.startsWith('ab')`, true],
  [`'abc'.includes('bc')`, true],
  [`'abc'.indexOf('c') + 'abc'.indexOf('z')`, 1],
  [`'abcdef'.slice(1, -1)`, 'bcde'],
  [`'abcdef'.slice(-2)`, 'ef'],
  [`'abcdef'.substring(2, 4)`, 'cd'],
  [`'a-b-c'.replace('-', '+')`, 'a+b-c'],
  [`'a$b'.replace('$', '$&')`, 'a$&b'],
  [`'abc'.replace('b', m => m.toUpperCase())`, 'aBc'],
  [`'SRJ-12 SRJ-3'.match('SRJ-\\d+')`, ['SRJ-12', 'SRJ-3']],
  [`'none'.match('SRJ-\\d+')`, null],
  // List
  ['[1, 2, 3].length', 3],
  ['[1, 2].map(x => x * 2)', [2, 4]],
  ['[1, 2, 3].filter(x => x > 1)', [2, 3]],
  ['[1, 2].some(x => x > 1)', true],
  ['[].some(x => true)', false],
  ['[].every(x => false)', true],
  ['[1, 2, 3].reduce((sum, x) => sum + x)', 6],
  ['[1, 2, 3].reduce((sum, x) => sum + x, 10)', 16],
  ['[].reduce((sum, x) => sum + x, null)', null],
  ['[1, 2].includes(2)', true],
  ['[[1]].includes([1])', true],
  ['[3, 4].indexOf(4)', 1],
  ['[1, 2].flatMap(x => [x, x])', [1, 1, 2, 2]],
  ['[[1], 2, [[3]]].flatten()', [1, 2, [3]]],
  ['[3, 1, 2].sort()', [1, 2, 3]],
  ['[10, 9].sort()', [9, 10]],
  [`['b', 'a'].sort()`, ['a', 'b']],
  [
    'let a = [3, 1]; let b = a.sort((x, y) => x - y); [a, b]',
    [
      [3, 1],
      [1, 3],
    ],
  ],
  ['[1, 2, 3].slice(1)', [2, 3]],
  ['[1, 2, 3].slice(0, -1)', [1, 2]],
  // Date
  ['new Date().toISOString()', '2026-04-20T09:30:00.000Z'],
  ['new Date(1000).getTime()', 1000],
  [`new Date('2026-04-20').getTime() == new Date('2026-04-20T00:00:00Z').getTime()`, true],
  [`new Date('2026-04-20T12:00:00.000+0200').toISOString()`, '2026-04-20T10:00:00.000Z'],
  [`new Date('2026-01-31').plusMonths(1).toCalendarDate()`, '2026-02-28'],
  [`new Date('2026-03-31T05:00:00Z').minusMonths(1)`, '2026-02-28T05:00:00.000Z'],
  ['new Date().plusDays(1).minusHours(2).plusMinutes(5).minusMinutes(1).plusHours(1).minusDays(1)', '2026-04-20T08:34:00.000Z'],
  ['[new Date().getFullYear(), new Date().getMonth(), new Date().getDate(), new Date().getDay()]', [2026, 3, 20, 1]],
  [
    '[new Date(1001).getHours(), new Date(1001).getMinutes(), new Date(1001).getSeconds(), new Date(1001).getMilliseconds()]',
    [0, 0, 1, 1],
  ],
  ['issue.created < new Date().minusDays(7)', true],
  // CalendarDate
  ['new CalendarDate()', '2026-04-20'],
  [`new CalendarDate('2026-12-31').plusDays(1).toString()`, '2027-01-01'],
  [`new CalendarDate('2024-03-31').minusMonths(1).minusDays(1)`, '2024-02-28'],
  [`new CalendarDate('2024-01-31').plusMonths(1).toISOString()`, '2024-02-29'],
  ['issue.dueDate <= new CalendarDate().plusMonths(3)', true],
  ['[issue.dueDate.getFullYear(), issue.dueDate.getMonth(), issue.dueDate.getDate(), issue.dueDate.getDay()]', [2026, 3, 30, 4]],
])('%s', (text, expected) => {
  expect(run(text)).toEqual(expected);
});

test('calendar dates and hours follow the time zone of the user', () => {
  const late = { now: new Date('2026-04-20T23:30:00Z'), timeZone: 'Europe/Berlin' };
  expect(run('[new CalendarDate(), new Date().toCalendarDate(), new Date().toCalendarDateUTC()]', aContext(), late)).toEqual([
    '2026-04-21',
    '2026-04-21',
    '2026-04-20',
  ]);
  expect(run('new Date().getHours()', aContext(), late)).toBe(1);
});

test.each<[string, RegExp]>([
  ['new Date(null)', /Can't make a Date of null/],
  [`new Date('20 April 2026')`, /Can't parse date: 20 April 2026/],
  [`new Date('2026-02-30')`, /Can't parse date: 2026-02-30/],
  [`new Date('2026-02-30T10:00:00Z')`, /Can't parse date/],
  [`new Date('2026-04-20T25:00:00Z')`, /Not a date/],
  ['new Date(1e300)', /Not a date/],
  ['new Date(2026, 1)', /Date takes 0 to 1 arguments, 2 given/],
  ['new Date().plusDays(1e300)', /needs a whole number|Not a date/],
  [`new Date().plusDays('1')`, /plusDays needs Number, not String/],
  ['new Date().plusDays()', /plusDays takes 1 arguments, 0 given/],
  ['new Date().setTime(1)', /Unrecognized property of `new Date\(\)`: "setTime"/],
  [`new CalendarDate('2026-4-1')`, /Can't parse date/],
  ['new CalendarDate(5)', /CalendarDate needs String, not Number/],
  ['new CalendarDate().getHours()', /Unrecognized property/],
  [`new CalendarDate('9999-12-31').plusDays(1)`, /Not a date/],
  ['Math.max(1, 2)', /Unrecognized identifier: "Math"/],
  ['Number()', /Number takes 1 arguments, 0 given/],
  [`JSON.parse('{')`, /Not JSON: \{/],
  ['JSON.other', /Unrecognized property of `JSON`/],
  [`'a'.charAt(0)`, /Unrecognized property of `'a'`: "charAt".*'length'/],
  [`'a'.includes(1)`, /includes needs String, not Number/],
  [`'a'.match('(')`, /Not a regular expression/],
  ['[1].push(2)', /Unrecognized property of `\[1\]`: "push"/],
  ['[1].map(1)', /map needs Function, not Number/],
  ['[1].map()', /map takes 1 arguments, 0 given/],
  ['[1].map((item, index) => index)', /Function takes 2 arguments, 1 given/],
  ['[].reduce((a, b) => a)', /reduce of an empty list/],
  [`[1, 'a'].sort()`, /Can't compare/],
  ['[2, 1].sort((a, b) => true)', /sort needs a function that returns Number/],
  ['[1].slice(0.5)', /whole number/],
])('%s fails', (text, message) => {
  expect(failure(text)).toMatch(message);
});
