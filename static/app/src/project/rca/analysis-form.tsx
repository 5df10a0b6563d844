import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { AnalysisView } from '../../../../../src/contracts/analyses';
import { ActionFields } from './action-fields';
import { CauseFields } from './cause-fields';
import { begun, problemAt, withAction, withCause, type Act, type Draft, type Problem } from './draft';

interface Props {
  readonly view: AnalysisView;
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly run: (...acts: readonly Act[]) => Promise<void>;
}

/** The analysis while it is written. What is typed stays where the back end refuses it. */
export function AnalysisForm({ view, names, problems, busy, run }: Props): ReactElement {
  const [draft, setDraft] = useState<Draft>(() => begun(view.content));
  const keep: Act = { act: 'write', content: draft };
  const [causes, actions] = [problemAt(problems, 'causes'), problemAt(problems, 'actions')];
  return (
    <form className="stack" noValidate onSubmit={(event) => event.preventDefault()} aria-label="The analysis">
      <section className="stack" aria-labelledby="rca-causes">
        <h2 id="rca-causes">Causes</h2>
        <p className="subtle">
          Say why the defects escaped, and then why that came about: up to five answers deep, each with what shows it. A cause is
          never a person.
        </p>
        {causes !== undefined && <p className="problem">{causes}</p>}
        {draft.causes.map((cause, at) => (
          <CauseFields key={at} cause={cause} at={at} problems={problems} change={(next) => setDraft(next(draft))} />
        ))}
        <div>
          <Button onClick={() => setDraft(withCause(draft))}>Add a cause</Button>
        </div>
      </section>
      <section className="stack" aria-labelledby="rca-actions">
        <h2 id="rca-actions">Actions</h2>
        <p className="subtle">What is done so that it does not happen again, and by what one will see whether it helped.</p>
        {actions !== undefined && <p className="problem">{actions}</p>}
        {draft.actions.map((action, at) => (
          <ActionFields
            key={at}
            action={action}
            at={at}
            names={names}
            problems={problems}
            change={(next) => setDraft(next(draft))}
          />
        ))}
        <div>
          <Button onClick={() => setDraft(withAction(draft))}>Add an action</Button>
        </div>
      </section>
      <div className="actions">
        <Button appearance="primary" isLoading={busy} onClick={() => void run(keep, { act: 'submit' })}>
          Submit for approval
        </Button>
        <Button isDisabled={busy} onClick={() => void run(keep)}>
          Keep as a draft
        </Button>
      </div>
    </form>
  );
}
