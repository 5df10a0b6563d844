import Lozenge from '@atlaskit/lozenge';
import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import OpenIcon from '@atlaskit/icon/core/status-success';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { PastRelease } from '../../../../../src/contracts/look-back';

type PastStage = PastRelease['stages'][number];

const looks = {
  open: { appearance: 'success', icon: OpenIcon, words: 'Would have opened' },
  held: { appearance: 'warning', icon: WarningIcon, words: 'Would have held' },
  unknown: { appearance: 'neutral', icon: QuestionIcon, words: 'Not known' },
} as const;

/** What a gate would have said of a past release; opens to the reason. */
export function PastVerdict({ stage: { stage, state, sentence } }: { stage: PastStage }): ReactElement {
  const { appearance, icon, words } = looks[state];
  return (
    <details className="past-verdict" data-past-stage={stage.key} data-past-verdict={state}>
      <summary>
        <span className="past-verdict-chevron">
          <ChevronIcon label="" size="small" />
        </span>
        <Lozenge appearance={appearance} iconBefore={icon} maxWidth="none">
          {words}
        </Lozenge>
      </summary>
      <p>{sentence}</p>
    </details>
  );
}
