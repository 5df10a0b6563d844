import { startForgeSql, type ForgeSqlHere } from './forge-sql';
import { toDefect } from '../src/defects/defect';
import { defectHistory } from '../src/defects/history';
import { anIssue, ids } from '../src/defects/issue.fixture';
import { toReleaseTicket } from '../src/defects/release-ticket';
import { projectsOfDefects, removeUnread, storeDefects } from '../src/defects/shell';
import type { ReadIssues } from '../src/defects/shell';
import { indexDuplicates } from '../src/flows/index-duplicates';
import { migrate } from '../src/platform/database';
import { documentOf } from '../src/triage/duplicates';
import { candidatesFor, compactDuplicateIndex, removeStrayDocuments } from '../src/triage/shell';

/** The index of duplicates forgets what is no defect of the project any more, however it went. */
jest.setTimeout(180_000);

let sql: ForgeSqlHere;
beforeAll(async () => {
  sql = await startForgeSql(59_321);
  await migrate();
});
afterAll(() => sql.stop());

const at = (minute: number) => new Date(Date.UTC(2026, 9, 10, 0, minute)).toISOString();
const aDefect = (id: string, projectId: string, summary: string) => {
  const issue = { ...anIssue({ project: { id: projectId }, summary }), id, key: `P${projectId}-${id}` };
  return { defect: toDefect(issue, ids), history: defectHistory(issue, [], ids) };
};
const nothing: ReadIssues = { defects: [], tickets: [], texts: new Map(), others: [], missing: [] };

/** As issues are read: where they stood is looked at before they are stored. */
async function read(projectId: string, found: Partial<ReadIssues>, minute: number): Promise<void> {
  const issues = { ...nothing, ...found };
  const asked = [...issues.defects.map(({ defect }) => defect.id), ...issues.tickets.map(({ id }) => id), ...issues.others];
  const homes = await projectsOfDefects(asked);
  await storeDefects(issues.defects, at(minute));
  await indexDuplicates(projectId, issues, homes);
}

async function found(projectId: string, title: string): Promise<string[]> {
  const document = documentOf({ title, description: '' });
  return (await candidatesFor(projectId, document, { at: at(900) })).map(({ id }) => id);
}

test('a defect that was moved is found where it is now, and no longer where it was', async () => {
  const title = 'Pelican upload stalls at the chunk Bruschetta';
  const others = Array.from({ length: 30 }, (_, n) => aDefect(String(100 + n), '1', `Another matter ${n} of the shop`));
  await read('1', { defects: [aDefect('10', '1', title), ...others] }, 1);
  await compactDuplicateIndex('1');
  expect(await found('1', title)).toContain('10');
  await read('2', { defects: [aDefect('10', '2', title)] }, 2);
  expect(await found('1', title)).not.toContain('10');
  expect(await found('2', title)).toEqual(['10']);
});

test('a defect that was moved and is no defect there is found nowhere', async () => {
  const title = 'Heron login blinks at the badge Focaccia';
  await read('1', { defects: [aDefect('11', '1', title)] }, 3);
  await read('2', { others: ['11'] }, 4);
  expect(await found('1', title)).not.toContain('11');
  expect(await found('2', title)).not.toContain('11');
});

test('a defect that has become a release ticket is no longer found', async () => {
  const title = 'Stork release freezes at the step Panettone';
  await read('1', { defects: [aDefect('12', '1', title)] }, 5);
  const ticket = toReleaseTicket({ ...anIssue({ project: { id: '1' }, summary: title }), id: '12', key: 'P1-12' });
  await read('1', { tickets: [ticket] }, 6);
  expect(await found('1', title)).not.toContain('12');
});

test('what a whole reading did not find goes, and what it found stays', async () => {
  const [gone, stays] = ['Ibis banner covers the button Cannelloni', 'Crane banner hides the button Ravioli'];
  await read('3', { defects: [aDefect('30', '3', gone), aDefect('31', '3', stays)] }, 7);
  await compactDuplicateIndex('3');
  await storeDefects([aDefect('31', '3', stays)], at(20));
  await removeUnread('3', at(15));
  await removeStrayDocuments('3');
  expect(await found('3', gone)).not.toContain('30');
  expect(await found('3', stays)).toContain('31');
  const [left] = await sql.rows(`SELECT COUNT(*) AS n FROM duplicate_documents WHERE doc_id = '30' AND body IS NOT NULL`);
  expect(Number(left?.['n'])).toBe(0);
});
