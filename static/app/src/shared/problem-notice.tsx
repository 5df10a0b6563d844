import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../bridge/call';

/** Why a screen cannot be shown, and the way on. */
export function ProblemNotice({
  problem,
  retry,
  children,
}: {
  problem: Problem;
  retry: () => void;
  children?: ReactNode;
}): ReactElement {
  return (
    <SectionMessage appearance={problem.kind === 'failed' ? 'error' : 'warning'} title={problem.title} headingLevel="h2">
      <p>{problem.message}</p>
      <div className="actions">
        {problem.kind === 'failed' && <Button onClick={retry}>Try again</Button>}
        {children}
      </div>
    </SectionMessage>
  );
}
