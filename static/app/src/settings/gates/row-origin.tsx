import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import type { GateDocument } from './edit-gates';
import { keyOf } from './edit-gates';
import { rowSentence } from './row-words';

/** Where a row of a project came from; with the row of all projects that it stands for. */
export type Origin = { readonly from: 'site' } | { readonly from: 'project'; readonly insteadOf: GateRow | null };

export function originOf(row: GateRow, site: readonly GateRow[]): Origin {
  const same = site.find((one) => keyOf(one) === keyOf(row)) ?? null;
  return same !== null && textOf(same) === textOf(row) ? { from: 'site' } : { from: 'project', insteadOf: same };
}

function textOf(row: GateRow): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Props {
  readonly row: GateRow;
  readonly of: string;
  readonly site: readonly GateRow[];
  readonly stages: GateDocument['stages'];
  /** Left out where nothing can be changed. */
  readonly onBack?: (row: GateRow) => void;
}

/** Who asks for a row, in words; and the way back to what all projects are asked. */
export function RowOrigin({ row, of, site, stages, onBack }: Props): ReactElement {
  const origin = originOf(row, site);
  if (origin.from === 'site')
    return (
      <p className="gate-origin subtle small" data-from="site">
        From all projects
      </p>
    );
  const { insteadOf } = origin;
  return (
    <div className="gate-origin small" data-from="project">
      <span>
        <strong>Of this project</strong>
        {insteadOf !== null && `, in the place of “${rowSentence(insteadOf, stages)}”${sameLimits(row, insteadOf, stages)}`}
      </span>
      {insteadOf !== null && onBack !== undefined && (
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={`Back to that of all projects: ${of}`}
          onClick={() => onBack(insteadOf)}
        >
          Back to that of all projects
        </Button>
      )}
    </div>
  );
}

/** Two rows may say the same and differ only in what becomes of a breach. */
function sameLimits(row: GateRow, insteadOf: GateRow, stages: GateDocument['stages']): string {
  if (row.breach === insteadOf.breach || rowSentence(row, stages) !== rowSentence(insteadOf, stages)) return '';
  return insteadOf.breach === 'warns' ? ', which only warns' : ', which holds';
}
