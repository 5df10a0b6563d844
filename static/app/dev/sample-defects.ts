import type { DefectRow } from '../../../src/contracts/readiness';

const dayMs = 86_400_000;
const summaries: readonly [string, ...string[]] = [
  'Checkout: paying with a saved card charges twice when the first attempt times out',
  'Search returns no results for product names with an apostrophe',
  'NullPointerException in OrderExportJob.run when a customer has no billing address',
  'Cart badge shows the count of the previous session after signing in',
  'Invoice PDF: line totals are rounded per line, the sum is off by a cent',
  'Returns: label printing fails for parcels above 20 kg',
  'Price import stops at the first malformed row and reports success',
  'Password reset link opens a blank page in Safari 18',
];
const severities = ['S1', 'S2', 'S3', 'S3', 'S4', 'S2', 'S4', null] as const;
const tiers = ['enterprise', 'standard', null, 'trial'] as const;
const statuses = ['To Do', 'In Progress', 'In Review'] as const;

function pick<Item>(items: readonly [Item, ...Item[]], at: number): Item {
  return items[at % items.length] ?? items[0];
}

/** @param now the moment that ages count from */
export function sampleDefects(count: number, now: string): DefectRow[] {
  const rows = Array.from({ length: count }, (_, at): DefectRow => {
    const ageDays = (at * 3.7) % 61;
    const openedAt = new Date(Date.parse(now) - ageDays * dayMs).toISOString();
    const severity = pick(severities, at);
    const dueAt = severity === 'S4' ? null : new Date(Date.parse(openedAt) + (severity === 'S3' ? 60 : 14) * dayMs).toISOString();
    return {
      ...{ id: String(20_000 + at), key: `SHOP-${210 + at * 3}`, summary: pick(summaries, at) },
      ...{ severity, tier: pick(tiers, at + Math.floor(at / 7)), status: pick(statuses, at), openedAt, ageDays, dueAt },
      overdue: dueAt !== null && Date.parse(dueAt) < Date.parse(now),
      score: at % 6 === 5 ? null : (at * 37) % 101,
    };
  });
  return rows.sort((a, b) => (a.severity ?? 'S0').localeCompare(b.severity ?? 'S0'));
}
