import type { ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import { severities } from '../../shared/severity-names';
import { CheckField } from '../check-field';
import { FieldProblem } from '../field-problem';
import type { RowProps } from './row-props';

interface Props extends Pick<RowProps, 'path' | 'of' | 'problems' | 'set' | 'settings'> {
  readonly row: Extract<GateRow, { rule: 'freeze-violations' }>;
}

/** What does not count as having come in late: what freezes admit anyway, or severities of the row's own. */
export function FreezeFields({ row, path, of, settings, problems, set }: Props): ReactElement {
  const { admits } = row;
  const shared = settings.gates.freezes.admits;
  return (
    <fieldset className="gate-checks">
      <legend>May still come in</legend>
      <CheckField
        about={of}
        checked={admits === null}
        onChange={(isShared) => set({ ...row, admits: isShared ? null : [...shared] })}
      >
        What freezes admit{shared.length === 0 ? ', which is nothing' : ` (${shared.join(', ')})`}
      </CheckField>
      {admits !== null &&
        severities.map((severity) => (
          <CheckField
            key={severity}
            about={of}
            checked={admits.includes(severity)}
            onChange={(isIn) =>
              set({ ...row, admits: severities.filter((one) => (one === severity ? isIn : admits.includes(one))) })
            }
          >
            {severity}
          </CheckField>
        ))}
      <FieldProblem problems={problems} path={`${path}.admits`} />
    </fieldset>
  );
}
