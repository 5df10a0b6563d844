import { runBundled } from './bundled';

/** Masking as the command has it. */
export function benchMask(): Promise<void> {
  runBundled('mask-run.ts');
  return Promise.resolve();
}
