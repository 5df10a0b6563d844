import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement } from 'react';
import type { RequestDeferralsView } from '../../../../src/contracts/deferrals';
import { AskedList } from './asked-list';

interface Props {
  readonly view: RequestDeferralsView;
  /** Back to the fields, for those that were refused. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What became of each defect where not all of them could be asked for. */
export function RequestResults({ view: { results, requested, refused }, onAgain, onClose }: Props): ReactElement {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div className="defer-form">
      <p ref={said} tabIndex={-1}>
        {requested} of {results.length} {requested === 1 ? 'is' : 'are'} asked for; {refused} could not be.
      </p>
      <AskedList label="What became of each" count={refused}>
        {results
          .filter(({ outcome }) => outcome === 'refused')
          .map(({ issueId, key, problems }) => (
            <li key={issueId}>
              <span>
                <strong className="issue-key">{key ?? 'One that Jira hides from you'}</strong>{' '}
                {problems.map(({ message }) => message).join(' ')}
              </span>
            </li>
          ))}
      </AskedList>
      <div className="actions defer-end">
        <Button appearance="primary" onClick={onClose}>
          Done
        </Button>
        <Button onClick={onAgain}>Change it for the rest</Button>
      </div>
    </div>
  );
}
