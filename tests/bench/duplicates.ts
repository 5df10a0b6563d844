import { runBundled } from './bundled';

/** Finding duplicates as the app has it. What follows the name on the command line is handed on. */
export function benchDuplicates(): Promise<void> {
  runBundled('duplicates-run.ts', process.argv.slice(3));
  return Promise.resolve();
}

/** Learns when to claim a duplicate; not a measurement, so it is run by its whole name alone. */
export function learnDuplicates(): Promise<void> {
  if (process.argv[2] === 'duplicates-learn') runBundled('duplicates-learn-run.ts', process.argv.slice(3));
  return Promise.resolve();
}
