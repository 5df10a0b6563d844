import type { ReactElement } from 'react';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { FieldProblem } from '../field-problem';
import { FoldedSection } from '../fold';
import { countUnder } from '../problems-under';
import { AddButton } from '../row-buttons';
import type { SettingsEditor } from '../use-settings';
import { addMove, addRow, allProjects, firstChange } from './map-edits';
import { MapRowEditor } from './map-row';
import { MoveRowEditor } from './move-row';
import { useStatuses } from './use-statuses';
import './transition-map.css';

/** What a change of a defect's status needs, and which changes Holdpoint makes by itself. */
export function TransitionMapSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { rows, moves } = editor.draft.transitionMap;
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const summary =
    rows.length + moves.length === 0
      ? 'Defects change their status freely'
      : `${count(rows.length, 'change asks', 'changes ask')} for something, ${count(moves.length, 'automatic move', 'automatic moves')}`;
  return (
    <FoldedSection
      id="transition-map"
      title="Transition map"
      summary={summary}
      problems={countUnder(editor.problems, 'transitionMap')}
    >
      <Lists editor={editor} />
    </FoldedSection>
  );
}

function Lists({ editor }: { editor: SettingsEditor }): ReactElement {
  const { statuses: found, problem, reload } = useStatuses();
  const { draft, saved, problems, edit } = editor;
  if (found === null) return <Loading what="the statuses" heights={[48, 48]} />;
  const { rows, moves } = draft.transitionMap;
  const statuses = found.map(({ id, name }) => ({ value: id, label: name }));
  const projects = [allProjects, ...saved.projects.map(({ id, name }) => ({ value: id, label: name }))];
  const first = firstChange(found);
  const stage = draft.stages.find(({ gated }) => gated)?.key ?? draft.stages[0]?.key ?? '';
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} retry={reload} />}
      <p className="subtle">
        A change of status that is listed here is refused until the defect has all that it asks for, also while Holdpoint cannot
        look. It takes effect on transitions that carry the rule “Change of status is allowed”: put it there under Workflows.
      </p>
      <ul className="rows" aria-label="Changes of status and what they need">
        {rows.map((row, at) => (
          // The place is what makes a line the one that it is: its fields all change.
          <MapRowEditor key={at} {...{ row, at, editor, projects, statuses }} />
        ))}
      </ul>
      <FieldProblem problems={problems} path="transitionMap.rows" />
      {first !== null && (
        <AddButton onClick={() => edit(addRow({ project: 'any', ...first, needs: [{ kind: 'field', field: 'severity' }] }))}>
          Ask for something
        </AddButton>
      )}
      <h3>Automatic moves</h3>
      <p className="subtle">
        Holdpoint moves a defect once for each deployment or verification, by a transition that Jira offers; rules on it have
        their say. What could not be moved stands under Decisions.
      </p>
      <ul className="rows" aria-label="Automatic moves">
        {moves.map((move, at) => (
          <MoveRowEditor key={at} {...{ move, at, editor, projects, statuses }} />
        ))}
      </ul>
      <FieldProblem problems={problems} path="transitionMap.moves" />
      {first !== null && (
        <AddButton onClick={() => edit(addMove({ project: 'any', on: 'deployed', stage, ...first }))}>Add a move</AddButton>
      )}
      {first === null && problem === null && (
        <p className="subtle">Holdpoint knows no statuses yet. They come with the first project that it reads.</p>
      )}
    </>
  );
}
