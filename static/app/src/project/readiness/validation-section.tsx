import { useCallback, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import type { ValidationDebtView } from '../../../../../src/contracts/validation-debt';
import { call } from '../../bridge/call';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { NoAnswer } from '../no-answer';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { useFollowed } from '../use-followed';
import { toDoWords, validatedWords } from './validation-words';

const first = 10;
type Row = ValidationDebtView['rows'][number];

const columns: readonly Column<Row>[] = [
  {
    name: 'Defect',
    head: true,
    cell: ({ defect }) => (
      <>
        <IssueLink issueKey={defect.key} /> {defect.summary}
      </>
    ),
  },
  { name: 'Stage', cell: ({ stage, build }) => (build === null ? stage.name : `${stage.name}, build ${build}`) },
  { name: 'Since', cell: ({ since }) => <RelativeTime at={since} /> },
  { name: 'What to do', cell: toDoWords },
];

/** Defects of the release that nobody has looked at, or whose fix nobody has verified, where it is deployed. */
export function ValidationSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('validationDebt', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: debt, problem, reload } = useFollowed(read, revision);
  return (
    <section className="told-section" aria-labelledby="validation-heading" data-section="validation">
      <h2 id="validation-heading">Not yet validated</h2>
      {debt === null ? (
        problem === null ? (
          <Loading what="what is not validated yet" heights={[48]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void reload()} />
        )
      ) : debt.rows.length === 0 && debt.hidden === 0 ? (
        <p className="subtle nothing">{validatedWords(version.name, debt.deployedIn)}</p>
      ) : (
        <>
          <ShowMore rows={debt.rows} first={first} what="defects">
            {(rows) => (
              <RowList
                caption="Not yet validated"
                columns={columns}
                rows={rows}
                keyOf={({ defect, stage }) => `${defect.id} ${stage.key}`}
              />
            )}
          </ShowMore>
          {debt.more > 0 && <p className="subtle">The newest are left out: {debt.more.toLocaleString('en')} more.</p>}
          {debt.hidden > 0 && (
            <p className="subtle">
              {debt.hidden === 1 ? 'There is 1' : `There are ${debt.hidden.toLocaleString('en')}`} you may not see: Jira hides
              them from you.
            </p>
          )}
        </>
      )}
    </section>
  );
}
