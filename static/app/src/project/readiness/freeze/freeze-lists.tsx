import type { ReactElement } from 'react';
import type { FreezeView } from '../../../../../../src/contracts/freeze';
import { IssueLink } from '../../../shared/jira-link';
import { SeverityMark } from '../../../shared/severity-mark';
import { ToldTime } from '../../../shared/told-time';
import { personWords } from '../control/control-history';
import { admissionWords } from './freeze-words';

type Defect = FreezeView['attempts'][number]['defect'];

function About({ defect }: { defect: Defect }): ReactElement {
  return (
    <>
      <IssueLink issueKey={defect.key} /> <span className="freeze-summary">{defect.summary}</span>{' '}
      <SeverityMark severity={defect.severity} short />
      {!defect.open && <span className="subtle"> done</span>}
    </>
  );
}

interface AttemptsProps {
  readonly attempts: FreezeView['attempts'];
  readonly names: ReadonlyMap<string, string>;
}

function resultWords({ result, to }: FreezeView['attempts'][number]): string {
  if (result === 'moved') return to === null ? 'Taken out again' : `Moved to ${to}`;
  if (result === 'flagged') return 'Flagged, and still there';
  return result === 'recorded' ? 'Recorded, and still there' : 'Taken out before Holdpoint came to it';
}

/** Who tried to bring in what, and what became of it, the newest first. */
export function Attempts({ attempts, names }: AttemptsProps): ReactElement {
  return (
    <ul className="freeze-list" aria-label="Attempts">
      {attempts.map((attempt) => (
        <li key={`${attempt.defect.id} ${attempt.at}`} data-attempt={attempt.defect.key}>
          <span>
            <About defect={attempt.defect} />
          </span>
          <span className="subtle small">
            {resultWords(attempt)}. Put in by {attempt.who === null ? 'somebody' : personWords(attempt.who, names)},{' '}
            <ToldTime at={attempt.at} />.
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What came in since the freeze and is still there: first what may not. */
export function Inside({ inside }: { inside: FreezeView['inside'] }): ReactElement {
  return (
    <ul className="freeze-list" aria-label="Came in since">
      {inside.map(({ defect, at, admission }) => (
        <li key={defect.id} data-inside={defect.key}>
          <span>
            <About defect={defect} />
          </span>
          <span className={admission === 'violation' ? 'problem small' : 'subtle small'}>
            {admissionWords[admission]}, since <ToldTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
