import type { ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import { CheckField } from '../check-field';
import { FieldProblem } from '../field-problem';
import { NumberField } from '../number-field';
import type { RowProps } from './row-props';
import { rollbackItems } from './row-words';

interface Props extends Pick<RowProps, 'path' | 'of' | 'problems' | 'set'> {
  readonly row: Extract<GateRow, { rule: 'rollback-readiness' }>;
}

/** What must hold so that a release can be taken back, item by item, and the limits of those that have one. */
export function RollbackFields({ row, path, of, problems, set }: Props): ReactElement {
  return (
    <>
      <fieldset className="gate-checks">
        <legend>What must hold</legend>
        {rollbackItems.map(({ item, label }) => (
          <CheckField
            key={item}
            about={of}
            checked={row.items.includes(item)}
            onChange={(isIn) =>
              set({
                ...row,
                items: rollbackItems.flatMap((one) =>
                  (one.item === item ? isIn : row.items.includes(one.item)) ? [one.item] : [],
                ),
              })
            }
          >
            {label}
          </CheckField>
        ))}
        <FieldProblem problems={problems} path={`${path}.items`} />
      </fieldset>
      {row.items.includes('target') && (
        <div className="field-line">
          <span className="row-words">What would be put back is at most</span>
          <NumberField
            label={`Oldest deployment in days, ${of}`}
            path={`${path}.targetDays`}
            value={row.targetDays}
            onChange={(targetDays) => set({ ...row, targetDays })}
            problems={problems}
          />
          <span className="row-words">days old</span>
        </div>
      )}
      {row.items.includes('returning') && (
        <div className="field-line">
          <span className="row-words">At most</span>
          <NumberField
            label={`Most defects that may come back, ${of}`}
            path={`${path}.mostReturning`}
            value={row.mostReturning}
            onChange={(mostReturning) => set({ ...row, mostReturning })}
            problems={problems}
          />
          <span className="row-words">defects come back</span>
        </div>
      )}
    </>
  );
}
