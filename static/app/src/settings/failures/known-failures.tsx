import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { useServerNow } from '../../shared/server-clock';
import { ChoiceField } from '../choice-field';
import { changeFailures, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import type { SettingsEditor } from '../use-settings';
import { hasEnded, matchText, noFailure, withMatch, type KnownFailure } from './failure-words';
import { endOf, lastDayOf } from './last-day';

/** Failures that become no defect while their entry holds. */
export function KnownFailures({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { known } = draft.failures;
  const now = useServerNow();
  const adder = useRef<HTMLButtonElement>(null);
  const set = (entries: KnownFailure[]): void => edit(changeFailures({ known: entries }));
  return (
    <>
      <p className="subtle">
        A failure that is listed here is counted and becomes no defect. It is recognised by whole words of its text, in which *
        stands for anything (<code>Timeout after * ms</code>), or by its fingerprint, which the defect names.
      </p>
      {known.length > 0 && (
        <ol className="rows" aria-label="Known failures">
          {known.map((entry, at) => (
            <li key={at} className="row known-failure">
              <Fields
                name={`known failure ${at + 1}`}
                path={`failures.known.${at}`}
                entry={entry}
                onChange={(changed) => set(known.map((one, index) => (index === at ? changed : one)))}
                problems={problems}
              />
              {hasEnded(entry, now) && <span className="problem small">Ended: it counts no more.</span>}
              <span className="row-end">
                <RemoveButton
                  what={`known failure ${at + 1}`}
                  onClick={() => {
                    set(without(known, at));
                    adder.current?.focus();
                  }}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <NewFailure adder={adder} add={(entry) => set([...known, entry])} />
      <FieldProblem problems={problems} path="failures.known" />
    </>
  );
}

interface FieldsProps {
  readonly name: string;
  readonly path: string;
  readonly entry: KnownFailure;
  readonly onChange: (entry: KnownFailure) => void;
  readonly problems: readonly SettingsProblem[];
}

const kinds = [
  { value: 'text', label: 'Text contains' },
  { value: 'fingerprint', label: 'Fingerprint is' },
] as const;

function Fields({ name, path, entry, onChange, problems }: FieldsProps): ReactElement {
  const { match, reason, until } = entry;
  const isText = match.kind === 'text';
  return (
    <>
      <ChoiceField
        label={`Recognised by, ${name}`}
        path={`${path}.match.kind`}
        value={match.kind}
        choices={kinds}
        onChange={(kind) => onChange(withMatch(entry, kind, matchText(entry)))}
        problems={problems}
      />
      <TextField
        label={`${isText ? 'Words of its text' : 'Fingerprint'}, ${name}`}
        path={`${path}.match.${match.kind}`}
        value={matchText(entry)}
        maxLength={isText ? 300 : 100}
        placeholder={isText ? 'e.g. Timeout after * ms' : 'e.g. 2026-11-23:9f0c…'}
        onChange={(text) => onChange(withMatch(entry, match.kind, text))}
        problems={problems}
      />
      <span className="row-words">because</span>
      <TextField
        label={`Reason, ${name}`}
        path={`${path}.reason`}
        value={reason}
        maxLength={300}
        placeholder="e.g. The test stand is being moved"
        onChange={(text) => onChange({ ...entry, reason: text })}
        problems={problems}
      />
      <label className="inline">
        <span className="row-words">through</span>
        <input
          className="input"
          type="date"
          aria-label={`Last day (UTC), ${name}; empty for no end`}
          max="9999-12-31"
          value={lastDayOf(until)}
          onChange={(event) => onChange({ ...entry, until: endOf(event.target.value) })}
        />
      </label>
      {until === null && <span className="subtle">no end</span>}
    </>
  );
}

interface NewProps {
  readonly adder: React.RefObject<HTMLButtonElement>;
  readonly add: (entry: KnownFailure) => void;
}

function NewFailure({ adder, add }: NewProps): ReactElement {
  const [entry, setEntry] = useState(noFailure);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const empty = [...event.currentTarget.querySelectorAll('input')].find(
      ({ type, value }) => type === 'text' && value.trim() === '',
    );
    if (empty !== undefined) return empty.focus();
    add(entry);
    setEntry(noFailure);
  };
  return (
    <form className="row known-failure wide" aria-label="Another known failure" onSubmit={submit}>
      <Fields name="new" path="new" entry={entry} onChange={setEntry} problems={[]} />
      <Button ref={adder} type="submit">
        Add
      </Button>
    </form>
  );
}
