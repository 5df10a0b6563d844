import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { benches, namesOf } from './benches';
import { figuresIn, linesIn } from './compare';
import type { Line, Recorded } from './compare';
import { yardstick } from './yardstick';

/** What a benchmark printed, and how it went. */
export interface Measurement extends Recorded {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Whether it ran to its end. */
  readonly isDone: boolean;
  readonly seconds: number;
}

/** What is to be run: benchmarks by their whole names, and what is handed on to them. */
export interface Plan {
  readonly names: readonly string[];
  readonly args: readonly string[];
}

/** @param words a part of a name, or of the name of a figure of the store, and what the benchmark takes; none for all */
export function planOf([wanted, ...args]: readonly string[]): Plan {
  const names = namesOf(wanted);
  if (wanted === undefined || names.length > 0) return { names, args };
  return { names: ['store'].filter((name) => name in benches), args: [wanted, ...args] };
}

/** Runs one in a process of its own and shows its lines as they come; the machine's quickness is measured before and after. */
export function measure(name: string, args: readonly string[]): Promise<Measurement> {
  const before = yardstick();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join(__dirname, 'one.ts'), name, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      output += text;
    });
    child.on('error', reject).on('close', (status) => {
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const read = { figures: figuresIn(output), lines: linesIn(output), yardstick: (before + yardstick()) / 2 };
      resolve({ name, ...read, isDone: status === 0, seconds });
    });
  });
}
