import { killedAfter, startForgeSql, statementsOf, type ForgeSqlHere } from './forge-sql';
import { createPrng } from '../sandbox/data/prng';
import { migrate } from '../src/platform/database';
import { documentOf, MemoryIndex, rank } from '../src/triage/duplicates';
import type { Candidate, DuplicateDocument } from '../src/triage/duplicates';
import { candidatesFor, compactDuplicateIndex, indexDefects, purgeDuplicates } from '../src/triage/shell';
import { readState } from '../src/triage/shell/duplicate-state';
import { heard, listen, plansOf } from './query-plans';

/** The index of duplicates on a real database answers as the one in memory, whatever was changed and wherever a compaction died. */
jest.setTimeout(300_000);

const project = '10001';
let sql: ForgeSqlHere;
beforeAll(async () => {
  sql = await startForgeSql(59_318);
  await migrate();
});
afterAll(() => sql.stop());

const prng = createPrng(11, 'duplicates');
const words = Array.from({ length: 900 }, (_, n) => `word${n.toString(36)}${String.fromCharCode(97 + (n % 26))}`);
const aWord = () => words[Math.floor(words.length ** prng.next()) - 1] ?? 'word';
const some = (count: number) => Array.from({ length: count }, aWord).join(' ');
const created = (n: number) => new Date(Date.UTC(2026, 0, 1, n)).toISOString();
const aDocument = (): DuplicateDocument =>
  documentOf({
    title: some(5),
    description: some(12),
    component: prng.pick(['ui', 'api', 'store']),
    environments: [prng.pick(['staging', 'production'])],
    fingerprint: prng.integer(0, 9) === 0 ? `print${prng.integer(0, 99)}` : null,
  });

const memory = new MemoryIndex();
async function put(documents: readonly { id: string; createdAt: string; document: DuplicateDocument | null }[]): Promise<void> {
  for (const { id, createdAt, document } of documents) memory.put(id, createdAt, document);
  await indexDefects(project, documents);
}

/** Ids, scores and evidence; scores as far as two orders of adding agree. */
const comparable = (candidates: readonly Candidate[]) =>
  candidates.map((candidate) => ({ ...candidate, score: Number(candidate.score.toFixed(4)) }));

async function expectSameAnswers(questions = 12): Promise<void> {
  const at = created(9_000);
  // How common terms are is only about right, and depends on when chunks were written; everything else must be the same.
  const { common } = (await readState(project)).state;
  const index = {
    ...{ statistics: { ...memory.statistics, common }, size: memory.size, dead: memory.dead, recent: memory.recent },
    rows: (slots: readonly number[]) => memory.rows(slots),
    documents: (numbers: readonly number[]) => memory.documents(numbers),
  };
  for (let n = 0; n < questions; n += 1) {
    const document = aDocument();
    const expected = rank({ document, at, limit: 10 }, index);
    expect(comparable(await candidatesFor(project, document, { at, limit: 10 }))).toEqual(comparable(expected));
    expect(expected.length).toBeGreaterThan(0);
  }
}

test('what was added is found at once, and after it was moved into chunks', async () => {
  await put(Array.from({ length: 300 }, (_, n) => ({ id: String(n), createdAt: created(n), document: aDocument() })));
  await expectSameAnswers();
  await compactDuplicateIndex(project);
  await expectSameAnswers();
});

test('thousands are found in several chunks', async () => {
  await put(
    Array.from({ length: 5_200 }, (_, n) => ({ id: String(300 + n), createdAt: created(300 + n), document: aDocument() })),
  );
  await compactDuplicateIndex(project);
  memory.compact();
  await expectSameAnswers();
});

test('what is changed or removed is no longer found as it was', async () => {
  const changed = Array.from({ length: 60 }, (_, n) => ({
    id: String(n * 31),
    createdAt: created(n * 31),
    document: aDocument(),
  }));
  const removed = Array.from({ length: 40 }, (_, n) => ({ id: String(n * 37 + 1), createdAt: created(n), document: null }));
  await put([...changed, ...removed]);
  await expectSameAnswers();
  const [one] = changed;
  if (one !== undefined) {
    const [best] = await candidatesFor(project, one.document, { at: created(9_000) });
    expect(best?.id).toBe('0');
    const others = await candidatesFor(project, one.document, { at: created(9_000), exclude: ['0'] });
    expect(others.map(({ id }) => id)).not.toContain('0');
  }
  await compactDuplicateIndex(project);
  await expectSameAnswers();
});

test('adding the same again changes nothing', async () => {
  const documents = [{ id: '7', createdAt: created(7), document: aDocument() }];
  await put(documents);
  await compactDuplicateIndex(project);
  await indexDefects(project, documents);
  expect(await sql.rows(`SELECT doc_id FROM duplicate_documents WHERE waiting = 1`)).toEqual([]);
});

test('a compaction may die after any statement', async () => {
  for (let statements = 1; ; statements += 1) {
    await put([
      { id: String(statements), createdAt: created(statements), document: aDocument() },
      { id: String(8_000 + statements), createdAt: created(8_000 + statements), document: aDocument() },
      { id: String(4_000 + statements), createdAt: created(0), document: null },
    ]);
    const ended = await killedAfter(statements, () => compactDuplicateIndex(project));
    // What is changed while a compaction lies half-done is neither lost nor doubled.
    await put([{ id: String(8_000 + statements), createdAt: created(1), document: aDocument() }]);
    await expectSameAnswers(3);
    if (ended) break;
  }
  await compactDuplicateIndex(project);
  await expectSameAnswers();
  const left = await sql.rows('SELECT DISTINCT chunk, generation FROM duplicate_postings');
  expect(new Set(left.map(({ chunk }) => Number(chunk))).size).toBe(left.length);
});

test('two compactions at once leave one index', async () => {
  await put(Array.from({ length: 50 }, (_, n) => ({ id: `9${n}`, createdAt: created(n), document: aDocument() })));
  await Promise.allSettled([compactDuplicateIndex(project), compactDuplicateIndex(project)]);
  await compactDuplicateIndex(project);
  await expectSameAnswers();
});

test('a question takes five statements, each by an index', async () => {
  await sql.connection.query('ANALYZE TABLE duplicate_documents, duplicate_postings');
  await listen(sql.connection);
  const asked = () => candidatesFor(project, aDocument(), { at: created(9_000) });
  expect(await statementsOf(asked)).toBe(5);
  await put([{ id: '3', createdAt: created(3), document: aDocument() }]);
  await compactDuplicateIndex(project);
  const plans = await plansOf(sql.connection, await heard(sql.connection));
  expect(plans.length).toBeGreaterThan(5);
  expect(plans.flatMap(({ steps }) => steps).filter(({ key, type }) => key === null || type === 'ALL')).toEqual([]);
});

test('of a project that is gone nothing is left', async () => {
  await purgeDuplicates(project);
  for (const table of ['duplicate_states', 'duplicate_documents', 'duplicate_postings'])
    expect(await sql.rows(`SELECT project_id FROM ${table} LIMIT 1`)).toEqual([]);
  expect(await candidatesFor(project, aDocument(), { at: created(0) })).toEqual([]);
});
