import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { Answer } from '../../../../../src/contracts/screen';
import { call, type Problem } from '../../bridge/call';

interface Place {
  readonly seq: number;
  readonly hash: string;
}
export type LedgerCheck =
  | { readonly kind: 'whole'; readonly place: Place; readonly withheld: number }
  | { readonly kind: 'broken'; readonly seq: number; readonly because: string }
  | { readonly kind: 'stopped'; readonly problem: Problem };

/**
 * Checks a ledger from its first entry to its last, step by step.
 * @param shown the newest entry that this page was shown: a ledger that ends before it was cut
 * @param progress called after every step with the entries checked so far, and all there are
 */
export async function checkLedger(
  ledger: { readonly projectId: string; readonly ledger: 'project' | 'site' },
  shown: Place,
  progress: (done: number, total: number) => void,
): Promise<LedgerCheck> {
  let after: Place | null = null;
  let withheld = 0;
  for (;;) {
    const answer: Answer<BridgeView<'verifyLedger'>> = await call('verifyLedger', { ...ledger, after });
    if (answer.kind !== 'ok') return { kind: 'stopped', problem: answer };
    const view: BridgeView<'verifyLedger'> = answer.view;
    if (view.kind === 'broken') return view;
    withheld += view.withheld;
    progress(view.place.seq, view.total);
    if (view.more) {
      after = view.place;
      continue;
    }
    if (view.place.seq < shown.seq)
      return { kind: 'broken', seq: view.place.seq + 1, because: `This page showed entry ${shown.seq}, and it is gone.` };
    return { kind: 'whole', place: view.place, withheld };
  }
}
