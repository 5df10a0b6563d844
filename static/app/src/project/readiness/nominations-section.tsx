import { useCallback, useState, type ReactElement } from 'react';
import type { NominationsView } from '../../../../../src/contracts/nominations';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { IssueLink } from '../../shared/jira-link';
import { RelativeTime } from '../../shared/moment';
import { SeverityMark } from '../../shared/severity-mark';
import { useNames } from '../decisions/use-names';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { NominationDecision, type Decision } from './nomination-decision';

type Nomination = NominationsView['nominations'][number];
const states = { asked: 'Waits for a decision', granted: 'Blocks the release', refused: 'Refused' } as const;

/** Defects that people nominated as blockers of the release; who may decides on them here. Nothing where nobody nominated one. */
export function NominationsSection({ view }: { view: ReadinessView }): ReactElement | null {
  const { project, version, revision } = view;
  const place = { projectId: project.id, versionId: version.id };
  const {
    view: told,
    problem,
    reload,
  } = useFollowed(
    useCallback(() => call('nominations', { projectId: project.id, versionId: version.id }), [project.id, version.id]),
    revision,
  );
  const [said, setSaid] = useState<{ readonly done: boolean; readonly message: string } | null>(null);
  if (told === null) return problem === null ? null : <NoAnswer problem={problem} retry={() => void reload()} />;
  if (told.nominations.length + told.hidden === 0) return null;
  const decide = async (defectId: string, decision: Decision): Promise<void> => {
    const answer = await call('decideNomination', { ...place, defectId, ...decision });
    if (answer.kind !== 'ok') return setSaid({ done: false, message: answer.message });
    if (answer.view.kind === 'refused') return setSaid({ done: false, message: answer.view.message });
    setSaid({ done: true, message: answer.view.sentence });
    await reload();
  };
  return (
    <section className="told-section" aria-labelledby="nominations-heading" data-section="nominations">
      <h2 id="nominations-heading">Nominated blockers</h2>
      <div role="status">{said?.done === true && <p>{said.message}</p>}</div>
      {said?.done === false && (
        <p className="problem" role="alert">
          {said.message}
        </p>
      )}
      <NominationRows view={told} decide={decide} />
      {told.hidden > 0 && <p className="subtle">And {told.hidden} you may not see.</p>}
    </section>
  );
}

interface RowsProps {
  readonly view: NominationsView;
  readonly decide: (defectId: string, decision: Decision) => Promise<void>;
}

function NominationRows({ view: { nominations, mayDecide }, decide }: RowsProps): ReactElement {
  const names = useNames(nominations.flatMap(({ events }) => events.flatMap(({ who }) => who ?? [])));
  return (
    <ul className="stack stack-tight">
      {nominations.map(({ defect, state, events }) => (
        <li key={defect.id} className="stack stack-tight" data-nomination={defect.key}>
          <p>
            <IssueLink issueKey={defect.key} /> {defect.summary}{' '}
            <span className="subtle">
              <SeverityMark severity={defect.severity} />
            </span>
          </p>
          <p>
            <strong>{defect.open ? states[state] : 'Done'}</strong>
          </p>
          <Events events={events} names={names} />
          {mayDecide && defect.open && (
            <NominationDecision defectKey={defect.key} state={state} decide={(decision) => decide(defect.id, decision)} />
          )}
        </li>
      ))}
    </ul>
  );
}

const acts = { asked: 'nominated it', granted: 'granted it', refused: 'refused it' } as const;

function Events({ events, names }: { events: Nomination['events']; names: ReadonlyMap<string, string> }): ReactElement {
  return (
    <ul>
      {events.map(({ act, at, who, because }) => (
        <li key={`${act} ${at}`} className="subtle">
          {who === null ? 'A person whose data was erased' : (names.get(who) ?? 'Somebody')} {acts[act]} <RelativeTime at={at} />:{' '}
          {because}
        </li>
      ))}
    </ul>
  );
}
