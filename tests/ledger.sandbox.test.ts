import fc from 'fast-check';
import { killedAfter, startForgeSql, type ForgeSqlHere } from './forge-sql';
import { siteChain, verifyChain } from '../src/governance';
import { appendEntry, entriesAfter, findEntries, ledgerHead, withEvidence, type NewFact } from '../src/governance/shell';
import { migrate } from '../src/platform/database';

/** The ledger on a real database: writers at once, deaths half-way, and hands in the tables. */
jest.setTimeout(180_000);

let sql: ForgeSqlHere;
beforeAll(async () => {
  sql = await startForgeSql(59_312);
  await migrate();
});
afterAll(() => sql.stop());

const fact = (n: number, who = 'a'): NewFact => ({
  ...{ at: '2026-11-02T09:00:00.000Z', kind: 'verdict-changed', subject: `version:${n}`, entryKey: `${who}:${n}` },
  ...{ actor: { kind: 'app', rule: 'open-defects' }, settings: 1, body: { n, who } },
  evidence: { issues: [{ id: String(n), key: `SHOP-${n}`, level: null }] },
});
const whole = async (chain: string) => withEvidence(await entriesAfter(chain, 0, 10_000));

test('many writers at once neither fork nor skip', async () => {
  const writers = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(
    writers.map(async (who) => {
      for (let n = 0; n < 25; n += 1) await appendEntry('1', fact(n, who), [String(n)]);
    }),
  );
  const entries = await whole('1');
  expect(verifyChain(entries)).toEqual({ kind: 'whole', ...placeOf(await ledgerHead('1')), withheld: 0 });
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
  expect(new Set(entries.map(({ entryKey }) => entryKey)).size).toBe(150);
});

const placeOf = ({ seq, hash }: { seq: number; hash: string }) => ({ seq, head: hash });

test('the same fact told twice, also at once, is one entry', async () => {
  const told = await Promise.all([1, 2, 3, 4].map(() => appendEntry('2', fact(7))));
  expect(new Set(told.map(({ seq, hash }) => `${seq} ${hash}`)).size).toBe(1);
  expect(await whole('2')).toHaveLength(1);
});

test('a writer that dies at any statement leaves a whole chain, and the fact told again is in it once, with all that belongs to it', async () => {
  let statements = 0;
  for (let ended = false; !ended; statements += 1) {
    ended = await killedAfter(statements, () => appendEntry('3', fact(statements), ['42']));
    expect(verifyChain(await whole('3')).kind).toBe('whole');
    await appendEntry('3', fact(statements), ['42']);
  }
  expect(statements).toBeGreaterThan(3);
  const entries = await whole('3');
  expect(verifyChain(entries)).toMatchObject({ kind: 'whole', seq: statements, withheld: 0 });
  const mentioning = { subject: null, kind: null, issueId: '42', from: null, to: null, before: null };
  expect(await findEntries('3', mentioning, 100)).toHaveLength(statements);
});

test('chains of projects and of the site know nothing of each other', async () => {
  const first = await appendEntry('4', fact(1));
  const other = await appendEntry(siteChain, fact(1));
  expect([first.seq, other.seq]).toEqual([1, 1]);
  expect(first.hash).not.toBe(other.hash);
});

test('a hand in the tables is found at the first entry that it touched', async () => {
  for (let n = 0; n < 12; n += 1) await appendEntry('5', fact(n));
  const columns = ['kind', 'subject', 'entry_key', 'actor', 'app_version', 'settings_revision', 'body', 'at', 'evidence_hash'];
  const values: Record<string, string> = { actor: '{"kind":"person","pseudonym":"x"}', body: '{}', settings_revision: '9' };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...columns), async (seq, column) => {
      const [before] = await sql.rows(`SELECT ${column} AS was FROM ledger WHERE chain = '5' AND seq = ${seq}`);
      await sql.connection.execute(`UPDATE ledger SET ${column} = ? WHERE chain = '5' AND seq = ?`, [values[column] ?? 'x', seq]);
      expect(verifyChain(await whole('5'))).toMatchObject({ kind: 'broken', seq });
      await sql.connection.execute(`UPDATE ledger SET ${column} = ? WHERE chain = '5' AND seq = ?`, [
        String(before?.['was']),
        seq,
      ]);
      expect(verifyChain(await whole('5')).kind).toBe('whole');
    }),
    { numRuns: 40, seed: 3 },
  );
  await sql.connection.query(`DELETE FROM ledger WHERE chain = '5' AND seq = 4`);
  expect(verifyChain(await whole('5'))).toMatchObject({ kind: 'broken', seq: 4 });
});
