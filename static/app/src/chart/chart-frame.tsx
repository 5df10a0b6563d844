import Button from '@atlaskit/button/new';
import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { ChartExport } from './chart-export';
import { ChartTableView } from './chart-table';
import type { LegendEntry } from './picture';
import type { ChartTable } from './table';
import { useWaiting } from './waiting';
import './chart.css';

interface Props {
  /** Unique on the page; also `data-chart` of the section. */
  readonly id: string;
  readonly title: string;
  /** What it shows and how it is counted: one click away. */
  readonly definition: ReactNode;
  /** The figures that the chart draws: its table view and its CSV file. */
  readonly table: ChartTable;
  /** Name of exported files without their ending. */
  readonly file: string;
  /** What is missing from the chart, where something is. */
  readonly note?: ReactNode;
  /** Names of the colours, for exported pictures. */
  readonly legend?: readonly LegendEntry[];
  /** The chart: an svg inside (of the class `chart-svg` where there are several) is what pictures show. */
  readonly children: ReactNode;
}

/**
 * A chart under its title, with its definition, its figures as a table, and the files it can be taken away as. On paper it stands above its
 * table, with its definition.
 */
export function ChartFrame({ id, title, definition, table, file, note, legend = [], children }: Props): ReactElement {
  const [asTable, setAsTable] = useState(false);
  const [isDefined, setDefined] = useState(false);
  const section = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const definitionId = useId();
  const waiting = useWaiting();
  return (
    <section ref={section} className="chart-frame" aria-labelledby={`${id}-heading`} aria-busy={waiting} data-chart={id}>
      <div className="section-head chart-head">
        <h2 id={`${id}-heading`}>{title}</h2>
        <div className="chart-tools">
          <button
            type="button"
            className="link-button"
            aria-expanded={isDefined}
            aria-controls={definitionId}
            onClick={() => setDefined(!isDefined)}
          >
            What is this?
          </button>
          <Button appearance="subtle" spacing="compact" onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
          <ChartExport title={title} file={file} table={table} legend={legend} chart={asTable ? null : chart} section={section} />
        </div>
      </div>
      <div id={definitionId} className="chart-definition" hidden={!isDefined}>
        {definition}
      </div>
      {note !== undefined && note !== null && <div className="chart-note subtle">{note}</div>}
      <div ref={chart} className={asTable ? 'chart-body chart-only-on-paper' : 'chart-body'}>
        {children}
      </div>
      {waiting && (
        <p className="chart-waiting screen-only" aria-hidden="true">
          Working it out …
        </p>
      )}
      {asTable && <ChartTableView label={title} table={table} />}
    </section>
  );
}
