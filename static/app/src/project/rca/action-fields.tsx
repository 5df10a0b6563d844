import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { FormField } from '../../deferral/form-field';
import { PersonSearch } from '../../settings/person-search';
import { changedAction, problemAt, withoutAction, type ActionDraft, type Draft, type Problem } from './draft';

interface Props {
  readonly action: ActionDraft;
  readonly at: number;
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** What is done, by whom, until when, and how one will see whether it helped. */
export function ActionFields({ action, at, names, problems, change }: Props): ReactElement {
  const set = (parts: Partial<ActionDraft>): void => change((draft) => changedAction(draft, at, parts));
  const wrong = (field: string): string | undefined => problemAt(problems, `actions.${at}.${field}`);
  const text = (field: 'what' | 'check', label: string): ReactElement => (
    <FormField label={label} problem={wrong(field)}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="input textarea"
          rows={2}
          maxLength={1000}
          value={action[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </FormField>
  );
  const day = (field: 'due' | 'checkOn', label: string): ReactElement => (
    <FormField label={label} problem={wrong(field)}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          type="date"
          value={action[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </FormField>
  );
  return (
    <fieldset className="rca-group">
      <legend>Action {at + 1}</legend>
      {text('what', 'What is done')}
      <div className="rca-pair">
        <OwnerField action={action} at={at} names={names} problem={wrong('owner')} set={set} />
        {day('due', 'Done by')}
      </div>
      {text('check', 'Whether it helped shows by')}
      {day('checkOn', 'Looked at on')}
      <div className="actions">
        <Button spacing="compact" appearance="subtle" onClick={() => change((draft) => withoutAction(draft, at))}>
          Remove action {at + 1}
        </Button>
      </div>
    </fieldset>
  );
}

interface OwnerProps extends Pick<Props, 'action' | 'at' | 'names'> {
  readonly problem: string | undefined;
  readonly set: (parts: Partial<ActionDraft>) => void;
}

function OwnerField({ action: { owner }, at, names, problem, set }: OwnerProps): ReactElement {
  const id = `rca-owner-${at}`;
  return (
    <div className="form-field">
      <span>Who does it</span>
      {owner === '' ? (
        <PersonSearch
          label={`Who does action ${at + 1}`}
          without={[]}
          problem={problem === undefined ? undefined : id}
          onChoose={(accountId) => set({ owner: accountId })}
        />
      ) : (
        <p>
          {names.get(owner) ?? 'The person whom you chose'}{' '}
          <button type="button" className="link-button" onClick={() => set({ owner: '' })}>
            Change<span className="unseen"> who does action {at + 1}</span>
          </button>
        </p>
      )}
      <div id={id}>
        {problem !== undefined && (
          <p className="problem small" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
