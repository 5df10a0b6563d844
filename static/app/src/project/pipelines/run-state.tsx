import Lozenge from '@atlaskit/lozenge';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { RunView } from '../../../../../src/contracts/pipelines';

const looks = {
  passed: { appearance: 'success', icon: CheckIcon, words: 'Passed' },
  flaky: { appearance: 'warning', icon: WarningIcon, words: 'Passed, flaky' },
  failed: { appearance: 'danger', icon: CrossIcon, words: 'Failed' },
  empty: { appearance: 'neutral', icon: QuestionIcon, words: 'Ran no tests' },
} as const;

/** Whether a run passed: icon, words and colour. */
export function RunState({ state }: { state: RunView['state'] }): ReactElement {
  const look = looks[state];
  return (
    <span data-run-state={state}>
      <Lozenge appearance={look.appearance} iconBefore={look.icon} maxWidth="none">
        {look.words}
      </Lozenge>
    </span>
  );
}
