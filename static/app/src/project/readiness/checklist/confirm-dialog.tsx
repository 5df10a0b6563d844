import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { CheckView } from '../../../../../../src/contracts/gate-checks';
import { FormField } from '../../../deferral/form-field';
import { ModalDialog } from '../../../shared/modal-dialog';
import type { Place } from '../control/control-call';
import { confirm } from './check-call';

interface Props {
  readonly check: CheckView;
  /** "4.2.0 into Production, build 411" */
  readonly about: string;
  readonly place: Place;
  readonly onDone: (sentence: string) => void;
  readonly onLeave: () => void;
}

const mostCharacters = 1000;

/** A yes with what shows it, for the builds that are named. */
export function ConfirmDialog({ check, about, place, onDone, onLeave }: Props): ReactElement {
  const { name, role, evidence: form } = check;
  const [evidence, setEvidence] = useState('');
  const [problem, setProblem] = useState<{ readonly of: 'evidence' | 'check'; readonly message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await confirm(place, check, evidence);
    setBusy(false);
    if (done.problem === null) return onDone(done.sentence);
    setProblem({ of: done.isEvidence ? 'evidence' : 'check', message: done.problem });
    field.current?.focus();
  };
  const change = (value: string): void => {
    setEvidence(value);
    setProblem(null);
  };
  return (
    <ModalDialog title={`Confirm: ${name}`} onLeave={onLeave}>
      <form className="defer-form" noValidate onSubmit={(event) => void submit(event)}>
        <p>
          For <strong>{about}</strong>, as somebody in the role {role}. Another build has to be confirmed anew.
        </p>
        <FormField
          label={form === 'link' ? 'Link to what shows it' : 'What shows it'}
          problem={problem?.of === 'evidence' ? problem.message : undefined}
          hint={
            form === 'link'
              ? 'A page, a ticket or a report, as https://… Everybody who may see this project can read it; it stands in the ledger.'
              : 'Who was asked, what was looked at, where it can be seen. Everybody who may see this project can read it; it stands in the ledger.'
          }
        >
          {(attributes) =>
            form === 'link' ? (
              <input
                {...attributes}
                ref={field}
                className="input"
                type="url"
                inputMode="url"
                placeholder="https://"
                maxLength={mostCharacters}
                value={evidence}
                onChange={({ target }) => change(target.value)}
              />
            ) : (
              <textarea
                {...attributes}
                ref={field}
                className="input textarea"
                rows={3}
                maxLength={mostCharacters}
                value={evidence}
                onChange={({ target }) => change(target.value)}
              />
            )
          }
        </FormField>
        <p className="subtle small">
          Somebody confirms it who neither worked on a fix of this release nor changed what gates ask for in the last 90 days.
        </p>
        {problem?.of === 'check' && (
          <p className="problem" role="alert">
            {problem.message}
          </p>
        )}
        <div className="actions">
          <Button type="submit" appearance="primary" isLoading={busy}>
            Confirm
          </Button>
          <Button appearance="subtle" onClick={onLeave}>
            Cancel
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
