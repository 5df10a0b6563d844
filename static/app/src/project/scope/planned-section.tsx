import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import { useState, type ReactElement } from 'react';
import type { ScopeRow, ScopeView } from '../../../../../src/contracts/scope';
import { Choice } from '../../shared/choice';
import { IssueLink } from '../../shared/jira-link';
import { ScrollRegion } from '../../shared/scroll-region';
import { useNarrow } from '../../shared/use-narrow';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { sized } from './scope-words';

interface Props {
  readonly view: ScopeView;
  readonly move: (ids: readonly string[]) => void;
}

const kinds = ['all', 'feature', 'defect'] as const;
type Kind = (typeof kinds)[number];
const names: Readonly<Record<Kind, string>> = { all: 'All', feature: 'Features', defect: 'Defects' };
const perPage = 20;

/** What is planned and not done, the most valuable first. */
export function PlannedSection({ view, move }: Props): ReactElement | null {
  const { rows, hidden } = view;
  const [kind, setKind] = useState<Kind>('all');
  const ofKind = (some: Kind) => rows.filter((row) => some === 'all' || row.kind === some);
  const shown = ofKind(kind);
  if (rows.length + hidden === 0) return null;
  return (
    <section className="told-section" aria-labelledby="planned-heading" data-section="planned">
      <div className="section-head">
        <h2 id="planned-heading">Planned, the most valuable first</h2>
        <Choice
          label="Kind of issues"
          options={kinds.map((value) => ({ value, label: names[value], count: ofKind(value).length }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      {hidden > 0 && (
        <p className="subtle">
          {hidden === 1 ? '1 defect' : `${hidden.toLocaleString('en')} defects`} of the release that you may not see{' '}
          {hidden === 1 ? 'is' : 'are'} left out of every figure.
        </p>
      )}
      {shown.length === 0 ? <p className="subtle">None is planned.</p> : <Rows key={kind} view={view} rows={shown} move={move} />}
    </section>
  );
}

type Key = 'issue' | 'what' | 'value' | 'size' | 'status' | 'leave';
interface PlannedColumn extends Column<ScopeRow> {
  readonly key: Key;
  readonly width: number;
  readonly sort: (row: ScopeRow) => string | number;
}

function columnsOf({ unit, targets }: ScopeView, move: Props['move']): readonly PlannedColumn[] {
  return [
    {
      ...{ key: 'issue', name: 'Issue', width: 40, head: true, sort: ({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0) },
      cell: ({ key, summary }) => (
        <>
          <IssueLink issueKey={key} /> {summary}
        </>
      ),
    },
    {
      ...{ key: 'what', name: 'What', width: 14, sort: ({ workType, severity }) => `${workType} ${severity ?? ''}` },
      cell: ({ workType, severity }) => (severity === null ? workType : `${workType}, ${severity}`),
    },
    {
      ...{ key: 'value', name: 'Worth', width: 16, sort: ({ value }) => value },
      cell: ({ value, valueFrom }) => `${value}, ${valueFrom}`,
    },
    ...(unit === 'issues'
      ? []
      : [
          {
            ...{ key: 'size' as const, name: 'Size', width: 10, sort: ({ size }: ScopeRow) => size },
            cell: ({ size, sizeKnown }: ScopeRow) => `${sized(size, unit)}${sizeKnown ? '' : ', not estimated'}`,
          },
        ]),
    { key: 'status', name: 'Status', width: 12, sort: ({ status }) => status, cell: ({ status }) => status },
    {
      ...{ key: 'leave', name: 'May leave', width: 12, sort: ({ stays }) => (stays === null ? 0 : 1) },
      cell: ({ id, key, stays }) =>
        stays !== null || targets.length === 0 ? (
          <span className="subtle">{stays ?? 'Yes'}</span>
        ) : (
          <Button spacing="compact" appearance="subtle" aria-label={`Move ${key}…`} onClick={() => move([id])}>
            Move…
          </Button>
        ),
    },
  ];
}

function Rows({ view, rows, move }: Props & { readonly rows: readonly ScopeRow[] }): ReactElement {
  const isNarrow = useNarrow();
  const [order, setOrder] = useState<{ readonly by: Key; readonly descending: boolean }>({ by: 'value', descending: true });
  const columns = columnsOf(view, move);
  if (isNarrow)
    return (
      <ShowMore rows={rows} first={perPage} what="issues">
        {(shown) => <RowList caption="Planned" columns={columns} rows={shown} keyOf={({ id }) => id} />}
      </ShowMore>
    );
  return (
    <ScrollRegion label="Planned">
      <DynamicTable
        label="Planned"
        head={{ cells: columns.map(({ key, name, width }) => ({ key, content: name, width, isSortable: true })) }}
        rows={rows.map((row) => ({
          key: row.id,
          cells: columns.map(({ sort, cell }) => ({ key: sort(row), content: cell(row) })),
        }))}
        sortKey={order.by}
        sortOrder={order.descending ? 'DESC' : 'ASC'}
        onSort={({ key, sortOrder }: { key: string; sortOrder: string }) => {
          const by = columns.find((column) => column.key === key)?.key;
          if (by !== undefined) setOrder({ by, descending: sortOrder === 'DESC' });
        }}
        {...(rows.length > perPage ? { rowsPerPage: perPage } : {})}
        paginationi18n={{ prev: 'Previous page', next: 'Next page', label: 'Pages of what is planned', pageLabel: 'Page' }}
      />
    </ScrollRegion>
  );
}
