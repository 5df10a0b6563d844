import { entryHash, evidenceHash, firstHash, verifyChain, type LedgerEntry } from '../../src/governance/ledger';
import { sha256 } from '../../src/kernel/hash';
import { computing, medianOf, printFigure, rounded, shareOf } from './figure';

const sizes = [1_000, 10_000, 100_000];
/** The largest once: it takes seconds. */
const roundsOf = (n: number) => (n < 100_000 ? 5 : 1);
const evidence = { issues: Array.from({ length: 40 }, (_, n) => ({ id: String(10_000 + n), key: `BIG-${n}`, level: null })) };
const hashOfEvidence = evidenceHash(evidence);

function ledgerOf(entries: number): LedgerEntry[] {
  let previousHash = firstHash;
  return Array.from({ length: entries }, (_, n) => {
    const said = {
      ...{ chain: '10000', seq: n + 1, at: '2026-11-02T09:05:00.000Z', kind: 'verdict-changed' },
      ...{ subject: 'version:1/production', entryKey: `k${n}`, actor: { kind: 'app' as const, rule: 'open-defects' } },
      ...{ app: '1.0.0', settings: 1, body: { sentence: 'It may not enter production.', n } },
      ...{ evidenceHash: hashOfEvidence, evidence, previousHash },
    };
    const entry = { ...said, hash: entryHash(previousHash, said) };
    previousHash = entry.hash;
    return entry;
  });
}

/** A ledger verified from its first entry to its last, beside hashing each of its entries once. */
export function benchLedger(): Promise<void> {
  for (const n of sizes) {
    const ledger = ledgerOf(n);
    const times: number[] = [];
    const references: number[] = [];
    for (let round = 0; round < roundsOf(n); round += 1) {
      references.push(computing(() => ledger.forEach((entry) => sha256(JSON.stringify(entry)))));
      times.push(computing(() => verifyChain(ledger)));
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [p50, p95, reference] = [shareOf(sorted, 0.5), shareOf(sorted, 0.95), medianOf(references)].map(rounded);
    const of = { name: 'verify-ledger', n, p50: p50 ?? 0, p95: p95 ?? 0, unit: 'ms', reference: reference ?? 0 };
    printFigure({ ...of, ratio: rounded(of.p50 / of.reference) });
  }
  return Promise.resolve();
}
