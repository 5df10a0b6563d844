import type { ReactElement } from 'react';
import type { MapRow } from '../../../../../src/contracts/transition-map-settings';
import { ChoiceField } from '../choice-field';
import { without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { RemoveButton } from '../row-buttons';
import type { SettingsEditor } from '../use-settings';
import { anyStatus, changeRow, needChoices, needKey, removeRow, type Choice } from './map-edits';

interface Props {
  readonly row: MapRow;
  readonly at: number;
  readonly editor: SettingsEditor;
  readonly projects: readonly Choice[];
  readonly statuses: readonly Choice[];
}

/** One change of status and what it needs. */
export function MapRowEditor({ row, at, editor: { draft, problems, edit }, projects, statuses }: Props): ReactElement {
  const path = `transitionMap.rows.${at}`;
  const of = `change ${at + 1}`;
  const offered = needChoices(draft);
  const free = offered.filter(({ choice }) => !row.needs.some((need) => needKey(need) === choice.value));
  const add = (value: string): void => {
    const found = free.find(({ choice }) => choice.value === value);
    if (found !== undefined) edit(changeRow(at, { needs: [...row.needs, found.need] }));
  };
  return (
    <li className="row map-row" aria-label={`Change of status ${at + 1}`}>
      <span className="row-words">In</span>
      <ChoiceField
        {...{ label: `Project, ${of}`, path: `${path}.project`, value: row.project, choices: projects, problems }}
        onChange={(project) => edit(changeRow(at, { project }))}
      />
      <span className="row-words">a defect goes from</span>
      <ChoiceField
        {...{ label: `From status, ${of}`, path: `${path}.from`, value: row.from, choices: [anyStatus, ...statuses], problems }}
        onChange={(from) => edit(changeRow(at, { from }))}
      />
      <span className="row-words">to</span>
      <ChoiceField
        {...{ label: `To status, ${of}`, path: `${path}.to`, value: row.to, choices: statuses, problems }}
        onChange={(to) => edit(changeRow(at, { to }))}
      />
      <span className="row-words">only with all of this:</span>
      <span className="row-end">
        <RemoveButton what={`change of status ${at + 1}`} onClick={() => edit(removeRow(at))} />
      </span>
      <FieldProblem problems={problems} path={path} />
      <ul className="map-needs" aria-label={`What ${of} needs`}>
        {row.needs.map((need, n) => {
          const label = offered.find(({ choice }) => choice.value === needKey(need))?.choice.label ?? needKey(need);
          return (
            <li key={needKey(need)}>
              <span>{label}</span>
              <RemoveButton what={`“${label}” of ${of}`} onClick={() => edit(changeRow(at, { needs: without(row.needs, n) }))} />
              <FieldProblem problems={problems} path={`${path}.needs.${n}`} />
            </li>
          );
        })}
      </ul>
      <FieldProblem problems={problems} path={`${path}.needs`} />
      {free.length > 0 && (
        <select className="select" aria-label={`Ask for more, ${of}`} value="" onChange={(event) => add(event.target.value)}>
          <option value="">Ask for more…</option>
          {free.map(({ choice }) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
