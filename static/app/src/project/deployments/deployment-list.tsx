import type { ReactElement } from 'react';
import type { DeploymentRow } from '../../../../../src/contracts/release-deployments';
import { ToldTime } from '../../shared/told-time';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { DeploymentState } from './deployment-state';
import { deployedWords, environmentWords, exposureWords } from './deployment-words';

const columns: readonly Column<DeploymentRow>[] = [
  { name: 'Environment', head: true, cell: (row) => <span data-environment={row.environment}>{environmentWords(row)}</span> },
  { name: 'When', cell: (row) => <ToldTime at={row.at} /> },
  { name: 'What', cell: (row) => <What row={row} /> },
  { name: 'State', cell: (row) => <DeploymentState row={row} /> },
  { name: 'Who meets it', cell: (row) => <Exposure row={row} /> },
];

function What({ row }: { row: DeploymentRow }): ReactElement {
  return (
    <div className="cell-lines">
      <span>{deployedWords(row)}</span>
      {row.service !== 'default' && <span className="small subtle">{row.service}</span>}
    </div>
  );
}

function Exposure({ row }: { row: DeploymentRow }): ReactElement {
  if (row.state !== 'successful' || row.rolledBack !== null) return <span className="subtle">Nobody</span>;
  if (!row.live) return <span className="subtle">Replaced since</span>;
  return <span className={row.exposure === 'untold' ? 'subtle' : undefined}>{exposureWords(row.exposure)}</span>;
}

/** Deployments, newest first. @param first so many are shown before somebody asks for more */
export function DeploymentList({ rows, first }: { rows: readonly DeploymentRow[]; first: number }): ReactElement {
  return (
    <ShowMore rows={rows} first={first} what="deployments">
      {(shown) => <RowList caption="Deployments" columns={columns} rows={shown} keyOf={({ id }) => id} />}
    </ShowMore>
  );
}
