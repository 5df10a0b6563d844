import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { TrainView } from '../../../../../src/contracts/trains';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { FormField } from '../../deferral/form-field';
import { Choice } from '../../shared/choice';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import '../../deferral/deferral.css';

interface Props {
  readonly projectId: string;
  /** Null for a new one. */
  readonly train: TrainView | null;
  readonly onDone: (trainId: string) => void;
  readonly onCancel: () => void;
}

const ways = [
  { value: 'named', label: 'Chosen here' },
  { value: 'query', label: 'By a query' },
] as const;

/** Which releases ride in a train: chosen, or named by the fix versions of the issues that a query finds. */
export function TrainForm({ projectId, train, onDone, onCancel }: Props): ReactElement {
  const [name, setName] = useState(train?.name ?? '');
  const [way, setWay] = useState<'named' | 'query'>(train?.query == null ? 'named' : 'query');
  const [query, setQuery] = useState(train?.query ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(train?.releases.map(({ version }) => version.id)));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = async (): Promise<void> => {
    if (way === 'query' && query.trim() === '')
      return setProblem('Write a query, for example: type = Release AND labels = autumn');
    setBusy(true);
    const answer = await call('saveTrain', {
      ...{ projectId, trainId: train?.id ?? null, name, versionIds: way === 'named' ? [...chosen] : [] },
      query: way === 'query' ? query : null,
    });
    setBusy(false);
    if (answer.kind !== 'ok') return setProblem(answer.message);
    if (answer.view.kind === 'refused') return setProblem(answer.view.message);
    tell(train === null ? 'Train formed' : 'Train changed', answer.view.sentence);
    onDone(answer.view.trainId);
  };
  const choose = (ids: ReadonlySet<string>): void => {
    setProblem(null);
    setChosen(ids);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void save();
  };
  return (
    <form
      ref={form}
      className="act-form"
      aria-label={train === null ? 'Form a train' : 'Change the train'}
      noValidate
      onSubmit={submit}
    >
      <FormField label="Name" problem={undefined}>
        {(attributes) => (
          <input {...attributes} className="input" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </FormField>
      <Choice label="How its releases are named" options={ways} value={way} onChange={setWay} />
      {way === 'named' ? (
        <Releases projectId={projectId} chosen={chosen} choose={choose} />
      ) : (
        <FormField
          label="Query (JQL)"
          hint="The fix versions of the issues that it finds ride in the train. While it runs they are looked up every five minutes."
          problem={undefined}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              className="input textarea"
              rows={2}
              maxLength={2000}
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
          )}
        </FormField>
      )}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" isLoading={busy}>
          {train === null ? 'Form the train' : 'Save'}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface ReleasesProps {
  readonly projectId: string;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

function Releases({ projectId, chosen, choose }: ReleasesProps): ReactElement {
  const { format } = usePage();
  const { view, problem, reload } = useFollowed(
    useCallback(() => call('trainChoices', { projectId }), [projectId]),
    'once',
  );
  if (view === null)
    return problem === null ? (
      <Loading what="the releases to choose from" heights={[24, 24, 24]} />
    ) : (
      <NoAnswer problem={problem} retry={() => void reload()} />
    );
  if (view.projects.length === 0)
    return <p className="subtle">There is no unreleased version in a project where you may place holds.</p>;
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <div className="train-choices">
      {view.projects.map(({ id, key, name, versions }) => (
        <fieldset key={id}>
          <legend>
            {name} <span className="subtle">{key}</span>
          </legend>
          {versions.map((version) => (
            <label key={version.id} className="train-choice">
              <input type="checkbox" checked={chosen.has(version.id)} onChange={() => flip(version.id)} />
              {version.name}
              {version.releaseDate !== null && <span className="subtle"> {format.date(version.releaseDate)}</span>}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
