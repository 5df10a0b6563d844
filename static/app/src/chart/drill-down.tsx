import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import { useCallback, useEffect, useId, useRef, useState, type ReactElement } from 'react';
import type { ChartDefect } from '../../../../src/contracts/chart-defects';
import { call } from '../bridge/call';
import { NoAnswer } from '../project/no-answer';
import { ShowMore } from '../project/show-more';
import { useFollowed } from '../project/use-followed';
import { IssueLink, SearchLink } from '../shared/jira-link';
import { Loading } from '../shared/loading';
import { ScrollRegion } from '../shared/scroll-region';
import { SeverityMark } from '../shared/severity-mark';
import { ageWords } from '../shared/time-words';
import { useNarrow } from '../shared/use-narrow';

interface Props {
  readonly projectId: string;
  /** What the defects have in common: "In review at the end of 12 Nov 2026". */
  readonly title: string;
  /** At most 500. */
  readonly ids: readonly string[];
  /** How many there are; more than `ids` where the list was cut. */
  readonly total: number;
  /** Finds the same in Jira; null: they are named one by one. */
  readonly jql: string | null;
  readonly onClose: () => void;
}

const perPage = 20;
type DrillColumn = 'key' | 'summary' | 'severity' | 'status' | 'age';
const columns: readonly { readonly key: DrillColumn; readonly name: string; readonly width: number }[] = [
  { key: 'key', name: 'Defect', width: 12 },
  { key: 'summary', name: 'Summary', width: 44 },
  { key: 'severity', name: 'Severity', width: 16 },
  { key: 'status', name: 'Status now', width: 16 },
  { key: 'age', name: 'Age', width: 12 },
];

/** The defects behind a point of a chart. It takes the focus when it opens, and gives it back when it closes. */
export function DrillDown({ projectId, title, ids, total, jql, onClose }: Props): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = ids.join(' ');
  const read = useCallback(
    () => call('chartDefects', { projectId, ids: asked === '' ? [] : asked.split(' ') }),
    [projectId, asked],
  );
  const { view, problem, reload } = useFollowed(read, '');
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
    return () =>
      before instanceof HTMLElement || before instanceof SVGElement ? before.focus({ preventScroll: true }) : undefined;
  }, []);
  return (
    <section className="drill-down" aria-labelledby={id} data-section="drill-down">
      <div className="section-head chart-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}: {total.toLocaleString('en')} {total === 1 ? 'defect' : 'defects'}
        </h2>
        <span className="inline">
          {view !== null && view.rows.length > 0 && <SearchLink jql={jql ?? jqlOf(view.rows)}>Open in Jira</SearchLink>}
          <Button spacing="compact" onClick={onClose}>
            Close
          </Button>
        </span>
      </div>
      {problem !== null ? (
        <NoAnswer problem={problem} retry={() => void reload()} />
      ) : view === null ? (
        <Loading what="the defects" heights={[32, 32, 32]} />
      ) : (
        <>
          <Cut shown={ids.length} total={total} missing={view.missing} />
          {view.rows.length > 0 && <Rows rows={view.rows} label={title} />}
        </>
      )}
    </section>
  );
}

function jqlOf(rows: readonly ChartDefect[]): string {
  return `key in (${rows.map(({ key }) => key).join(',')})`;
}

function Cut({ shown, total, missing }: { shown: number; total: number; missing: number }): ReactElement | null {
  if (shown >= total && missing === 0) return null;
  return (
    <p className="subtle">
      {shown < total && `The first ${shown.toLocaleString('en')} of ${total.toLocaleString('en')} are listed. `}
      {missing > 0 && `${missing.toLocaleString('en')} of them ${missing === 1 ? 'is' : 'are'} gone by now or hidden from you.`}
    </p>
  );
}

function Rows({ rows, label }: { rows: readonly ChartDefect[]; label: string }): ReactElement {
  const isNarrow = useNarrow();
  const [order, setOrder] = useState<{ readonly by: DrillColumn; readonly descending: boolean }>({ by: 'age', descending: true });
  if (isNarrow) {
    return (
      <ShowMore rows={[...rows].sort((a, b) => b.ageDays - a.ageDays)} first={perPage} what="defects">
        {(shown) => (
          <ul className="drill-cards" aria-label={label}>
            {shown.map((row) => (
              <li key={row.id}>
                <p>
                  <IssueLink issueKey={row.key} /> {row.summary}
                </p>
                <p className="subtle drill-facts">
                  <SeverityMark severity={row.severity} short />
                  <span>{row.status}</span>
                  <span>{ageWords(row.ageDays)}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    );
  }
  return (
    <ScrollRegion label={label}>
      <DynamicTable
        label={label}
        head={{ cells: columns.map(({ key, name, width }) => ({ key, content: name, width, isSortable: true })) }}
        rows={rows.map((row) => ({
          key: row.id,
          cells: columns.map(({ key }) => ({ key: sortValue(row, key), content: <Cell row={row} column={key} /> })),
        }))}
        sortKey={order.by}
        sortOrder={order.descending ? 'DESC' : 'ASC'}
        onSort={({ key, sortOrder }: { key: string; sortOrder: string }) => {
          const by = columns.find((column) => column.key === key)?.key;
          if (by !== undefined) setOrder({ by, descending: sortOrder === 'DESC' });
        }}
        {...(rows.length > perPage ? { rowsPerPage: perPage } : {})}
        paginationi18n={{ prev: 'Previous page', next: 'Next page', label: `Pages of ${label}`, pageLabel: 'Page' }}
      />
    </ScrollRegion>
  );
}

/** What a cell sorts by; a missing severity comes first, as it counts as S1. */
function sortValue(row: ChartDefect, column: DrillColumn): string | number {
  switch (column) {
    case 'key':
      return Number(/\d+$/.exec(row.key)?.[0] ?? 0);
    case 'severity':
      return row.severity ?? 'S0';
    case 'age':
      return row.ageDays;
    case 'summary':
    case 'status':
      return row[column];
  }
}

function Cell({ row, column }: { row: ChartDefect; column: DrillColumn }): ReactElement {
  switch (column) {
    case 'key':
      return <IssueLink issueKey={row.key} />;
    case 'summary':
    case 'status':
      return <>{row[column]}</>;
    case 'severity':
      return <SeverityMark severity={row.severity} />;
    case 'age':
      return <>{ageWords(row.ageDays)}</>;
  }
}
