import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { Problem } from '../bridge/call';

/** Why a part of a screen is not there, and the way on. The rest of the screen stands without it. */
export function NoAnswer({ problem, retry }: { problem: Problem; retry: () => void }): ReactElement {
  return (
    <div className="inline nothing">
      <span className="subtle">{problem.message}</span>
      {problem.kind === 'failed' && (
        <Button spacing="compact" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
