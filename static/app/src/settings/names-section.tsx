import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import CrossIcon from '@atlaskit/icon/core/cross';
import { setNames } from './edit-settings';
import { FieldProblem } from './field-problem';
import type { SettingsEditor } from './use-settings';

const lists = [
  { list: 'defectTypes', title: 'Work types that are defects', one: 'work type', hint: 'e.g. Bug' },
  { list: 'releaseTypes', title: 'Work types that are release tickets', one: 'work type', hint: 'e.g. Release' },
  { list: 'tiers', title: 'Customer tiers', one: 'tier', hint: 'e.g. enterprise' },
] as const;

/** Which work types Holdpoint follows, and the tiers of customers. */
export function NamesSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  return (
    <section aria-labelledby="names-heading">
      <h2 id="names-heading">Work types and customers</h2>
      <p className="subtle">Names as they stand in Jira. Gates are put on the transitions of release tickets.</p>
      <div className="name-lists">
        {lists.map(({ list, title, one, hint }) => (
          <div key={list} className="stack stack-tight">
            <h3>{title}</h3>
            <NameList what={title} one={one} hint={hint} names={draft[list]} onChange={(names) => edit(setNames(list, names))} />
            <FieldProblem problems={problems} path={list} />
            {draft[list].map((name, at) => (
              <FieldProblem key={name} problems={problems} path={`${list}.${at}`} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface NameListProps {
  readonly what: string;
  readonly one: string;
  readonly hint: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
}

function NameList({ what, one, hint, names, onChange }: NameListProps): ReactElement {
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const added = name.trim();
    if (added !== '' && !names.includes(added)) onChange([...names, added]);
    setName('');
  };
  const remove = (removed: string): void => {
    onChange(names.filter((other) => other !== removed));
    input.current?.focus();
  };
  return (
    <>
      <ul className="names" aria-label={what}>
        {names.map((one) => (
          <li key={one}>
            {one}
            <button type="button" aria-label={`Remove ${one}`} onClick={() => remove(one)}>
              <CrossIcon label="" size="small" />
            </button>
          </li>
        ))}
        {names.length === 0 && <li className="subtle name-none">None</li>}
      </ul>
      <form className="inline" onSubmit={add}>
        <input
          ref={input}
          className="input"
          aria-label={`New ${one}: ${what}`}
          placeholder={hint}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">Add</Button>
      </form>
    </>
  );
}
