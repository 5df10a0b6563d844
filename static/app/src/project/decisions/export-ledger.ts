import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { Answer } from '../../../../../src/contracts/screen';
import { call, type Problem } from '../../bridge/call';
import { saveFile } from '../../shared/download';
import type { LedgerRequest } from './use-decisions';

export interface LedgerName {
  /** Id of the project, or `site`. */
  readonly chain: string;
  /** Key of the project, or `site`: for the name of the file. */
  readonly key: string;
  readonly name: string;
}

/** Excel reads UTF-8 as such only where the file begins with this mark. */
const byteOrderMark = '\uFEFF';

/**
 * Fetches a ledger piece by piece and hands it to the viewer as a file.
 * @param progress called after every piece with the entries gone through so far, and all there are
 * @returns the file's name, or why there is none
 */
export async function exportLedger(
  request: LedgerRequest,
  format: 'json' | 'csv',
  { chain, key, name }: LedgerName,
  exportedAt: string,
  progress: (done: number, total: number) => void,
): Promise<{ kind: 'saved'; file: string } | { kind: 'stopped'; problem: Problem }> {
  const texts: string[] = [];
  let next: number | null = null;
  for (;;) {
    const answer: Answer<BridgeView<'exportDecisions'>> = await call('exportDecisions', {
      ...request,
      format,
      next,
    });
    if (answer.kind !== 'ok') return { kind: 'stopped', problem: answer };
    const view: BridgeView<'exportDecisions'> = answer.view;
    if (view.text !== '') texts.push(view.text);
    progress(view.done, view.head.seq);
    next = view.next;
    if (next !== null) continue;
    const file = `holdpoint-${format === 'json' ? 'ledger' : 'decisions'}-${key}.${format}`;
    if (format === 'csv') saveFile(file, 'text/csv;charset=utf-8', [byteOrderMark, ...texts]);
    else {
      const head = JSON.stringify({ holdpointLedger: 1, chain, name, exportedAt, head: view.head });
      saveFile(file, 'application/json', [`${head.slice(0, -1)},"entries":[`, texts.join(','), ']}\n']);
    }
    return { kind: 'saved', file };
  }
}
