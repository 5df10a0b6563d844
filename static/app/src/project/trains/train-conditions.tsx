import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import CrossIcon from '@atlaskit/icon/core/status-error';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import type { ReactElement } from 'react';
import type { TrainConditionView, TrainStageConditions, TrainView } from '../../../../../src/contracts/trains';
import { ReleaseLink } from './release-link';
import { conditionWords, sentenceCase } from './train-words';
import '../readiness/readiness.css';

const states = {
  breached: { words: 'Breached', icon: CrossIcon },
  warned: { words: 'Warns only', icon: WarningIcon },
  met: { words: 'Met', icon: CheckIcon },
  unknown: { words: 'Unknown', icon: QuestionIcon },
} as const;

/** What the gates ask of all its releases, rule by rule. */
export function TrainConditions({ view, ownKey }: { view: TrainView; ownKey: string | null }): ReactElement | null {
  if (view.conditions.length === 0) return null;
  return (
    <section className="conditions stack stack-tight" aria-labelledby="conditions-heading" data-section="train-conditions">
      <h2 id="conditions-heading">Conditions of all its releases</h2>
      {view.conditions.map((stage) => (
        <StageOfTrain key={stage.stage.key} found={stage} ownKey={ownKey} />
      ))}
    </section>
  );
}

function StageOfTrain({ found, ownKey }: { found: TrainStageConditions; ownKey: string | null }): ReactElement {
  const { stage, conditions, hidden, unjudged } = found;
  const unmet = conditions.filter(({ state }) => state !== 'met');
  const met = conditions.filter(({ state }) => state === 'met');
  return (
    <div className="stack stack-tight" data-stage={stage.key}>
      <h3>{stage.name}</h3>
      {unmet.length > 0 && <List conditions={unmet} ownKey={ownKey} />}
      {met.length > 0 && (
        <details className="fold">
          <summary>
            {met.length} {met.length === 1 ? 'condition is' : 'conditions are'} met by all that have{' '}
            {met.length === 1 ? 'it' : 'them'}
          </summary>
          <List conditions={met} ownKey={ownKey} />
        </details>
      )}
      {hidden > 0 && (
        <p className="subtle">
          {hidden} more {hidden === 1 ? 'condition' : 'conditions'} of projects that you may not see {hidden === 1 ? 'is' : 'are'}{' '}
          not met.
        </p>
      )}
      {unjudged.length > 0 && <p className="subtle">Not judged yet: {unjudged.join(', ')}.</p>}
      {conditions.length + hidden + unjudged.length === 0 && (
        <p className="subtle">Its gate has no conditions, so that there is nothing to judge by.</p>
      )}
    </div>
  );
}

function List({ conditions, ownKey }: { conditions: readonly TrainConditionView[]; ownKey: string | null }): ReactElement {
  return (
    <div className="condition-list">
      {conditions.map((condition) => (
        <Condition key={condition.id} condition={condition} ownKey={ownKey} />
      ))}
    </div>
  );
}

function Condition({ condition, ownKey }: { condition: TrainConditionView; ownKey: string | null }): ReactElement {
  const { title, state, breach, releases, hidden } = condition;
  const shown = state === 'breached' && breach === 'warns' ? 'warned' : state;
  const { words, icon: Icon } = states[shown];
  return (
    <details className={`condition condition-${shown}`} data-condition={condition.id}>
      <summary>
        <span className="condition-chevron">
          <ChevronIcon label="" size="small" />
        </span>
        <span className="condition-title">{title}</span>
        <span className="condition-count">{conditionWords(condition)}</span>
        <span className="condition-state">
          <Icon label="" /> {words}
        </span>
      </summary>
      <div className="condition-detail">
        <ul className="train-reasons">
          {releases.map(({ name, versionId, projectKey, state: own, reason }) => (
            <li key={versionId}>
              <ReleaseLink {...{ name, versionId, projectKey }} isOwn={projectKey === ownKey} />,{' '}
              {states[own].words.toLowerCase()}
              {reason === '' ? '' : `: ${sentenceCase(reason)}`}
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <p className="subtle">
            {hidden} more {hidden === 1 ? 'does' : 'do'} not meet it that you may not see.
          </p>
        )}
      </div>
    </details>
  );
}
