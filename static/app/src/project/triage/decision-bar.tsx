import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import type { TriageChoice, TriageDecisionKind, TriageRow } from '../../../../../src/contracts/triage-row';
import { DeferDialog } from '../../deferral/defer-dialog';
import { AskForm } from './ask-form';
import { DuplicateForm, NotADefectForm } from './duplicate-form';
import { FixForm } from './fix-form';
import { KeyCap } from './key-cap';
import { decisionNames } from './triage-words';
import type { Person } from './use-askable';

const letters = [
  ['fix-now', 'f'],
  ['defer', 'd'],
  ['duplicate', 'u'],
  ['not-a-defect', 'n'],
  ['need-information', 'i'],
] as const satisfies readonly (readonly [TriageDecisionKind, string])[];

interface Props {
  readonly row: TriageRow;
  readonly projectId: string;
  readonly targets: TriageQueueView['targets'];
  readonly near: readonly Person[];
  /** The decision that is being filled in. */
  readonly form: TriageDecisionKind | null;
  readonly onForm: (form: TriageDecisionKind | null) => void;
  readonly onDecide: (choice: TriageChoice) => void;
  /** Whether keys are shown on the buttons. */
  readonly keys: boolean;
  /** Further buttons after the decisions. */
  readonly children?: ReactNode;
}

/** What can become of a defect: a button each, and beneath them what one needs to know more. */
export function DecisionBar(props: Props): ReactElement {
  const { row, form, onForm, keys, children } = props;
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef<TriageDecisionKind | null>(form);
  useEffect(() => {
    // Who leaves a form goes on from where it was opened.
    if (form === null && last.current !== null)
      bar.current?.querySelector<HTMLElement>(`[data-decide="${last.current}"] button`)?.focus();
    last.current = form;
  }, [form]);
  return (
    <section className="decision-bar" aria-label={`What becomes of ${row.key}`} data-section="decide">
      <div ref={bar} className="actions">
        {letters.map(([kind, letter]) => (
          <span key={kind} data-decide={kind}>
            <Button
              appearance={row.recommendation.kind === kind ? 'primary' : 'default'}
              onClick={() => onForm(form === kind ? null : kind)}
            >
              {decisionNames[kind]}
              {keys && <KeyCap>{letter}</KeyCap>}
            </Button>
          </span>
        ))}
        {children}
      </div>
      <OpenForm {...props} />
    </section>
  );
}

function OpenForm({ row, projectId, targets, near, form, onForm, onDecide }: Props): ReactElement | null {
  const onCancel = (): void => onForm(null);
  const about = { row, onDecide, onCancel };
  switch (form) {
    case 'fix-now':
      return <FixForm key={row.defectId} {...about} targets={targets} />;
    case 'defer':
      return (
        <DeferDialog
          projectId={projectId}
          issues={[{ id: row.defectId, key: row.key }]}
          onClose={(asked) => (asked.length > 0 ? onDecide({ kind: 'defer' }) : onCancel())}
        />
      );
    case 'duplicate':
      return <DuplicateForm key={row.defectId} {...about} />;
    case 'not-a-defect':
      return <NotADefectForm key={row.defectId} {...about} />;
    case 'need-information':
      return <AskForm key={row.defectId} {...about} near={near} />;
    case null:
      return null;
  }
}
