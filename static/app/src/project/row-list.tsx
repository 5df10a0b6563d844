import type { ReactElement, ReactNode } from 'react';
import { ScrollRegion } from '../shared/scroll-region';
import { useNarrow } from '../shared/use-narrow';
import './row-list.css';

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** On a narrow screen it heads the card; the others follow it, each under its name. */
  readonly head?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** Rows as a table; as cards where the screen is too narrow for one. */
export function RowList<Row>({ caption, columns, rows, keyOf }: Props<Row>): ReactElement {
  if (useNarrow()) return <Cards caption={caption} columns={columns} rows={rows} keyOf={keyOf} />;
  return (
    <ScrollRegion label={caption}>
      <table className="plain-table row-table" aria-label={caption}>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, cell }) => (
                <td key={name}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cards<Row>({ caption, columns, rows, keyOf }: Props<Row>): ReactElement {
  return (
    <ul className="row-cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          {columns
            .filter(({ head }) => head === true)
            .map(({ name, cell }) => (
              <div key={name} className="row-card-head">
                {cell(row)}
              </div>
            ))}
          <dl>
            {columns
              .filter(({ head }) => head !== true)
              .map(({ name, cell }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{cell(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
