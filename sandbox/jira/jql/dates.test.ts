import { answer } from './jql.fixture';

type Row = readonly [jql: string, keys: string];

describe('dates ("JQL fields", Created; now is Wednesday 2026-11-04 12:00 UTC)', () => {
  const rows: readonly Row[] = [
    ['created >= 2026-11-01', 'SHOP-2 SHOP-1'],
    ['created >= "2026/11/02"', 'SHOP-2'],
    ['created < "2026-11-01 09:05"', 'SHOP-10 PAY-1'],
    ['created <= "2026-11-01 09:05"', 'SHOP-1 SHOP-10 PAY-1'],
    ['created > "2026-11-01 09:05"', 'SHOP-2'],
    ['created = "2026-11-01 09:05"', 'SHOP-1'],
    ['created = "2026-11-01"', ''],
    ['createdDate in ("2026-11-01 09:05", "2026-11-02 23:30")', 'SHOP-2 SHOP-1'],
    ['updated >= -1d', 'SHOP-2'],
    ['updated >= "-1w"', 'SHOP-2 SHOP-1'],
    ['updated >= "-2w 2d"', 'SHOP-2 SHOP-1 PAY-1'],
    ['updated >= -60m', 'SHOP-2'],
    ['updated >= "-2 hours"', 'SHOP-2'],
    ['updated >= 1793793540000', 'SHOP-2'],
    ['updated < "1d"', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['updated <= now()', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['created >= startOfDay(-2)', 'SHOP-2'],
    ['created >= startOfDay("-3d")', 'SHOP-2 SHOP-1'],
    ['created >= startOfWeek()', 'SHOP-2 SHOP-1'],
    ['created < startOfWeek()', 'SHOP-10 PAY-1'],
    ['created >= startOfMonth("-1M")', 'SHOP-2 SHOP-1 SHOP-10'],
    ['created <= endOfMonth(-1)', 'SHOP-10 PAY-1'],
    ['created >= startOfYear() AND created <= endOfYear()', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['updated <= endOfWeek()', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['resolved >= -2d', 'SHOP-1'],
    ['resolutiondate is EMPTY', 'SHOP-2 SHOP-10 PAY-1'],
    ['resolved < now()', 'SHOP-1'],
    ['NOT resolved < now()', ''],
    ['due < now()', 'SHOP-1'],
    ['due <= now()', 'SHOP-2 SHOP-1'],
    ['duedate = 2026-11-03', 'SHOP-1'],
    ['due in (startOfDay(), "2026-12-01")', 'SHOP-2 PAY-1'],
    ['due != 2026-11-03', 'SHOP-2 PAY-1'],
    ['due > 7d', 'PAY-1'],
    ['due is EMPTY', 'SHOP-10'],
    ['statusCategoryChangedDate >= "2026-11-03"', 'SHOP-2 SHOP-1'],
    ['statusCategoryChangedDate = "2026-10-01 08:00"', 'SHOP-10'],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));

  test.each([
    ['UTC', ''],
    ['Australia/Sydney', 'SHOP-2'],
    ['America/New_York', ''],
  ])('a day begins in the zone of the searcher: created >= 2026-11-03 in %s', (timeZone, keys) => {
    expect(answer('created >= 2026-11-03', { timeZone })).toBe(keys);
  });

  test('startOfDay() survives the change to winter time', () => {
    const now = new Date('2026-10-25T12:00:00.000Z');
    const at = (jql: string): string => answer(`key = SHOP-1 AND ${jql}`, { now, timeZone: 'Europe/Berlin' });
    expect(at('created >= startOfDay("7d") AND created < startOfDay("8d")')).toBe('SHOP-1');
  });
});

describe('history ("JQL operators", WAS and CHANGED)', () => {
  const rows: readonly Row[] = [
    ['status was "To Do"', 'SHOP-1 SHOP-10'],
    ['status was "In Progress"', 'SHOP-2 SHOP-1'],
    ['status was not "In Progress"', 'SHOP-10 PAY-1'],
    ['NOT status was "In Progress"', 'SHOP-10 PAY-1'],
    ['status was in (Done, "In review")', 'SHOP-1 PAY-1'],
    ['status was not in (Done, "In review")', 'SHOP-2 SHOP-10'],
    ['status was Backlog', 'SHOP-2'],
    ['status was "To Do" before "2026-10-02"', 'SHOP-10'],
    ['status was "In Progress" on "2026-11-02"', 'SHOP-1'],
    ['status was "In Progress" during ("2026-11-01", "2026-11-02")', 'SHOP-1'],
    ['status was "In Progress" after "2026-11-03 11:00"', 'SHOP-2'],
    ['status was Done by dev', 'SHOP-1'],
    ['status was Done by rhea', ''],
    ['status was "To Do" by qa', 'SHOP-1'],
    ['assignee was EMPTY', 'SHOP-1 SHOP-10 PAY-1'],
    ['assignee was dev', 'SHOP-1'],
    ['assignee was in membersOf(developers)', 'SHOP-2 SHOP-1'],
    ['reporter was currentUser()', 'SHOP-2'],
    ['resolution was unresolved', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['priority was Low', 'SHOP-2 PAY-1'],
    ['fixVersion was 10020', 'SHOP-1'],
    ['fixVersion was EMPTY', 'SHOP-1 SHOP-10'],
    ['fixVersion was "1.0" after "2026-11-02 12:00"', 'PAY-1'],
    ['status changed', 'SHOP-2 SHOP-1'],
    ['NOT status changed', 'SHOP-10 PAY-1'],
    ['status changed from "To Do"', 'SHOP-1'],
    ['status changed from "In Progress" to Done', 'SHOP-1'],
    ['status changed from "To Do" to Done', ''],
    ['status changed to ("In Progress", Done) by qa', 'SHOP-2'],
    ['status changed from Backlog', 'SHOP-2'],
    ['status changed after -2d', 'SHOP-2 SHOP-1'],
    ['status changed before "2026-11-02 10:00"', 'SHOP-1'],
    ['status changed to Done on 2026-11-03', 'SHOP-1'],
    ['status changed to Done during ("2026-11-02", "2026-11-03")', 'SHOP-1'],
    ['status changed to Done after startOfWeek(-1) by membersOf(developers)', 'SHOP-1'],
    ['fixVersion changed from "1.0" to "1.1"', 'SHOP-1'],
    ['fixVersion changed from EMPTY', 'SHOP-1'],
    ['resolution changed to Fixed', 'SHOP-1'],
    ['fixVersion changed by currentUser()', 'SHOP-1'],
    ['fixVersion changed to latestReleasedVersion(SHOP)', 'SHOP-1'],
    ['status changed during (startOfDay(-1), now())', 'SHOP-2 SHOP-1'],
    ['assignee changed from EMPTY to dev by rhea', 'SHOP-1'],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));
});
