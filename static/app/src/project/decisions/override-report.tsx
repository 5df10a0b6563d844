import { useCallback, useState, type ReactElement } from 'react';
import type { OverrideReportView } from '../../../../../src/contracts/override-report';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { ScrollRegion } from '../../shared/scroll-region';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { useNames } from './use-names';

/** Who overrides most: read when somebody opens it. */
export function OverrideReport({ projectId }: { projectId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="readers" data-part="override-report" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Who overrides gates</summary>
      {open && <OpenReport projectId={projectId} />}
    </details>
  );
}

function OpenReport({ projectId }: { projectId: string }): ReactElement {
  const { view, problem, reload } = useFollowed(
    useCallback(() => call('overrideReport', { projectId }), [projectId]),
    'once',
  );
  if (view !== null) return <Report view={view} />;
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  return <Loading what="who overrides gates" heights={[32, 32]} />;
}

function Report({ view: { sinceDay, asked, granted, voided, people, reasons } }: { view: OverrideReportView }): ReactElement {
  const { format } = usePage();
  const names = useNames(people.flatMap(({ who }) => who.accountId ?? []));
  const since = <time dateTime={sinceDay}>{format.date(sinceDay)}</time>;
  if (asked === 0) return <p className="subtle nothing">Nobody has asked for an override since {since}.</p>;
  const nameOf = ({ accountId, pseudonym }: OverrideReportView['people'][number]['who']): string =>
    accountId === null ? `somebody who was erased (${pseudonym})` : (names.get(accountId) ?? accountId);
  return (
    <div className="stack stack-tight">
      <p className="subtle small">
        Since {since}: {asked} asked for, {granted} approved
        {voided > 0 && `, ${voided} void by a new reason`}. Those who asked most stand first.
      </p>
      <ScrollRegion label="Who overrides gates" className="reader-region">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Asked for</th>
              <th scope="col">Of them approved</th>
              <th scope="col">Approved for others</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.who.pseudonym}>
                <th scope="row">{nameOf(person.who)}</th>
                <td>{person.asked}</td>
                <td>{person.granted}</td>
                <td>{person.approved}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="subtle small">Reasons: {reasons.map(({ name, count }) => `${name} (${count})`).join(', ')}.</p>
    </div>
  );
}
