import LockIcon from '@atlaskit/icon/core/lock-locked';
import type { ReactElement } from 'react';
import type { FreezeView } from '../../../../../../src/contracts/freeze';
import { usePage } from '../../../shared/page-context';
import { ToldTime } from '../../../shared/told-time';
import { actionSentence, admitsSentence, causeWords } from './freeze-words';

/** Whether the release is frozen, since when and by what, and what that means. */
export function FreezeState({ view }: { view: FreezeView }): ReactElement {
  const { format } = usePage();
  const { state, since, cause, because, admits, action, startStatus } = view;
  const begins = startStatus === '' ? '' : ` It freezes when its release ticket enters “${startStatus}”.`;
  if (state === 'none') return <p className="summary">It is not frozen, and no day is set. Every defect may come in.{begins}</p>;
  if (state === 'planned')
    return (
      <p className="summary">
        It freezes on {since === null ? '' : format.date(since)}.{begins} {admitsSentence(admits)}
      </p>
    );
  if (state === 'over')
    return (
      <>
        <p className="summary">Its freeze is over.</p>
        {because !== null && <p>“{because}”</p>}
      </>
    );
  return (
    <>
      <p className="control-title">
        <LockIcon label="" /> <strong>Frozen</strong>
        <span>
          since {since === null ? '' : <ToldTime at={since} />}, {causeWords[cause ?? 'day']}
        </span>
      </p>
      {because !== null && <p>“{because}”</p>}
      <p>{admitsSentence(admits)}</p>
      <p className="subtle">{actionSentence(action)}</p>
    </>
  );
}
