import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useState, type ReactElement } from 'react';
import { call } from '../bridge/call';

/** Reads from Jira what changed and stamps the project's verdicts anew; the screen follows by its revision. */
export function ReadJiraButton({ projectId, then }: { projectId: string; then?: () => Promise<void> }): ReactElement {
  const [state, setState] = useState<'idle' | 'reading' | 'done' | { problem: string }>('idle');
  const read = async (): Promise<void> => {
    setState('reading');
    const answer = await call('refresh', { projectId });
    await then?.();
    setState(answer.kind === 'ok' ? 'done' : { problem: `${answer.title}. ${answer.message}` });
  };
  return (
    <span className="inline">
      <Button iconBefore={RefreshIcon} isLoading={state === 'reading'} onClick={() => void read()}>
        Read Jira now
      </Button>
      <span role="status" className="subtle">
        {state === 'done' ? 'Up to date.' : typeof state === 'object' ? state.problem : ''}
      </span>
    </span>
  );
}
