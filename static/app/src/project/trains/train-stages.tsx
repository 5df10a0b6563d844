import type { ReactElement } from 'react';
import type { TrainGlance } from '../../../../../src/contracts/trains';
import { VerdictLozenge } from '../../shared/verdict-lozenge';

/** What a train says of each stage: the worst of its releases, in words. */
export function TrainStages({ stages }: Pick<TrainGlance, 'stages'>): ReactElement {
  return (
    <ul className="release-stages">
      {stages.map(({ stage, state, sentence }) => (
        <li key={stage.key} data-stage={stage.key}>
          <h3>{stage.name}</h3>
          <VerdictLozenge stage={{ mode: 'enforce', state, staleSince: null, until: null }} quiet />
          <p className="sentence">{sentence}</p>
        </li>
      ))}
      {stages.length === 0 && <li className="subtle">No stage has a gate.</li>}
    </ul>
  );
}
