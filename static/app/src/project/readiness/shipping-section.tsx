import { useCallback, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import type { NotedDefectView, ReleaseNotesView } from '../../../../../src/contracts/release-notes';
import { call } from '../../bridge/call';
import { CopyButton } from '../../shared/copy-button';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { useFollowed } from '../use-followed';
import { RollOver } from './roll-over';
import { shippingWords, slipWords } from './shipping-words';

const first = 5;

/** What the release brings, which defects it ships with knowingly, and what it leaves behind. */
export function ShippingSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('releaseNotes', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: notes, problem, reload } = useFollowed(read, revision);
  return (
    <section className="told-section" aria-labelledby="shipping-heading" data-section="shipping">
      <div className="section-head">
        <h2 id="shipping-heading">When it ships</h2>
        {notes !== null && <CopyButton text={notes.text} what="the release notes" />}
      </div>
      {notes === null ? (
        problem === null ? (
          <Loading what="what the release brings" heights={[48]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void reload()} />
        )
      ) : (
        <Notes notes={notes} view={view} reload={reload} />
      )}
    </section>
  );
}

function Notes(props: { notes: ReleaseNotesView; view: ReadinessView; reload: () => Promise<void> }): ReactElement {
  const { notes, view, reload } = props;
  return (
    <>
      <p className="summary">{shippingWords(view.version.name, notes)}</p>
      <List title="Known issues" rows={notes.known} columns={knownColumns} />
      <List title="Left behind" rows={notes.left} columns={leftColumns} />
      {notes.left.length > 0 && <RollOver view={view} notes={notes} moved={reload} />}
      <List title="Fixed" rows={notes.fixed} columns={[defectColumn]} />
      {notes.hidden > 0 && (
        <p className="subtle">
          {notes.hidden === 1 ? 'There is 1 more' : `There are ${notes.hidden.toLocaleString('en')} more`} that you may not see:
          Jira hides {notes.hidden === 1 ? 'it' : 'them'} from you, and the release notes leave{' '}
          {notes.hidden === 1 ? 'it' : 'them'} out.
        </p>
      )}
    </>
  );
}

function List(props: {
  title: string;
  rows: readonly NotedDefectView[];
  columns: readonly Column<NotedDefectView>[];
}): ReactElement | null {
  const { title, rows, columns } = props;
  if (rows.length === 0) return null;
  return (
    <details className="shipping-list" open={title === 'Known issues'}>
      <summary>
        {title} ({rows.length.toLocaleString('en')})
      </summary>
      <ShowMore rows={rows} first={first} what="defects">
        {(shown) => <RowList caption={title} columns={columns} rows={shown} keyOf={({ id }) => id} />}
      </ShowMore>
    </details>
  );
}

const defectColumn: Column<NotedDefectView> = {
  name: 'Defect',
  head: true,
  cell: ({ key, summary }) => (
    <>
      <IssueLink issueKey={key} /> {summary}
    </>
  ),
};
const severityColumn: Column<NotedDefectView> = { name: 'Severity', cell: ({ severity }) => severity ?? 'Not set' };
const knownColumns: readonly Column<NotedDefectView>[] = [
  defectColumn,
  severityColumn,
  { name: 'To be fixed in', cell: ({ deferral }) => deferral?.target ?? '' },
  { name: 'Until then', cell: ({ deferral }) => deferral?.control ?? 'Nothing was agreed' },
  { name: 'Deferred until', cell: ({ deferral }) => (deferral === null ? '' : <Day at={deferral.until} />) },
];
const leftColumns: readonly Column<NotedDefectView>[] = [
  defectColumn,
  severityColumn,
  { name: 'Moved before', cell: ({ slips }) => slipWords(slips) },
];

function Day({ at }: { at: string }): ReactElement {
  const { format } = usePage();
  return <time dateTime={at}>{format.date(at.slice(0, 10))}</time>;
}
