import Lozenge from '@atlaskit/lozenge';
import CrossIcon from '@atlaskit/icon/core/status-error';
import CheckIcon from '@atlaskit/icon/core/status-success';
import NotSeenIcon from '@atlaskit/icon/core/check-circle-unchecked';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import ToolsIcon from '@atlaskit/icon/core/tools';
import type { ReactElement } from 'react';
import type { BehaviourState } from '../../../../src/contracts/behaviours';
import { behaviourName } from './behaviour-words';

const looks = {
  reproduced: { appearance: 'danger', icon: CrossIcon },
  'not-reproduced': { appearance: 'information', icon: NotSeenIcon },
  fixed: { appearance: 'success', icon: CheckIcon },
  'worked-around': { appearance: 'warning', icon: ToolsIcon },
  unknown: { appearance: 'neutral', icon: QuestionIcon },
} as const;

/** How the defect behaves in a stage: icon, words and colour. */
export function BehaviourLozenge({ state }: { state: BehaviourState }): ReactElement {
  const look = looks[state];
  return (
    <span data-behaviour={state}>
      <Lozenge appearance={look.appearance} iconBefore={look.icon} maxWidth="none">
        {behaviourName(state)}
      </Lozenge>
    </span>
  );
}
