import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactElement } from 'react';
import type { FreezeView } from '../../../../../../src/contracts/freeze';
import type { ReadinessView } from '../../../../../../src/contracts/readiness';
import { call } from '../../../bridge/call';
import { Loading } from '../../../shared/loading';
import { useNames } from '../../decisions/use-names';
import { NoAnswer } from '../../no-answer';
import { useFollowed } from '../../use-followed';
import { BecauseForm } from '../control/because-form';
import { ExceptionCard } from './exception-card';
import { changeFreeze } from './freeze-call';
import { FreezeExport } from './freeze-export';
import { Attempts, Inside } from './freeze-lists';
import { FreezeState } from './freeze-state';
import { attemptsSentence, insideSentence } from './freeze-words';
import '../../../deferral/deferral.css';
import '../control/control.css';
import './freeze.css';

interface Props {
  readonly view: ReadinessView;
  /** Reads the verdicts again. */
  readonly reload: () => Promise<void>;
}

/** The freeze of this release: what may still come in, what was tried, what was let in, and what came in anyway. */
export function FreezeSection({ view, reload }: Props): ReactElement | null {
  const { project, version, revision } = view;
  const read = useCallback(() => call('freeze', { projectId: project.id, versionId: version.id }), [project.id, version.id]);
  const { view: freeze, problem, reload: readAgain } = useFollowed(read, revision);
  const [told, setTold] = useState('');
  const onDone = (sentence: string): void => {
    setTold(sentence);
    void Promise.all([readAgain(), reload()]);
  };
  // What is out takes nothing in, frozen or not.
  if (version.released && freeze?.state === 'none') return null;
  return (
    <section className="told-section control" aria-labelledby="freeze-heading" data-section="freeze">
      <h2 id="freeze-heading">Freeze</h2>
      {freeze === null ? (
        problem === null ? (
          <Loading what="the freeze" heights={[48]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void readAgain()} />
        )
      ) : (
        <Freeze freeze={freeze} place={{ projectId: project.id, versionId: version.id }} onDone={onDone} />
      )}
      <p role="status" className="control-told">
        {told}
      </p>
    </section>
  );
}

interface FreezeProps {
  readonly freeze: FreezeView;
  readonly place: { readonly projectId: string; readonly versionId: string };
  readonly onDone: (sentence: string) => void;
}

function Freeze({ freeze, place, onDone }: FreezeProps): ReactElement {
  const { state, may, attempts, exceptions, inside, counts, hidden } = freeze;
  const [open, setOpen] = useState(false);
  const people = [...attempts.map(({ who }) => who), ...exceptions.flatMap(({ events }) => events.map(({ who }) => who))];
  const names = useNames(people.flatMap((who) => who?.accountId ?? []));
  const act = may.end ? 'end' : 'begin';
  const submit = async (because: string): Promise<string | null> => {
    const { problem, sentence } = await changeFreeze(place, act, because);
    if (problem === null) {
      setOpen(false);
      onDone(sentence);
    }
    return problem;
  };
  const hasReport = state === 'frozen' || attempts.length + exceptions.length + inside.length + hidden > 0;
  const live = exceptions.filter((one) => one.state === 'requested' || one.state === 'approved');
  const past = exceptions.filter((one) => !live.includes(one));
  const card = (exception: FreezeView['exceptions'][number]): ReactElement => (
    <ExceptionCard key={exception.id} exception={exception} place={place} names={names} onDone={onDone} />
  );
  return (
    <>
      <FreezeState view={freeze} />
      {live.length > 0 && <ul className="control-cards">{live.map(card)}</ul>}
      {hasReport && (
        <div className="freeze-report">
          <p>{insideSentence(inside)}</p>
          {inside.length > 0 && <Inside inside={inside} />}
          <p>{attemptsSentence(counts)}</p>
          {attempts.length > 0 && (
            <details className="freeze-part">
              <summary>Attempts ({attempts.length})</summary>
              <Attempts attempts={attempts} names={names} />
            </details>
          )}
          {past.length > 0 && (
            <details className="freeze-part">
              <summary>Earlier exceptions ({past.length})</summary>
              <ul className="control-cards">{past.map(card)}</ul>
            </details>
          )}
          {hidden > 0 && <p className="subtle">And {hidden} about defects that you may not see.</p>}
        </div>
      )}
      {open && (
        <BecauseForm
          name={act === 'end' ? 'End the freeze' : 'Freeze this release'}
          label="Why? Everybody who may see this project can read it."
          verb={act === 'end' ? 'End the freeze' : 'Freeze it'}
          onSubmit={submit}
          onCancel={() => setOpen(false)}
        />
      )}
      {!open && (hasReport || may.begin || may.end) && (
        <div className="actions">
          {(may.begin || may.end) && (
            <Button spacing="compact" onClick={() => setOpen(true)}>
              {act === 'end' ? 'End the freeze' : 'Freeze this release'}
            </Button>
          )}
          {hasReport && <FreezeExport place={place} />}
        </div>
      )}
    </>
  );
}
