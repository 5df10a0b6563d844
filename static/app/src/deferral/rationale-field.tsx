import CheckIcon from '@atlaskit/icon/core/status-success';
import type { ReactElement } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { FormField } from './form-field';
import type { Problems } from './problems';

interface Props {
  readonly options: DeferralOptionsView;
  readonly text: string;
  /** Why it was refused; undefined while it was not. */
  readonly problem: string | undefined;
  /** What the back end says of it as it is now; null while that is not known. */
  readonly dry: Problems | null;
  readonly onChange: (text: string) => void;
}

/** Why the defect can wait. While it is typed, what is still missing stands below it, counted by the back end. */
export function RationaleField({ options, text, problem, dry, onChange }: Props): ReactElement {
  const { leastWords, mostCharacters } = options;
  const missing = dry?.get('rationale');
  const left = mostCharacters - text.length;
  return (
    <FormField
      label="Why can it wait?"
      problem={problem}
      hint={
        <>
          <p role="status" className="rationale-state">
            {problem === undefined && text.trim() !== '' && dry !== null && <State missing={missing} />}
          </p>
          {missing === undefined && dry === null && (
            <p>
              Say whom it affects, how often, and what happens to them meanwhile, in at least {leastWords} different words that
              say something of this defect.
            </p>
          )}
          {left < 200 && <p>{left >= 0 ? `${left} characters left.` : `${-left} characters too many.`}</p>}
        </>
      }
    >
      {(attributes) => (
        <textarea
          {...attributes}
          className="input textarea"
          rows={4}
          maxLength={4000}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}

function State({ missing }: { missing: string | undefined }): ReactElement {
  if (missing !== undefined) return <>{missing}</>;
  return (
    <span className="note rationale-enough">
      <CheckIcon label="" color="var(--ds-icon-success)" />
      That says enough.
    </span>
  );
}
