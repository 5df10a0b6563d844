import { existsSync } from 'node:fs';
import { duplicatesPath } from '../shared-material';
import { runBundled } from './bundled';

/** Our parts beside packages that do the like, on the same data in the same run. */
export function benchPeers(): Promise<void> {
  runBundled('peers-run.ts', existsSync(duplicatesPath) ? ['--file', duplicatesPath] : []);
  return Promise.resolve();
}
