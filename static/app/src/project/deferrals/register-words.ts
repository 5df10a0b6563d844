import type { DeferralsView } from '../../../../../src/contracts/deferrals';
import { counted } from '../../deferral/deferral-words';

type Sums = DeferralsView['sums'];

/** What waits, the viewer's own first: the sentence on top of the register. */
export function waitingWords({ waiting, forViewer }: Pick<Sums, 'waiting' | 'forViewer'>): string {
  const own = forViewer.length;
  if (own > 0) {
    const others = waiting - own;
    const rest = others === 0 ? '' : `; ${others.toLocaleString('en')} more ${others === 1 ? 'waits' : 'wait'} for somebody else`;
    return `${counted(own, 'deferral')} ${own === 1 ? 'waits' : 'wait'} for your approval${rest}.`;
  }
  if (waiting > 0)
    return `Nothing waits for you; ${counted(waiting, 'deferral')} ${waiting === 1 ? 'waits' : 'wait'} for somebody else.`;
  return 'Nothing waits for approval.';
}

/** What a release carries: `3 deferred defects, risk 142`. */
export function riskWords({ deferrals, risk, unscored }: Sums['releases'][number]): string {
  const scored = deferrals - unscored;
  const missing = unscored === 0 ? '' : `, ${unscored.toLocaleString('en')} without a score`;
  return `${counted(deferrals, 'deferred defect')}${scored === 0 ? '' : `, risk ${risk.toLocaleString('en')}`}${missing}`;
}
