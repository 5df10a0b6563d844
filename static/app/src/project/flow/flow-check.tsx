import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { RouteLink } from '../routing';
import { checkWords } from './flow-words';

/** Whether the figures of the chart agree with each other and with Jira. */
export function FlowCheck({ check }: { check: FlowView['check'] }): ReactElement {
  const { holds, words } = checkWords(check);
  return (
    <p className="flow-check" data-check={holds ? 'holds' : 'differs'}>
      <Lozenge appearance={holds ? 'success' : 'moved'} maxWidth="none">
        {holds ? 'Every day adds up' : 'Does not add up'}
      </Lozenge>{' '}
      <span className="subtle">{words}</span>
      {!holds && <RouteLink to={{ screen: 'data-quality' }}>What else is missing or doubtful</RouteLink>}
    </p>
  );
}
