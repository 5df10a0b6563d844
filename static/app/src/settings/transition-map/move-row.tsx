import type { ReactElement } from 'react';
import type { AutoMove } from '../../../../../src/contracts/transition-map-settings';
import { ChoiceField } from '../choice-field';
import { FieldProblem } from '../field-problem';
import { RemoveButton } from '../row-buttons';
import type { SettingsEditor } from '../use-settings';
import { changeMove, removeMove, type Choice } from './map-edits';

const causes = [
  { value: 'deployed', label: 'its release comes to' },
  { value: 'verified', label: 'its fix is shown to hold in' },
] as const;

interface Props {
  readonly move: AutoMove;
  readonly at: number;
  readonly editor: SettingsEditor;
  readonly projects: readonly Choice[];
  readonly statuses: readonly Choice[];
}

/** One automatic move. */
export function MoveRowEditor({ move, at, editor: { draft, problems, edit }, projects, statuses }: Props): ReactElement {
  const path = `transitionMap.moves.${at}`;
  const of = `move ${at + 1}`;
  const stages = draft.stages.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <li className="row map-row" aria-label={`Automatic move ${at + 1}`}>
      <span className="row-words">In</span>
      <ChoiceField
        {...{ label: `Project, ${of}`, path: `${path}.project`, value: move.project, choices: projects, problems }}
        onChange={(project) => edit(changeMove(at, { project }))}
      />
      <span className="row-words">when</span>
      <ChoiceField
        {...{ label: `When, ${of}`, path: `${path}.on`, value: move.on, choices: causes, problems }}
        onChange={(on) => edit(changeMove(at, { on }))}
      />
      <ChoiceField
        {...{ label: `Stage, ${of}`, path: `${path}.stage`, value: move.stage, choices: stages, problems }}
        onChange={(stage) => edit(changeMove(at, { stage }))}
      />
      <span className="row-words">a defect goes from</span>
      <ChoiceField
        {...{ label: `From status, ${of}`, path: `${path}.from`, value: move.from, choices: statuses, problems }}
        onChange={(from) => edit(changeMove(at, { from }))}
      />
      <span className="row-words">to</span>
      <ChoiceField
        {...{ label: `To status, ${of}`, path: `${path}.to`, value: move.to, choices: statuses, problems }}
        onChange={(to) => edit(changeMove(at, { to }))}
      />
      <span className="row-end">
        <RemoveButton what={`automatic move ${at + 1}`} onClick={() => edit(removeMove(at))} />
      </span>
      <FieldProblem problems={problems} path={path} />
    </li>
  );
}
