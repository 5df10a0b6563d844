import { digestsDue } from './digest';
import type { DigestItem } from './digest';
import { aConfig } from './ownership.fixture';

const item = (line: string, heading = 'Escalated to you', resolved = false): DigestItem => ({ heading, line, resolved });
const one = [item('SHOP-1')];
const due = (
  now: string,
  waiting: readonly (readonly [string, readonly DigestItem[]])[],
  sent: readonly (readonly [string, string])[] = [],
) =>
  digestsDue(
    aConfig({ absences: [{ accountId: 'dee', from: '2026-11-01', to: '2026-11-30' }] }),
    new Map(waiting),
    new Map(sent),
    now,
  );

test.each([
  ['before the working day begins', '2026-11-03T07:59:59.999Z', 'bo', '2026-11-02', []],
  ['when it begins', '2026-11-03T08:00:00.000Z', 'bo', '2026-11-02', ['2026-11-03']],
  ['for the first time ever', '2026-11-03T08:00:00.000Z', 'bo', '', ['2026-11-03']],
  ['later on a day that was missed', '2026-11-03T20:00:00.000Z', 'bo', '2026-11-02', ['2026-11-03']],
  ['a second time on the same day', '2026-11-03T20:00:00.000Z', 'bo', '2026-11-03', []],
  ['on a Sunday', '2026-11-08T12:00:00.000Z', 'bo', '2026-11-02', []],
  ['in Boston, where it is night', '2026-11-03T08:00:00.000Z', 'cem', '2026-11-02', []],
  ['in Boston, at nine', '2026-11-03T14:00:00.000Z', 'cem', '2026-11-02', ['2026-11-03']],
  ['for somebody without a calendar', '2026-11-03T08:00:00.000Z', 'lea', '2026-11-02', ['2026-11-03']],
  ['for somebody who is away', '2026-11-03T08:00:00.000Z', 'dee', '2026-11-02', []],
  ['for somebody without an account', '2026-11-03T08:00:00.000Z', 'gone', '2026-11-02', []],
])('a digest %s', (_what, now, accountId, sent, days) => {
  expect(due(now, [[accountId, one]], [[accountId, sent]]).map(({ day }) => day)).toEqual(days);
});

test('what is resolved is left out, and a digest about nothing is not sent', () => {
  const now = '2026-11-03T08:00:00.000Z';
  expect(due(now, [['bo', [item('SHOP-1', 'Asked', true)]]])).toEqual([]);
  expect(due(now, [['bo', []]])).toEqual([]);
  expect(due(now, [['bo', [item('SHOP-1', 'Asked', true), item('SHOP-2', 'Asked')]]])).toEqual([
    {
      ...{ accountId: 'bo', day: '2026-11-03', subject: 'One thing waits for you' },
      ...{ sections: [{ heading: 'Asked', lines: ['SHOP-2'] }], rest: null },
    },
  ]);
});

test('lines stand under their heading, twenty at most', () => {
  const items = Array.from({ length: 25 }, (_, n) => item(`SHOP-${n}`, n % 2 === 0 ? 'Escalated' : 'Asked'));
  const [digest] = due('2026-11-03T08:00:00.000Z', [['bo', items]]);
  expect(digest?.sections.map(({ heading, lines }) => [heading, lines.length, lines[0]])).toEqual([
    ['Escalated', 13, 'SHOP-0'],
    ['Asked', 7, 'SHOP-1'],
  ]);
  expect([digest?.subject, digest?.rest]).toEqual(['25 things wait for you', 'and 5 more']);
});
