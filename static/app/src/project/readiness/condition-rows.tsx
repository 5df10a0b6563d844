import { useState, type ReactElement } from 'react';
import type { ConditionView, DefectRow } from '../../../../../src/contracts/readiness';
import { worstFirst } from './blocking-defects';
import { ConditionRow } from './condition-row';

interface Props {
  readonly conditions: readonly ConditionView[];
  readonly defects: readonly DefectRow[];
}

/** The conditions of a stage, the worst first as they were when the page was opened: rows that move under the eye lose the reader. */
export function ConditionRows({ conditions, defects }: Props): ReactElement {
  const [order] = useState(() => worstFirst(conditions).map(({ id }) => id));
  const rank = ({ id }: ConditionView): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return (
    <>
      {[...conditions]
        .sort((a, b) => rank(a) - rank(b))
        .map((condition) => (
          <ConditionRow key={condition.id} condition={condition} defects={defects} />
        ))}
    </>
  );
}
