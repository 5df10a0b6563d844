import Button from '@atlaskit/button/new';
import { useMemo, useState, type ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { FieldProblem } from '../field-problem';
import { PreviewWords } from '../preview-words';
import { ReplayWords } from '../replay-words';
import { useReplay, type Replaying } from '../use-replay';
import { BreachMark } from './breach-mark';
import { addRow, changeRow, keyOf, rowsOfStage } from './edit-gates';
import { RowOrigin } from './row-origin';
import { rowSentence } from './row-words';
import { StageGate } from './stage-gate';
import { useProjectGates, type ProjectGatesEditor } from './use-project-gates';
import { RolesOfProject } from './use-roles';
import './gates.css';

interface Props {
  readonly projectId: string;
  readonly onSaved?: () => void;
}

/** Which rules apply to a project and who asks for each; for who may, to be changed, previewed and saved. */
export function ProjectGates({ projectId, onSaved = () => undefined }: Props): ReactElement {
  const { editor, problem, reload } = useProjectGates(projectId, onSaved);
  if (problem !== null && editor === null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (editor === null) return <Loading what="the gates of the project" heights={[120, 120]} />;
  return (
    <>
      <p className="subtle">{maySentence(editor)}</p>
      {editor.view.may === 'nothing' ? (
        <Rules editor={editor} />
      ) : (
        <RolesOfProject.Provider value={projectId}>
          <Editing editor={editor} reload={reload} />
        </RolesOfProject.Provider>
      )}
    </>
  );
}

function maySentence({ view: { may, administers, delegated } }: ProjectGatesEditor): string {
  if (!administers)
    return `What releases of this project must meet to enter a stage, and who asks for it. People who administer Jira${delegated === 'nothing' ? '' : ' or the project'} decide on it.`;
  if (may === 'anything')
    return 'What you change here is asked of this project alone. The rest follows what all projects are asked.';
  if (may === 'tighter')
    return 'You may ask for more here than all projects are asked: add rules, or make them tighter. The rest follows what all projects are asked.';
  return delegated === 'nothing'
    ? 'People who administer Jira decide what the gates of this project ask for. They may leave it to you in Holdpoint’s settings, under Gates.'
    : 'People who administer Jira decide what the gates of this project ask for.';
}

/** The rules as sentences, for reading. */
function Rules({ editor: { draft, view } }: { editor: ProjectGatesEditor }): ReactElement {
  return (
    <div className="gates-stages">
      {draft.stages.flatMap((stage) =>
        stage.gated
          ? [
              <div key={stage.key} className="stage-gate" data-gate={stage.key}>
                <h3>Into {stage.name}</h3>
                {rowsOfStage(draft, stage.key).length === 0 && <p>Nothing is asked here, so that nothing passes.</p>}
                <ul className="rows gate-rows" aria-label={`Rules of ${stage.name}`}>
                  {rowsOfStage(draft, stage.key).map(({ row, at }) => (
                    <li key={at} className="gate-row" data-rule={row.rule}>
                      <div className="gate-row-line">
                        <span className="gate-told">{rowSentence(row, draft.stages)}</span>
                        <BreachMark breach={row.breach} />
                      </div>
                      <RowOrigin row={row} of={stage.name} site={view.site} stages={draft.stages} />
                    </li>
                  ))}
                </ul>
              </div>,
            ]
          : [],
      )}
      <LeftOut editor={{ draft, view }} />
    </div>
  );
}

/** Rules of all projects that this one leaves out. */
function LeftOut({
  editor: { draft, view },
  onBack,
}: {
  readonly editor: Pick<ProjectGatesEditor, 'draft' | 'view'>;
  readonly onBack?: (row: GateRow) => void;
}): ReactElement | null {
  const keys = draft.gates.rows.map(keyOf);
  const left = view.site.filter((row) => !keys.includes(keyOf(row)));
  if (left.length === 0) return null;
  return (
    <div className="stage-gate" data-left-out>
      <h3>Asked of all projects and left out here</h3>
      <ul className="rows gate-rows">
        {left.map((row) => {
          const stage = draft.stages.find(({ key }) => key === row.stage)?.name ?? row.stage;
          const sentence = `Into ${stage}: ${rowSentence(row, draft.stages)}`;
          return (
            <li key={keyOf(row)} className="gate-row">
              <div className="gate-row-line">
                <span className="gate-told">{sentence}</span>
                <BreachMark breach={row.breach} />
                {onBack !== undefined && (
                  <Button spacing="compact" aria-label={`Ask for it here too: ${sentence}`} onClick={() => onBack(row)}>
                    Ask for it here too
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Editing({ editor, reload }: { editor: ProjectGatesEditor; reload: () => Promise<void> }): ReactElement {
  const [at, set] = useState<number | null>(null);
  const { draft, view, edit, problems } = editor;
  const withAside = {
    ...editor,
    aside: (placed: { readonly row: GateRow; readonly at: number }, of: string) => (
      <RowOrigin
        row={placed.row}
        of={of}
        site={view.site}
        stages={draft.stages}
        onBack={(row) => edit(changeRow(placed.at, row))}
      />
    ),
  };
  return (
    <div className="gates">
      <div className="gates-stages">
        {draft.stages.flatMap((stage) =>
          stage.gated ? [<StageGate key={stage.key} stage={stage} editor={withAside} open={{ at, set }} />] : [],
        )}
        <LeftOut editor={editor} onBack={(row) => edit(addRow(row))} />
        <FieldProblem problems={problems} path="gates.rows" />
      </div>
      <div className="gates-preview gates-outcome" role="group" aria-label="What your changes would do in this project">
        <h3>What your changes would do</h3>
        <Outcome editor={editor} reload={reload} />
      </div>
    </div>
  );
}

function Outcome({ editor, reload }: { editor: ProjectGatesEditor; reload: () => Promise<void> }): ReactElement {
  const { dirty, problems, preview, saving, save, discard } = editor;
  const replayed = useProjectReplay(editor);
  if (!dirty)
    return <p className="subtle">Change a rule, and here stands which releases it would hold or open, before you save it.</p>;
  return (
    <div className="stack stack-tight">
      {problems.length === 0 ? (
        <>
          <PreviewWords preview={preview} />
          <ReplayWords replayed={replayed} />
        </>
      ) : (
        <p className="problem">
          {problems.length === 1
            ? `One thing to put right: ${problems[0]?.message ?? ''}`
            : `${problems.length} things to put right first.`}
        </p>
      )}
      {typeof saving === 'object' && (
        <p className="problem" role="alert">
          Not saved. {saving.title}. {saving.message}
        </p>
      )}
      {saving === 'conflict' ? (
        <div className="stack stack-tight" role="alert">
          <p className="problem">Not saved: somebody else has changed the settings in the meantime.</p>
          <div className="actions">
            <Button onClick={() => void reload()}>Show what holds now and drop mine</Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button
            appearance="primary"
            isDisabled={problems.length > 0}
            isLoading={saving === 'saving'}
            onClick={() => void save()}
          >
            Save for this project
          </Button>
          <Button appearance="subtle" onClick={discard}>
            Discard changes
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the draft would have made of the project's decisions of the past. */
function useProjectReplay({ view, draft, dirty, problems }: ProjectGatesEditor): Replaying {
  const { rows } = draft.gates;
  const proposed = useMemo(() => JSON.stringify(rows), [rows]);
  const projectId = view.project.id;
  return useReplay(dirty && problems.length === 0 ? proposed : null, () => call('replayProjectGates', { projectId, rows }));
}
