import { useRef, useState, type ReactElement } from 'react';
import type { GateWarning, Settings, SettingsProblem } from '../../../../../src/contracts/settings';
import { AddButton } from '../row-buttons';
import { addRow, changeRow, removeRow, rowsOfStage, type GateDocument, type GateEdit, type PlacedRow } from './edit-gates';
import { GateRowItem } from './gate-row';
import { RulePicker } from './rule-picker';
import { WarningWords } from './warning-words';

/** Which row stands open, by its place among all; null for none. */
export interface OpenRow {
  readonly at: number | null;
  readonly set: (at: number | null) => void;
}

/** Gates in the hands of who changes them: those of all projects, or of one. */
export interface GateEditor {
  readonly draft: GateDocument;
  readonly warnings: readonly GateWarning[];
  readonly problems: readonly SettingsProblem[];
  readonly edit: (edit: GateEdit) => void;
  /** What is said of a row beside its sentence, as where it came from. */
  readonly aside?: (placed: PlacedRow, of: string) => ReactElement;
}

interface Props {
  readonly editor: GateEditor;
  readonly open: OpenRow;
}

/** What releases must meet to enter one stage. */
export function StageGate({ stage, editor, open }: Props & { readonly stage: Settings['stages'][number] }): ReactElement {
  const { draft, warnings, edit } = editor;
  const [choosing, setChoosing] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const rows = rowsOfStage(draft, stage.key);
  const ofGate = warnings.filter((warning) => warning.stage === stage.key && warning.row === null);
  return (
    <div className="stage-gate" data-gate={stage.key}>
      <h3>Into {stage.name}</h3>
      {ofGate.map((warning) => (
        <WarningWords key={warning.sentence} warning={warning} />
      ))}
      <GateRows editor={editor} open={open} rows={rows} of={stage.name} onRemoved={() => adder.current?.focus()} />
      {choosing ? (
        <RulePicker
          stage={stage}
          settings={draft}
          onAdd={(row) => {
            edit(addRow(row));
            open.set(draft.gates.rows.length);
            setChoosing(false);
          }}
          onClose={() => {
            setChoosing(false);
            // The button is there again with the next frame.
            requestAnimationFrame(() => adder.current?.focus());
          }}
        />
      ) : (
        <AddButton ref={adder} onClick={() => setChoosing(true)}>
          {`Add a rule to ${stage.name}`}
        </AddButton>
      )}
    </div>
  );
}

interface RowsProps extends Props {
  readonly rows: readonly PlacedRow[];
  /** What they are rows of, as "rule 2 of Production" says it. */
  readonly of: string;
  readonly onRemoved: () => void;
}

/** Some rows, each as a sentence that opens. */
export function GateRows({
  editor: { draft, warnings, problems, edit, aside },
  open,
  rows,
  of,
  onRemoved,
}: RowsProps): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <ol className="rows gate-rows" aria-label={`Rules of ${of}`}>
      {rows.map(({ row, at }, n) => (
        <GateRowItem
          key={at}
          row={row}
          path={`gates.rows.${at}`}
          of={`rule ${n + 1} of ${of}`}
          settings={draft}
          problems={problems}
          warnings={warnings.filter((warning) => warning.row === at)}
          aside={aside?.({ row, at }, `rule ${n + 1} of ${of}`) ?? null}
          isOpen={open.at === at}
          onOpen={(isOpen) => open.set(isOpen ? at : null)}
          set={(changed) => edit(changeRow(at, changed))}
          onRemove={() => {
            edit(removeRow(at));
            open.set(null);
            onRemoved();
          }}
        />
      ))}
    </ol>
  );
}
