import type { ReactElement } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';

export type Told = BridgeView<'changeWorkflow'>;

/** What became of a wish, read out as soon as it is there; with Jira's own words where it refused. */
export function Outcome({ told }: { told: Told | null }): ReactElement {
  return (
    <div role="status" className="workflow-outcome" data-outcome={told?.kind}>
      {told?.kind === 'done' && <p>{told.sentence}</p>}
      {told?.kind === 'refused' && (
        <>
          <p className="problem">{told.message}</p>
          {told.said.length > 0 && (
            <ul aria-label="What Jira says">
              {told.said.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
