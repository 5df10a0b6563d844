import type { NotedAccess } from '../../governance/shell';
import { readersView } from './readers-view';

const access = (parts: Partial<NotedAccess> = {}): NotedAccess => ({
  ...{ pseudonym: 'p1', act: 'opened', what: 'readiness', subject: 'version:10', times: 3 },
  ...{ firstAt: '2026-11-02T09:00:00.000Z', lastAt: '2026-11-02T17:30:00.000Z' },
  ...parts,
});
const view = (accesses: readonly NotedAccess[], most = 200) =>
  readersView({
    accesses,
    people: new Map([['p1', 'account-1']]),
    versions: [{ id: '10', name: '4.2.0' }],
    ...{ sinceDay: '2026-10-04', most },
  });

test('a row names the person, the act, the release and when it was', () => {
  expect(view([access()])).toEqual({
    rows: [
      {
        who: { accountId: 'account-1', pseudonym: 'p1' },
        ...{ act: 'opened', what: 'Readiness', subject: 'Release 4.2.0', times: 3 },
        ...{ firstAt: '2026-11-02T09:00:00.000Z', lastAt: '2026-11-02T17:30:00.000Z' },
      },
    ],
    ...{ more: false, sinceDay: '2026-10-04' },
  });
});

test('somebody who was erased keeps a pseudonym and has no account', () => {
  expect(view([access({ pseudonym: 'p2' })]).rows[0]?.who).toEqual({ accountId: null, pseudonym: 'p2' });
});

test.each([
  ['releases', '', 'Releases', 'This project'],
  ['decisions', 'project', 'Decisions', 'This project'],
  ['decisions', 'site', 'Decisions', 'Every project'],
  ['decisions-json', 'site', 'Decisions as JSON', 'Every project'],
  ['decisions-csv', 'project', 'Decisions as CSV', 'This project'],
  ['data-quality', '', 'Data quality', 'This project'],
  ['pipelines', '', 'Pipelines', 'This project'],
  ['readers', '', 'List of readers', 'This project'],
  ['readiness', 'version:11', 'Readiness', 'A release that is gone'],
  // Begins like version 10 and is another.
  ['readiness', 'version:101', 'Readiness', 'A release that is gone'],
  ['some-older-screen', '', 'Some older screen', 'This project'],
])('%s of "%s" reads: %s, %s', (what, subject, title, words) => {
  expect(view([access({ what, subject })]).rows[0]).toMatchObject({ what: title, subject: words });
});

test('what does not fit is left out, and the view says so', () => {
  const accesses = [access({ times: 1 }), access({ times: 2 }), access({ times: 3 })];
  expect(view(accesses, 3)).toMatchObject({ more: false, rows: accesses.map(({ times }) => ({ times })) });
  expect(view(accesses, 2)).toMatchObject({ more: true, rows: [{ times: 1 }, { times: 2 }] });
});

test('nobody read anything', () => {
  expect(view([])).toEqual({ rows: [], more: false, sinceDay: '2026-10-04' });
});
