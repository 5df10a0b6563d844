/** `npm run test:faults [-- --seeds 10 --changes 20000 --defects 2000]`: prints a table, and ends with 1 where a promise was broken. */
import { parseArgs } from 'node:util';
import { soak, type SoakResult } from './soak';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    first: { type: 'string', default: '1' },
    changes: { type: 'string', default: '20000' },
    defects: { type: 'string', default: '2000' },
  },
});

const columns: readonly [string, (result: SoakResult) => string | number][] = [
  ['seed', ({ seed }) => seed],
  ['defects', ({ defects }) => defects],
  ['changes', ({ changes }) => changes],
  ['sandbox hours', ({ sandboxHours }) => sandboxHours],
  ['repairs', ({ repairs }) => repairs],
  ['ledger entries', ({ ledgerEntries }) => ledgerEntries],
  ['open verdicts seen', ({ openSeen }) => openSeen],
  ['longest open after held (min)', ({ longestOpenAfterHeld }) => longestOpenAfterHeld],
  ['seconds', ({ seconds }) => seconds],
  ['broken promises', ({ broken }) => broken.length],
];

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(columns.map(([name]) => name).join(' | '));
  let broken = 0;
  for (let n = 0; n < Number(values.seeds); n += 1) {
    const plan = { seed: Number(values.first) + n, defects: Number(values.defects), changes: Number(values.changes) };
    const result = await soak(plan, (line) => void process.stderr.write(`${line}\n`));
    say(columns.map(([name, of]) => String(of(result)).padEnd(name.length)).join(' | '));
    for (const promise of result.broken) say(`  ${promise}`);
    broken += result.broken.length;
  }
  say(broken === 0 ? 'Every promise was kept.' : `${broken} promises were broken.`);
  process.exitCode = broken === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
