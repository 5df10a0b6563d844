import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { FormField } from '../../deferral/form-field';
import {
  deeper,
  mostLevels,
  problemAt,
  shallower,
  withLevel,
  withoutCause,
  type CauseDraft,
  type Draft,
  type Problem,
} from './draft';

interface Props {
  readonly cause: CauseDraft;
  readonly at: number;
  readonly problems: readonly Problem[];
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** One chain of answers, each with what shows it. */
export function CauseFields({ cause: { levels }, at, problems, change }: Props): ReactElement {
  const wrong = problemAt(problems, `causes.${at}`);
  return (
    <fieldset className="rca-group">
      <legend>Cause {at + 1}</legend>
      {wrong !== undefined && <p className="problem small">{wrong}</p>}
      <ol className="rca-levels">
        {levels.map(({ because, evidence }, level) => (
          <li key={level} className="rca-level">
            <FormField
              label={level === 0 ? 'The defects escaped because' : 'Which is so because'}
              problem={problemAt(problems, `causes.${at}.levels.${level}.because`)}
            >
              {(attributes) => (
                <textarea
                  {...attributes}
                  className="input textarea"
                  rows={2}
                  maxLength={1000}
                  value={because}
                  onChange={({ target }) => change((draft) => withLevel(draft, at, level, { because: target.value }))}
                />
              )}
            </FormField>
            <FormField label="What shows it" problem={problemAt(problems, `causes.${at}.levels.${level}.evidence`)}>
              {(attributes) => (
                <textarea
                  {...attributes}
                  className="input textarea"
                  rows={2}
                  maxLength={1000}
                  value={evidence}
                  onChange={({ target }) => change((draft) => withLevel(draft, at, level, { evidence: target.value }))}
                />
              )}
            </FormField>
          </li>
        ))}
      </ol>
      <div className="actions">
        {levels.length < mostLevels && (
          <Button spacing="compact" onClick={() => change((draft) => deeper(draft, at))}>
            Ask why once more
          </Button>
        )}
        {levels.length > 1 && (
          <Button spacing="compact" appearance="subtle" onClick={() => change((draft) => shallower(draft, at))}>
            Take the last answer away
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={() => change((draft) => withoutCause(draft, at))}>
          Remove cause {at + 1}
        </Button>
      </div>
    </fieldset>
  );
}
