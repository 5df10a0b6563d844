import { useCallback, useState, type ReactElement } from 'react';
import type { CheckView } from '../../../../../../src/contracts/gate-checks';
import type { ReadinessView, StageReadiness } from '../../../../../../src/contracts/readiness';
import { call } from '../../../bridge/call';
import { Loading } from '../../../shared/loading';
import { useNames } from '../../decisions/use-names';
import { NoAnswer } from '../../no-answer';
import { useFollowed } from '../../use-followed';
import { CheckCard } from './check-card';
import { checkState, countWords, itemState } from './checklist-words';
import { ComputedItem } from './computed-item';
import '../../../deferral/deferral.css';
import './checklist.css';

interface Props {
  readonly view: ReadinessView;
  /** Reads the verdicts again. */
  readonly reload: () => Promise<void>;
}

const computed = ({ conditions }: StageReadiness) => conditions.filter(({ rule }) => rule === 'rollback-readiness');

/** What must be ready beside the defects: what Holdpoint works out, and what people confirm. Nothing where no gate asks for either. */
export function ChecklistSection({ view, reload }: Props): ReactElement | null {
  const asksPeople = view.stages.some(({ conditions }) => conditions.some(({ rule }) => rule === 'manual-check'));
  if (!asksPeople && view.stages.every((stage) => computed(stage).length === 0)) return null;
  return (
    <section className="told-section" aria-labelledby="checklist-heading" data-section="checks">
      <h2 id="checklist-heading">Checklist</h2>
      {asksPeople ? <WithChecks view={view} reload={reload} /> : <Stages view={view} checks={[]} onDone={() => undefined} />}
    </section>
  );
}

function WithChecks({ view, reload }: Props): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(() => call('gateChecks', { projectId: project.id, versionId: version.id }), [project.id, version.id]);
  const { view: told, problem, reload: readAgain } = useFollowed(read, revision);
  const [said, setSaid] = useState('');
  const onDone = (sentence: string): void => {
    setSaid(sentence);
    void Promise.all([readAgain(), reload()]);
  };
  return (
    <>
      {told !== null ? (
        <Stages view={view} checks={told.checks} onDone={onDone} />
      ) : problem === null ? (
        <Loading what="the checklist" heights={[48]} />
      ) : (
        <NoAnswer problem={problem} retry={() => void readAgain()} />
      )}
      <p role="status" className="checklist-told">
        {said}
      </p>
    </>
  );
}

interface StagesProps {
  readonly view: ReadinessView;
  readonly checks: readonly CheckView[];
  readonly onDone: (sentence: string) => void;
}

/** Stage by stage in promotion order, those that ask for something. */
function Stages({ view, checks, onDone }: StagesProps): ReactElement {
  const names = useNames(checks.flatMap(({ said }) => said.flatMap(({ who }) => who.accountId ?? [])));
  const place = { projectId: view.project.id, versionId: view.version.id };
  return (
    <>
      {view.stages.map((stage) => {
        const items = computed(stage);
        const own = checks.filter((check) => check.stage.key === stage.stage.key);
        if (items.length + own.length === 0) return null;
        const heading = `checklist-${stage.stage.key}`;
        return (
          <div key={stage.stage.key} className="checklist-stage">
            <h3 id={heading}>
              Into {stage.stage.name}{' '}
              <span className="subtle">{countWords([...items.map(itemState), ...own.map(checkState)])}</span>
            </h3>
            <ul className="checklist" aria-labelledby={heading}>
              {items.map((condition) => (
                <ComputedItem key={condition.id} condition={condition} />
              ))}
              {own.map((check) => (
                <CheckCard
                  key={check.name}
                  check={check}
                  version={view.version.name}
                  place={place}
                  names={names}
                  onDone={onDone}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
