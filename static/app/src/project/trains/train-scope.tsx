import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactElement } from 'react';
import type { TrainScopeView } from '../../../../../src/contracts/train-outlook';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { ReleaseLink } from './release-link';
import { amountWords } from './train-words';

interface Props {
  readonly projectId: string;
  readonly trainId: string;
  readonly ownKey: string | null;
}

/** What the releases hold against what can be finished; worked out when somebody asks, as Jira is asked about each of them. */
export function TrainScope(props: Props): ReactElement {
  const [asked, setAsked] = useState(false);
  return (
    <section className="stack stack-tight" aria-labelledby="train-scope-heading" data-section="train-scope">
      <h2 id="train-scope-heading">Scope</h2>
      {asked ? (
        <Read {...props} />
      ) : (
        <>
          <p className="subtle">What its releases hold, against what their projects can finish by then.</p>
          <div className="actions">
            <Button spacing="compact" onClick={() => setAsked(true)}>
              Work it out
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Read({ projectId, trainId, ownKey }: Props): ReactElement {
  const { view, problem, reload } = useFollowed(
    useCallback(() => call('trainScope', { projectId, trainId }), [projectId, trainId]),
    'once',
  );
  if (view !== null) return <Shown view={view} ownKey={ownKey} />;
  return problem === null ? (
    <Loading what="the scope of its releases" heights={[24, 96]} />
  ) : (
    <NoAnswer problem={problem} retry={() => void reload()} />
  );
}

function Shown({ view: { sentence, rows, sums }, ownKey }: { view: TrainScopeView; ownKey: string | null }): ReactElement {
  return (
    <>
      <p role="status">{sentence}</p>
      <ul className="train-scopes">
        {rows.map((row) => (
          <li key={row.versionId} data-scope={row.name}>
            <ReleaseLink {...row} isOwn={row.projectKey === ownKey} />: {row.sentence}
          </li>
        ))}
        {sums.map((sum) => (
          <li key={sum.unit} data-sum={sum.unit}>
            <strong>Together</strong>, {sum.releases} {sum.releases === 1 ? 'release' : 'releases'} counted in {sum.unit}:{' '}
            {amountWords(sum)}
          </li>
        ))}
      </ul>
    </>
  );
}
