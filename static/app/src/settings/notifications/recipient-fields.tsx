import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Check } from './check';
import { isSame, recipientLabel, toggledRecipient, type Recipient } from './edit-notifications';

const people = [
  { recipient: { kind: 'owner' }, label: 'The owner: the lead of the component, else of the project' },
  { recipient: { kind: 'assignee' }, label: 'The assignee' },
  { recipient: { kind: 'watchers' }, label: 'Everyone who watches' },
  { recipient: { kind: 'approvers' }, label: 'Of a deferral: those who may approve it' },
  { recipient: { kind: 'requester' }, label: 'Of a deferral: who asked for it' },
] as const;

interface Props {
  /** Name of the rule, for readers that hear one field alone. */
  readonly of: string;
  readonly to: readonly Recipient[];
  readonly onChange: (to: Recipient[]) => void;
}

/** Whom a rule tells. Nobody by name: who leaves a role is not told any more. */
export function RecipientFields({ of, to, onChange }: Props): ReactElement {
  const named = to.filter((recipient) => 'name' in recipient);
  return (
    <>
      {people.map(({ recipient, label }) => (
        <Check
          key={recipient.kind}
          label={label}
          checked={to.some((other) => isSame(other, recipient))}
          onChange={() => onChange(toggledRecipient(to, recipient))}
        />
      ))}
      {named.length > 0 && (
        <ul className="names" aria-label={`Roles and groups, ${of}`}>
          {named.map((recipient) => (
            <li key={recipientLabel(recipient)}>
              {recipientLabel(recipient)}
              <button
                type="button"
                aria-label={`Remove ${recipientLabel(recipient)}`}
                onClick={() => onChange(toggledRecipient(to, recipient))}
              >
                <CrossIcon label="" size="small" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddNamed of={of} onAdd={(recipient) => !to.some((other) => isSame(other, recipient)) && onChange([...to, recipient])} />
    </>
  );
}

function AddNamed({ of, onAdd }: { of: string; onAdd: (recipient: Recipient) => void }): ReactElement {
  const [kind, setKind] = useState<'role' | 'group'>('role');
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onAdd({ kind, name: name.trim() });
    setName('');
    input.current?.focus();
  };
  return (
    <form className="inline add-recipient" onSubmit={add}>
      <select
        className="select"
        aria-label={`Role or group, ${of}`}
        value={kind}
        onChange={(event) => setKind(event.target.value === 'group' ? 'group' : 'role')}
      >
        <option value="role">Project role</option>
        <option value="group">Group</option>
      </select>
      <input
        ref={input}
        className="input"
        aria-label={`Name of the ${kind === 'role' ? 'project role' : 'group'}, ${of}`}
        placeholder={kind === 'role' ? 'e.g. Administrators' : 'e.g. jira-users'}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
