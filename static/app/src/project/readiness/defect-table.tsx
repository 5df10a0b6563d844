import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactElement } from 'react';
import type { DefectRow } from '../../../../../src/contracts/readiness';
import { IssueLink } from '../../shared/jira-link';
import { ScrollRegion } from '../../shared/scroll-region';
import { SeverityMark } from '../../shared/severity-mark';
import { ageWords } from '../../shared/time-words';
import { defectColumns, type DefectColumn, type ReadinessFilters } from '../route';
import { sortValue } from './defect-order';
import { DueTime } from './due-time';

const rowsPerPage = 25;
const heads: Record<DefectColumn, { readonly name: string; readonly width: number }> = {
  key: { name: 'Defect', width: 9 },
  summary: { name: 'Summary', width: 29 },
  severity: { name: 'Severity', width: 14 },
  score: { name: 'Score', width: 7 },
  tier: { name: 'Customers', width: 11 },
  status: { name: 'Status', width: 12 },
  age: { name: 'Age', width: 8 },
  due: { name: 'To be resolved', width: 10 },
};

export interface DefectListProps {
  readonly defects: readonly DefectRow[];
  readonly filters: ReadinessFilters;
  readonly change: (filters: Partial<ReadinessFilters>) => void;
  readonly caption: string;
}

export function DefectCell({ defect, column }: { defect: DefectRow; column: DefectColumn }): ReactElement {
  switch (column) {
    case 'key':
      return <IssueLink issueKey={defect.key} />;
    case 'summary':
    case 'status':
      return <>{defect[column]}</>;
    case 'severity':
      return <SeverityMark severity={defect.severity} />;
    case 'score':
      return defect.score === null ? <span className="subtle">None yet</span> : <>{defect.score}</>;
    case 'tier':
      return defect.tier === null ? <span className="subtle">Not set</span> : <>{defect.tier}</>;
    case 'age':
      return <>{ageWords(defect.ageDays)}</>;
    case 'due':
      return <DueTime dueAt={defect.dueAt} />;
  }
}

/** Defects as a table that sorts and pages; the order is part of the page's address. */
export function DefectTable({ defects, filters, change, caption }: DefectListProps): ReactElement {
  const order = filters.sort === null ? {} : { sortKey: filters.sort };
  return (
    <ScrollRegion label={caption}>
      <DynamicTable
        label={caption}
        head={{
          cells: defectColumns.map((column) => ({
            key: column,
            content: heads[column].name,
            width: heads[column].width,
            isSortable: true,
          })),
        }}
        rows={defects.map((defect) => ({
          key: defect.id,
          cells: defectColumns.map((column) => ({
            key: sortValue(defect, column),
            content: <DefectCell defect={defect} column={column} />,
          })),
        }))}
        {...order}
        sortOrder={filters.descending ? 'DESC' : 'ASC'}
        onSort={({ key, sortOrder }: { key: string; sortOrder: string }) => {
          change({ sort: defectColumns.find((column) => column === key) ?? null, descending: sortOrder === 'DESC' });
        }}
        {...(defects.length > rowsPerPage ? { rowsPerPage } : {})}
        paginationi18n={{
          prev: 'Previous page',
          next: 'Next page',
          label: `Pages of ${caption.toLowerCase()}`,
          pageLabel: 'Page',
        }}
      />
    </ScrollRegion>
  );
}
