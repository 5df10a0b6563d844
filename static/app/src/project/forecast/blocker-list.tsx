import type { ReactElement } from 'react';
import type { ForecastView } from '../../../../../src/contracts/forecast';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { inHundred } from './forecast-words';

type Row = ForecastView['blockers']['rows'][number];

const columnsFor = (by: string): readonly Column<Row>[] => [
  {
    name: 'Blocker',
    head: true,
    cell: ({ key, summary }) => (
      <>
        <IssueLink issueKey={key} /> {summary}
      </>
    ),
  },
  { name: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} /> },
  { name: 'Age', cell: ({ ageDays }) => (ageDays === 1 ? '1 day' : `${ageDays} days`) },
  { name: by, cell: ({ chance }) => (chance === null ? <span className="subtle">Not told</span> : inHundred(chance)) },
];

/** What blocks the release now, the one that is likeliest to stay first. */
export function BlockerList({ view, by }: { view: ForecastView; by: string }): ReactElement | null {
  const { rows, hidden, definition } = view.blockers;
  if (rows.length + hidden === 0) return null;
  return (
    <section className="told-section" aria-labelledby="blockers-heading" data-section="blockers">
      <h2 id="blockers-heading">What blocks it now</h2>
      <p className="subtle">{definition}</p>
      <ShowMore rows={rows} first={10} what="blockers">
        {(shown) => <RowList caption="What blocks it now" columns={columnsFor(by)} rows={shown} keyOf={({ id }) => id} />}
      </ShowMore>
      {hidden > 0 && (
        <p className="subtle">
          {hidden === 1 ? '1 more is' : `${hidden} more are`} counted that you may not see, as if reported today.
        </p>
      )}
    </section>
  );
}
