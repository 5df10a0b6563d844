import type { ReactElement } from 'react';
import { ScrollRegion } from '../shared/scroll-region';
import type { ChartTable } from './table';

/** The figures of a chart as a table. @param label names it for a screen reader */
export function ChartTableView({ label, table }: { label: string; table: ChartTable }): ReactElement {
  return (
    <ScrollRegion label={label} className="chart-table">
      <table className="plain-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{shown(head ?? null)}</th>
              {cells.map((cell, column) => (
                <td key={column}>{shown(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function shown(cell: string | number | null): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : (cell ?? '');
}
