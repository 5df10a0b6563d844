import Lozenge from '@atlaskit/lozenge';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import CheckIcon from '@atlaskit/icon/core/status-success';
import type { ReactElement } from 'react';
import type { BuildView } from '../../../../../src/contracts/pipelines';

const looks = {
  'in-progress': { appearance: 'neutral', icon: ClockIcon, words: 'In progress' },
  successful: { appearance: 'success', icon: CheckIcon, words: 'Built' },
  failed: { appearance: 'danger', icon: CrossIcon, words: 'Failed' },
  cancelled: { appearance: 'neutral', icon: CrossIcon, words: 'Cancelled' },
} as const;

/** What became of a build: icon, words and colour. */
export function BuildState({ state }: Pick<BuildView, 'state'>): ReactElement {
  const look = looks[state];
  return (
    <Lozenge appearance={look.appearance} iconBefore={look.icon} maxWidth="none">
      {look.words}
    </Lozenge>
  );
}
