import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, figuresIn, mostGrowth, recordedSchema } from './compare';
import type { Recorded } from './compare';
import { yardstick } from './yardstick';

const file = join(__dirname, 'recorded.json');

/** The benchmarks in a process of their own, whose lines are shown as they come. */
function measure(names: readonly string[]): Promise<Recorded & { readonly status: number }> {
  const before = yardstick();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join(__dirname, 'run.ts'), ...names], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      output += text;
    });
    child.on('error', reject).on('close', (status) => {
      resolve({ yardstick: (before + yardstick()) / 2, figures: figuresIn(output), status: status ?? 1 });
    });
  });
}

function recorded(): Recorded | null {
  return existsSync(file) ? recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** `npm run bench -- --check [NAME]`: fails where a ratio has grown beyond what is allowed. @returns the exit code */
export async function checkBenches(names: readonly string[]): Promise<number> {
  const { status, ...measured } = await measure(names);
  const { slower, unknown } = compare(measured, recorded() ?? { yardstick: measured.yardstick, figures: {} });
  if (unknown.length > 0) console.log(`Not recorded yet: ${unknown.join(', ')}. Run with --record on a quiet machine.`);
  if (slower.length > 0) console.error(['Slower than recorded:', ...slower].join('\n  '));
  else console.log(`${Object.keys(measured.figures).length} figures, none beyond ${mostGrowth} times its recorded ratio.`);
  return status === 0 && slower.length === 0 ? 0 : 1;
}

/**
 * `npm run bench -- --record [NAME]`: what is measured now is what later runs are held against. Figures that are not measured now stay as
 * they are, so that the whole is to be recorded on one machine.
 * @returns the exit code
 */
export async function recordBenches(names: readonly string[]): Promise<number> {
  const { status, yardstick: now, figures } = await measure(names);
  if (status !== 0) return status;
  const before = recorded();
  const kept = Object.entries(before?.figures ?? {}).filter(([name]) => figures[name] === undefined);
  const all = [...kept, ...Object.entries(figures)].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ yardstick: now, figures: Object.fromEntries(all) }, null, 2)}\n`);
  return 0;
}
