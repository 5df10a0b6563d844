/** `npm run bench [-- [--check | --record] [NAME]]`: one line of JSON a figure, then what has sizes beside each other, and all as a table. */
import { loadavg } from 'node:os';
import { checkBenches, recordBenches } from './check';
import type { Line } from './compare';
import { measure, planOf } from './measure';
import { growthsIn, sayGrowth, tableOf } from './summary';

async function main(): Promise<void> {
  const [mode, ...others] = process.argv.slice(2);
  if (mode === '--check') return void (process.exitCode = await checkBenches(others));
  if (mode === '--record') return void (process.exitCode = await recordBenches(others));
  const { names, args } = planOf(process.argv.slice(2));
  const lines: Line[] = [];
  for (const name of names) {
    const { lines: printed, isDone } = await measure(name, args);
    lines.push(...printed);
    if (!isDone) process.exitCode = 1;
  }
  if (lines.length === 0) return;
  for (const growth of growthsIn(lines)) console.log(JSON.stringify(growth));
  console.log(['', ...tableOf(lines), '', ...growthsIn(lines).map(sayGrowth)].join('\n'));
  console.log(
    `\nLoad of the machine at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
