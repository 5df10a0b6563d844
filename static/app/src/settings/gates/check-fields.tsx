import type { ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import { ChoiceField } from '../choice-field';
import { NumberField } from '../number-field';
import { TextField } from '../text-field';
import type { RowProps } from './row-props';
import { useRoles } from './use-roles';

interface Props extends Pick<RowProps, 'path' | 'of' | 'problems' | 'set'> {
  readonly row: Extract<GateRow, { rule: 'manual-check' }>;
}

const evidenceChoices = [
  { value: 'link', label: 'a link' },
  { value: 'text', label: 'a few words' },
] as const;

/** What is asked of people, who confirms it, what shows it, and for how long that is good. */
export function CheckFields({ row, path, of, problems, set }: Props): ReactElement {
  return (
    <>
      <div className="field-line">
        <span className="row-words">What is confirmed</span>
        <TextField
          label={`What is confirmed, ${of}`}
          path={`${path}.name`}
          value={row.name}
          maxLength={80}
          onChange={(name) => set({ ...row, name })}
          problems={problems}
        />
      </div>
      <div className="field-line">
        <span className="row-words">By somebody in the project role</span>
        <RoleField {...{ row, path, of, problems, set }} />
      </div>
      <div className="field-line">
        <span className="row-words">Who shows it with</span>
        <ChoiceField
          label={`What shows it, ${of}`}
          path={`${path}.evidence`}
          value={row.evidence}
          choices={evidenceChoices}
          onChange={(evidence) => set({ ...row, evidence })}
          problems={problems}
        />
      </div>
      <div className="field-line">
        <span className="row-words">It is good for</span>
        <NumberField
          label={`Hours for which it is good, ${of}`}
          path={`${path}.hours`}
          value={row.hours}
          onChange={(hours) => set({ ...row, hours: Number.isNaN(hours) ? null : hours })}
          problems={problems}
        />
        <span className="row-words">hours; left empty, as long as the build is the same</span>
      </div>
    </>
  );
}

/** Who confirms it: one of the roles of the project, or any name where the gates are those of all projects. */
function RoleField({ row, path, of, problems, set }: Props): ReactElement {
  const { names, isOne } = useRoles();
  const field = {
    ...{ label: `Project role, ${of}`, path: `${path}.role`, problems },
    onChange: (role: string) => set({ ...row, role }),
  };
  if (!isOne || names.length === 0) return <TextField {...field} value={row.role} maxLength={255} suggestions={names} />;
  const known = names.find((name) => sameRole(name, row.role));
  return (
    <ChoiceField
      {...field}
      value={known ?? row.role}
      choices={[
        ...names.map((name) => ({ value: name, label: name })),
        ...(known === undefined ? [{ value: row.role, label: `${row.role} (not a role of this project)` }] : []),
      ]}
    />
  );
}

/** Jira's roles are told apart by their names whatever their case. */
function sameRole(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
