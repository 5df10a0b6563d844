import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import CrossIcon from '@atlaskit/icon/core/status-error';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import type { ReactElement } from 'react';
import type { ConditionView, DefectRow } from '../../../../../src/contracts/readiness';
import { IssueLink, SearchLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { ageWords } from '../../shared/time-words';
import { figureWords } from './condition-words';
import { DoneDefects } from './done-defects';

const states = {
  breached: { words: 'Breached', icon: CrossIcon },
  warned: { words: 'Warns only', icon: WarningIcon },
  met: { words: 'Met', icon: CheckIcon },
  unknown: { words: 'Unknown', icon: QuestionIcon },
} as const;
const firstDefects = 10;

/** One condition: what is counted, how many there are, how many may be; opens to its definition and its defects. */
export function ConditionRow({ condition, defects }: { condition: ConditionView; defects: readonly DefectRow[] }): ReactElement {
  const shown = condition.state === 'breached' && condition.breach === 'warns' ? 'warned' : condition.state;
  const { words, icon: Icon } = states[shown];
  const { figure, allowed } = figureWords(condition);
  return (
    <details className={`condition condition-${shown}`} data-condition={condition.id}>
      <summary>
        <span className="condition-chevron">
          <ChevronIcon label="" size="small" />
        </span>
        <span className="condition-title">{condition.title}</span>
        <span className="condition-count">
          <strong>{figure}</strong>, {allowed}
        </span>
        <span className="condition-state">
          <Icon label="" /> {words}
        </span>
      </summary>
      <ConditionDetail condition={condition} defects={defects} />
    </details>
  );
}

/** A count says the same as its figure; everything else is told in words. */
function tells({ reason, state, unit }: ConditionView): boolean {
  return reason !== '' && (state === 'unknown' || unit !== 'defects');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function ConditionDetail({ condition, defects }: { condition: ConditionView; defects: readonly DefectRow[] }): ReactElement {
  const counted = condition.defectIds.flatMap((id) => defects.find((defect) => defect.id === id) ?? []);
  const more = condition.defectIds.length - Math.min(counted.length, firstDefects);
  return (
    <div className="condition-detail">
      {tells(condition) && <p>{sentence(condition.reason)}</p>}
      <p>{condition.definition}</p>
      {counted.length > 0 && (
        <ul className="condition-defects">
          {counted.slice(0, firstDefects).map((defect) => (
            <li key={defect.id}>
              <IssueLink issueKey={defect.key} />
              <span className="condition-defect-summary">{defect.summary}</span>
              <span className="subtle">
                <SeverityMark severity={defect.severity} />, {ageWords(defect.ageDays)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {condition.done !== undefined && <DoneDefects done={condition.done} />}
      <p className="subtle">
        {more > 0 && `and ${more} more. `}
        {condition.hidden > 0 && `${counted.length === 0 ? '' : 'And '}${condition.hidden} you may not see. `}
        {condition.jql !== null && <SearchLink jql={condition.jql}>Open in Jira search</SearchLink>}
      </p>
    </div>
  );
}
