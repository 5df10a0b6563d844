import Lozenge from '@atlaskit/lozenge';
import ClockIcon from '@atlaskit/icon/core/clock';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import OpenIcon from '@atlaskit/icon/core/status-success';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { StageSummary } from '../../../../src/contracts/screen';
import { ClockTime } from './moment';
import { useServerNow } from './server-clock';
import { modeNotes, shownVerdict } from './shown-verdict';

const looks = {
  open: { appearance: 'success', icon: OpenIcon },
  held: { appearance: 'danger', icon: LockIcon },
  'would-be-held': { appearance: 'warning', icon: WarningIcon },
  unknown: { appearance: 'neutral', icon: QuestionIcon },
  stale: { appearance: 'neutral', icon: ClockIcon },
} as const;

type Verdict = Pick<StageSummary, 'mode' | 'state' | 'staleSince' | 'until'>;

/** The verdict of a stage: icon, words and colour, and beside it what the mode does with it. */
export function VerdictLozenge({ stage, quiet = false }: { stage: Verdict; quiet?: boolean }): ReactElement {
  const shown = shownVerdict(stage, useServerNow());
  const look = looks[shown.tone];
  return (
    <span className="verdict" data-verdict={shown.tone}>
      <Lozenge appearance={look.appearance} iconBefore={look.icon} maxWidth="none">
        {shown.words}
        {shown.staleSince !== null && (
          <>
            {' '}
            since <ClockTime at={shown.staleSince} />
          </>
        )}
      </Lozenge>
      {!quiet && <span className="verdict-mode">{modeNotes[stage.mode]}</span>}
    </span>
  );
}
