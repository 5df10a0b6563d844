import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from '../src/kernel/json';
import { sha256 } from '../src/kernel/hash';
import { verifyExport, verifyFile } from './verify-file';

/** Written by hand from what the ledger documents: SHA-256 over the previous hash, a line break and the canonical JSON of the entry. */
function aLedger(size: number) {
  let previousHash = '0'.repeat(64);
  const entries = Array.from({ length: size }, (_, n) => {
    const evidence = n % 3 === 1 ? { issues: [{ id: String(n), key: `SHOP-${n}`, level: null }] } : null;
    const said = {
      ...{ chain: '10000', seq: n + 1, at: '2026-11-02T09:00:00.000Z', kind: 'test', subject: 's', entryKey: `k${n}` },
      ...{ actor: { kind: 'app', rule: null }, app: '1.0.0', settings: null, body: { text: `decision ${n}` } },
      evidenceHash: evidence === null ? null : sha256(canonical(evidence)),
    };
    const hash = sha256(`${previousHash}\n${canonical(said)}`);
    const entry = { ...said, previousHash, hash, ...(evidence === null ? {} : { evidence }) };
    previousHash = hash;
    return entry;
  });
  const head = { seq: size, hash: previousHash };
  return { holdpointLedger: 1, chain: '10000', name: 'Shop', exportedAt: '2026-11-02T10:00:00.000Z', head, entries };
}
const ledger = aLedger(20);
const hashAt = (seq: number) => ledger.entries[seq - 1]?.hash ?? '';
const changed = (seq: number, change: object) => ({
  ...ledger,
  entries: ledger.entries.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry)),
});
const without = (seq: number) => ({ ...ledger, entries: ledger.entries.filter((entry) => entry.seq !== seq) });

test('a whole ledger is whole, also without the evidence that the reader may not see, and an empty one', () => {
  expect(verifyExport(ledger, null)).toEqual({ exitCode: 0, sentence: `whole: 20 entries, head ${hashAt(20)}` });
  const withheld = { ...ledger, entries: ledger.entries.map((entry) => ({ ...entry, evidence: undefined })) };
  expect(verifyExport(withheld, null).sentence).toBe(`whole: 20 entries, head ${hashAt(20)}, 7 with withheld evidence`);
  expect(verifyExport(aLedger(0), null)).toEqual({ exitCode: 0, sentence: `whole: 0 entries, head ${'0'.repeat(64)}` });
});

test.each([
  ['a changed decision', changed(17, { body: { text: 'decision 17' } }), 17],
  ['a flipped digit of a hash', changed(5, { hash: hashAt(5).replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')) }), 5],
  ['a flipped digit of a link', changed(6, { previousHash: hashAt(4) }), 6],
  ['changed evidence', changed(2, { evidence: { issues: [] } }), 2],
  ['evidence where there was none', changed(4, { evidence: { issues: [] } }), 4],
  ['an entry that is none any more', changed(9, { seq: 'nine' }), 9],
  ['a removed entry', without(12), 12],
  ['a removed first entry', without(1), 1],
  ['a cut tail', { ...ledger, entries: ledger.entries.slice(0, 15) }, 16],
  ['a tail that the head does not know', { ...ledger, head: { seq: 15, hash: hashAt(15) } }, 20],
  ['the ledger of another project', { ...ledger, chain: '10001' }, 1],
])('%s is found at its place', (_, file, seq) => {
  const { exitCode, sentence } = verifyExport(file, null);
  expect([exitCode, sentence.split(':')[0]]).toEqual([1, `broken at entry ${seq}`]);
});

test('a hash that was kept elsewhere shows that a ledger was cut, head and all', () => {
  const cut = { ...ledger, entries: ledger.entries.slice(0, 15), head: { seq: 15, hash: hashAt(15) } };
  expect(verifyExport(cut, null).exitCode).toBe(0);
  expect(verifyExport(cut, hashAt(10)).exitCode).toBe(0);
  expect(verifyExport(cut, '0'.repeat(64)).exitCode).toBe(0);
  expect(verifyExport(cut, hashAt(18))).toMatchObject({ exitCode: 1 });
});

test('what is no ledger is said in words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-'));
  const file = (text: string) => {
    const path = join(folder, 'ledger.json');
    writeFileSync(path, text);
    return path;
  };
  expect(verifyFile(file(JSON.stringify(ledger)), null).exitCode).toBe(0);
  expect(verifyFile(file(JSON.stringify(ledger).slice(0, 300)), null)).toMatchObject({ exitCode: 2 });
  expect(verifyFile(file('{"entries": []}'), null).sentence).toContain('not a ledger');
  expect(verifyFile(join(folder, 'missing.json'), null).sentence).toContain('cannot be read');
  rmSync(folder, { recursive: true });
});

test('heads that a pipeline kept must all be in the ledger; those of other projects say nothing', () => {
  const seen = (head: string, more: object = {}) => {
    const usual = { at: '2026-11-02T09:30:00.000Z', project: 'SHOP', projectId: '10000', version: '4.2.0', stage: 'production' };
    return { ...usual, state: 'open', head, ...more };
  };
  const own = [seen('0'.repeat(64)), seen(hashAt(3)), seen(hashAt(20))];
  const foreign = seen('ab'.repeat(32), { project: 'PAY', projectId: '10001' });
  expect(verifyExport(ledger, null, [...own, foreign])).toEqual({
    exitCode: 0,
    sentence: `whole: 20 entries, head ${hashAt(20)}, 3 kept heads found`,
  });
  const cut = { ...ledger, entries: ledger.entries.slice(0, 15), head: { seq: 15, hash: hashAt(15) } };
  const noticed = verifyExport(cut, null, [...own, seen(hashAt(18), { at: '2026-11-02T09:40:00.000Z' })]);
  expect(noticed.exitCode).toBe(1);
  expect(noticed.sentence).toContain(`none of them has the hash ${hashAt(20)}, which was the ledger's head on 2026-11-02T09:30`);
  expect(verifyExport(ledger, null, [foreign])).toMatchObject({ exitCode: 2 });
  expect(verifyExport(ledger, null, [seen(hashAt(3), { project: 'shop', projectId: null })]).exitCode).toBe(0);
});
