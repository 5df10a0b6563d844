import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { replaced, without } from '../edit-settings';
import { FieldProblem, hasProblem, problemId } from '../field-problem';
import { RemoveButton } from '../row-buttons';
import type { Ownership } from './edit-ownership';
import { PersonSearch } from '../person-search';

interface Props {
  readonly absences: Ownership['absences'];
  readonly nameOf: (accountId: string) => string;
  /** `2026-11-02` */
  readonly today: string;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (absences: Ownership['absences']) => void;
}

/** Who is away when: whoever stands in for them owns what would be theirs. */
export function Absences({ absences, nameOf, today, problems, onChange }: Props): ReactElement {
  const add = useRef<HTMLInputElement>(null);
  return (
    <div className="stack stack-tight">
      <h3>Who is away</h3>
      {absences.length > 0 && (
        <ol className="rows" aria-label="Absences">
          {absences.map(({ accountId, from, to }, at) => {
            const name = nameOf(accountId);
            const path = `ownership.absences.${at}`;
            const day = (end: 'from' | 'to', label: string, value: string): ReactElement => (
              <>
                <input
                  className="input"
                  type="date"
                  aria-label={`${label}, ${name}`}
                  aria-invalid={hasProblem(problems, `${path}.${end}`)}
                  aria-describedby={hasProblem(problems, `${path}.${end}`) ? problemId(`${path}.${end}`) : undefined}
                  value={value}
                  onChange={(event) => onChange(replaced(absences, at, { [end]: event.target.value }))}
                />
                <FieldProblem problems={problems} path={`${path}.${end}`} />
              </>
            );
            return (
              <li key={at} className="row">
                <strong>{name}</strong>
                {to < today && <span className="subtle">is back</span>}
                <span className="row-words">from</span>
                {day('from', 'First day away', from)}
                <span className="row-words">to</span>
                {day('to', 'Last day away', to)}
                <RemoveButton
                  what={`the absence of ${name}`}
                  onClick={() => {
                    onChange(without(absences, at));
                    add.current?.focus();
                  }}
                />
              </li>
            );
          })}
        </ol>
      )}
      <PersonSearch
        ref={add}
        label="Who is away"
        without={[]}
        onChoose={(accountId) => onChange([...absences, { accountId, from: today, to: today }])}
      />
    </div>
  );
}
