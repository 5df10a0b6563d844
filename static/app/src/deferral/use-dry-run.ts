import { useEffect, useState } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { call } from '../bridge/call';
import { problemsOf, type Problems } from './problems';
import { requestOf, type Wish } from './wish';

const pauseMs = 500;
/** What is typed is looked at for so many defects; sending it looks at all. */
const most = 5;

/**
 * What would stand against the request as it is now. Null while nobody knows: before the first answer, or where none comes.
 * @param begun whether there is anything to look at yet
 */
export function useDryRun(
  wish: Wish,
  options: DeferralOptionsView,
  issueIds: readonly string[],
  begun: boolean,
): Problems | null {
  const [problems, setProblems] = useState<Problems | null>(null);
  const request = JSON.stringify(requestOf(wish, options, issueIds.slice(0, most)));
  useEffect(() => {
    if (!begun) return;
    let gone = false;
    const timer = setTimeout(() => {
      const asked = requestOf(wish, options, issueIds.slice(0, most));
      void call('requestDeferrals', { ...asked, dryRun: true }).then((answer) => {
        if (!gone) setProblems(answer.kind === 'ok' ? problemsOf(answer.view.results) : null);
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the request says whether anything of it changed
  }, [request, begun]);
  return begun ? problems : null;
}
