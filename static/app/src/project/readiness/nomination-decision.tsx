import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { FormField } from '../../deferral/form-field';
import '../../deferral/deferral.css';

export interface Decision {
  readonly act: 'granted' | 'refused';
  readonly because: string;
}

interface Props {
  readonly defectKey: string;
  readonly state: 'asked' | 'granted' | 'refused';
  readonly decide: (decision: Decision) => Promise<void>;
}

/** Grants a nomination or refuses it, with a reason. What was decided can be decided the other way. */
export function NominationDecision({ defectKey, state, decide }: Props): ReactElement {
  const [because, setBecause] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async (act: Decision['act']): Promise<void> => {
    setMissing(because.trim() === '');
    if (because.trim() === '') return;
    setBusy(true);
    await decide({ act, because });
    setBecause('');
    setBusy(false);
  };
  return (
    <form
      className="stack stack-tight"
      aria-label={`Decide on ${defectKey}`}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <FormField label="Why" problem={missing && because.trim() === '' ? 'Say why, so that the one who asked knows.' : undefined}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            maxLength={1000}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </FormField>
      <div className="actions">
        {state !== 'granted' && (
          <Button
            appearance={state === 'asked' ? 'primary' : 'default'}
            spacing="compact"
            isLoading={busy}
            onClick={() => void run('granted')}
          >
            Grant
          </Button>
        )}
        {state !== 'refused' && (
          <Button spacing="compact" isDisabled={busy} onClick={() => void run('refused')}>
            Refuse
          </Button>
        )}
      </div>
    </form>
  );
}
