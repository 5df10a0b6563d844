import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { DecisionsView } from '../../../../../src/contracts/decisions';
import { allDecisions, toIssueKey, type DecisionFilters } from '../route';

interface Props {
  readonly filters: DecisionFilters;
  /** Null until the first answer: then the lists of choices are short. */
  readonly view: DecisionsView | null;
  readonly change: (changed: Partial<DecisionFilters>) => void;
}

/** What of the ledger is shown. Every choice is part of the page's address. */
export function DecisionFiltersBar({ filters, view, change }: Props): ReactElement {
  const ledgerId = useId();
  const versions = (view?.versions ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const kinds = (view?.kinds ?? []).map(({ kind, title }) => ({ value: kind, label: title }));
  const filtered = JSON.stringify({ ...filters, ledger: 'project' }) !== JSON.stringify(allDecisions);
  return (
    <div className="decision-filters" role="search" aria-label="Filter decisions">
      {(view?.mayOpenSite === true || filters.ledger === 'site') && (
        <Field label="Ledger" id={ledgerId}>
          <select
            id={ledgerId}
            className="select"
            value={filters.ledger}
            onChange={(event) => change({ ...allDecisions, ledger: event.target.value === 'site' ? 'site' : 'project' })}
          >
            <option value="project">This project</option>
            <option value="site">Every project</option>
          </select>
        </Field>
      )}
      {filters.ledger === 'project' && (
        <Choice label="Release" value={filters.version} choices={versions} onChange={(version) => change({ version })} />
      )}
      <Choice label="What happened" value={filters.kind} choices={kinds} onChange={(kind) => change({ kind })} />
      {filters.ledger === 'project' && <IssueFilter issue={filters.issue} onChange={(issue) => change({ issue })} />}
      <DayFilter label="From" day={filters.from} onChange={(from) => change({ from })} />
      <DayFilter label="To" day={filters.to} onChange={(to) => change({ to })} />
      {filters.ledger === 'project' && (
        <Choice
          label="In hindsight"
          value={filters.hindsight}
          choices={[{ value: 'turned', label: 'Turned' }]}
          onChange={(value) => change({ ...allDecisions, hindsight: value === 'turned' ? 'turned' : null })}
        />
      )}
      {filtered && (
        <button type="button" className="link-button" onClick={() => change({ ...allDecisions, ledger: filters.ledger })}>
          Clear filters
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <Field label={label} id={id}>
      <select
        id={id}
        className="select"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">All</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {value !== null && !choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
      </select>
    </Field>
  );
}

function Field({ label, id, children }: { label: string; id: string; children: ReactNode }): ReactElement {
  return (
    <div className="decision-filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function IssueFilter({ issue, onChange }: { issue: string | null; onChange: (issue: string | null) => void }): ReactElement {
  const id = useId();
  const [text, setText] = useState(issue ?? '');
  const [wrong, setWrong] = useState(false);
  const [known, setKnown] = useState(issue);
  // The address may change by itself: by going back, or by clearing the filters.
  if (known !== issue) {
    setKnown(issue);
    setText(issue ?? '');
    setWrong(false);
  }
  const take = (event?: FormEvent): void => {
    event?.preventDefault();
    const key = toIssueKey(text);
    setWrong(text.trim() !== '' && key === null);
    if (key !== issue && (key !== null || text.trim() === '')) onChange(key);
  };
  return (
    <form onSubmit={take}>
      <Field label="Issue" id={id}>
        <input
          id={id}
          className="input input-key"
          value={text}
          placeholder="SHOP-12"
          aria-invalid={wrong}
          aria-describedby={wrong ? 'issue-problem' : undefined}
          maxLength={40}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => take()}
        />
      </Field>
      {wrong && (
        <p id="issue-problem" className="problem small" role="alert">
          Write a key such as SHOP-12.
        </p>
      )}
    </form>
  );
}

function DayFilter({
  label,
  day,
  onChange,
}: {
  label: string;
  day: string | null;
  onChange: (day: string | null) => void;
}): ReactElement {
  const id = useId();
  return (
    <Field label={label} id={id}>
      <input
        id={id}
        className="input"
        type="date"
        value={day ?? ''}
        max="9999-12-31"
        onChange={({ target }) => {
          // A year that is still being typed is no day yet.
          if (target.value === '' || target.value >= '1970-01-01') onChange(target.value === '' ? null : target.value);
        }}
      />
    </Field>
  );
}
