import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { GateWarning } from '../../../../../src/contracts/settings';
import { FieldProblem } from '../field-problem';
import { countUnder } from '../problems-under';
import { RemoveButton } from '../row-buttons';
import { BreachMark } from './breach-mark';
import { RowFields } from './row-fields';
import type { RowProps } from './row-props';
import { rowSentence } from './row-words';
import { WarningWords } from './warning-words';

interface Props extends RowProps {
  readonly isOpen: boolean;
  readonly warnings: readonly GateWarning[];
  readonly onOpen: (open: boolean) => void;
  readonly onRemove: () => void;
  readonly aside: ReactElement | null;
}

/** One rule of a gate as a sentence; it opens to be changed, and by itself where something of it is wrong. */
export function GateRowItem({ isOpen, warnings, onOpen, onRemove, aside, ...props }: Props): ReactElement {
  const { row, path, of, settings, problems } = props;
  const id = useId();
  const fields = useRef<HTMLDivElement>(null);
  const beganOpen = useRef(isOpen);
  useEffect(() => {
    // It was just added or moved here.
    if (beganOpen.current) fields.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  const sentence = rowSentence(row, settings.stages);
  const shown = isOpen || countUnder(problems, path) > 0;
  return (
    <li className="gate-row" data-rule={row.rule}>
      <div className="gate-row-line">
        <button
          type="button"
          className="gate-sentence"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => onOpen(!shown)}
        >
          <span className="gate-chevron">
            <ChevronIcon label="" size="small" />
          </span>
          <span>{sentence}</span>
        </button>
        <BreachMark breach={row.breach} />
        <RemoveButton what={`${of}: ${sentence}`} onClick={onRemove} />
      </div>
      {aside}
      <FieldProblem problems={problems} path={path} />
      {warnings.map((warning) => (
        <WarningWords key={warning.kind} warning={warning} />
      ))}
      {shown && (
        <div ref={fields} id={id} className="gate-fields" role="group" aria-label={of} onFocus={() => onOpen(true)}>
          <RowFields {...props} />
        </div>
      )}
    </li>
  );
}
