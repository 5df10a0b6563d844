import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import type { TriageChoice, TriageDecisionKind, TriageRow } from '../../../../../src/contracts/triage-row';
import { DecisionBar } from './decision-bar';
import { DefectLarge } from './defect-large';
import { KeyCap } from './key-cap';
import { unknownPerson } from './person-names';
import { useParts } from './use-parts';

interface Props {
  readonly row: TriageRow;
  readonly view: TriageQueueView;
  /** Id of the one after it; null at the end. */
  readonly next: string | null;
  readonly form: TriageDecisionKind | null;
  readonly onForm: (form: TriageDecisionKind | null) => void;
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onClose: () => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly nameOf: (person: string | null) => string;
  readonly keys: boolean;
}

/** A defect of the queue, large, to be decided without a session. */
export function QueueDefect(props: Props): ReactElement {
  const { row, view, next, form, onForm, onDecide, onClose, onStep, nameOf, keys } = props;
  const parts = useParts([row.defectId, ...(next === null ? [] : [next])]);
  const near = row.owner === null || nameOf(row.owner) === unknownPerson ? [] : [{ id: row.owner, name: nameOf(row.owner) }];
  return (
    <div className="board">
      <p className="actions">
        <Button spacing="compact" onClick={onClose}>
          Back to the queue{keys && <KeyCap>Esc</KeyCap>}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={() => onStep(-1)}>
          Previous{keys && <KeyCap>k</KeyCap>}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={() => onStep(1)}>
          Next{keys && <KeyCap>j</KeyCap>}
        </Button>
      </p>
      <DefectLarge row={row} parts={parts.get(row.defectId)} nameOf={nameOf} takesFocus={form === null} />
      <DecisionBar
        row={row}
        projectId={view.project.id}
        targets={view.targets}
        near={near}
        form={form}
        onForm={onForm}
        onDecide={onDecide}
        keys={keys}
      />
    </div>
  );
}
