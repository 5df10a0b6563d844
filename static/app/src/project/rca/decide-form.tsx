import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { FormField } from '../../deferral/form-field';
import type { Act } from './draft';

/** Approves what was submitted, or returns it with what is missing. */
export function DecideForm({ busy, run }: { busy: boolean; run: (...acts: readonly Act[]) => Promise<void> }): ReactElement {
  const [because, setBecause] = useState('');
  const [missing, setMissing] = useState(false);
  const giveBack = (): void => {
    setMissing(because.trim() === '');
    if (because.trim() !== '') void run({ act: 'return', because });
  };
  return (
    <section className="rca-decide" aria-labelledby="rca-decide-heading">
      <h2 id="rca-decide-heading">Decide</h2>
      <FormField
        label="What is missing, if you return it"
        problem={missing && because.trim() === '' ? 'Say what is missing, so that the authors know what to add.' : undefined}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input textarea"
            rows={2}
            maxLength={1000}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </FormField>
      <div className="actions">
        <Button appearance="primary" isLoading={busy} onClick={() => void run({ act: 'approve' })}>
          Approve
        </Button>
        <Button isDisabled={busy} onClick={giveBack}>
          Return
        </Button>
      </div>
    </section>
  );
}
