import { useMemo, useState, type ReactElement } from 'react';
import type { Settings, SettingsView } from '../../../../../src/contracts/settings';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { useScorePreview, useTitles, type ScoreData, type Titles } from './use-score-preview';
import {
  movesBetween,
  movesWords,
  outcomeLabels,
  outcomes,
  rounded,
  worthOf,
  worthWords,
  type Move,
  type Outcome,
} from './weigh';

type Policy = Settings['scoring'];

interface Props {
  readonly projects: SettingsView['projects'];
  readonly saved: Policy;
  readonly draft: Policy;
  /** Whether what is on the screen cannot stand, so that nothing can be shown of it. */
  readonly isWrong: boolean;
}

/** What the settings on the screen would make of a project: its first places, and what the score would have been worth. */
export function ScorePreview({ projects, saved, draft, isWrong }: Props): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const projectId = chosen ?? projects[0]?.id ?? null;
  const { data, problem } = useScorePreview(projectId, saved, isWrong ? null : draft);
  if (projectId === null) return <p className="subtle">Holdpoint has not taken in a project yet.</p>;
  return (
    <div className="score-preview">
      <h3>What would change</h3>
      <label className="inline">
        In the project
        <select className="select" value={projectId} onChange={(event) => setChosen(event.target.value)}>
          {projects.map(({ id, key, name }) => (
            <option key={id} value={id}>
              {name} ({key})
            </option>
          ))}
        </select>
      </label>
      {problem !== null && <ProblemNotice problem={problem} retry={() => setChosen(projectId)} />}
      {data === null && problem === null && <Loading what="the scores" heights={[120]} />}
      {data !== null && <Changes projectId={projectId} data={data} saved={saved} draft={isWrong ? saved : draft} />}
    </div>
  );
}

interface ChangesProps {
  readonly projectId: string;
  readonly data: ScoreData;
  readonly saved: Policy;
  readonly draft: Policy;
}

function Changes({ projectId, data: { before, after }, saved, draft }: ChangesProps): ReactElement {
  const moves = useMemo(
    () =>
      movesBetween(
        after.open.ids,
        // What was opened or closed between two readings has no place before.
        {
          values: before.open.ids.length === after.open.ids.length ? before.open.values : after.open.values,
          weights: saved.weights,
        },
        { values: after.open.values, weights: draft.weights },
      ),
    [before, after, saved.weights, draft.weights],
  );
  const worthBefore = useMemo(() => worthOf(before.past, saved.weights), [before, saved.weights]);
  const worth = useMemo(() => worthOf(after.past, draft.weights), [after, draft.weights]);
  const past = after.past.hours.length;
  const shown = [...moves.first, ...moves.gone];
  const titles = useTitles(
    projectId,
    shown.map(({ id }) => id),
  );
  return (
    <>
      <p role="status">{movesWords(moves)}</p>
      {moves.first.length > 0 && (
        <ol className="score-moves" aria-label="The first places">
          {moves.first.map((move) => (
            <Place key={move.id} move={move} titles={titles} />
          ))}
        </ol>
      )}
      {moves.gone.length > 0 && (
        <>
          <h4>No longer among them</h4>
          <ul className="score-moves">
            {moves.gone.map((move) => (
              <Place key={move.id} move={move} titles={titles} />
            ))}
          </ul>
        </>
      )}
      <h4>What it would have been worth</h4>
      <p className="subtle small">
        Done defects, scored by what was known in their first three days, held against what became of them: Spearman&apos;s rank
        correlation, from −1 to 1.
      </p>
      <dl className="score-worth">
        {outcomes.map((outcome, n) => (
          <div key={outcome}>
            <dt>{outcomeLabels[outcome]}</dt>
            <dd>{worthInWords(outcome, { before: worthBefore[n] ?? null, after: worth[n] ?? null, n: past })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Place({ move: { id, from, to, score }, titles }: { move: Move; titles: Titles }): ReactElement {
  const issue = titles.get(id);
  return (
    <li data-moved={from === to ? 'no' : from > to ? 'up' : 'down'}>
      <span className="score-place">{to}.</span>
      <span className="score-was">{from === to ? '' : `was ${from}`}</span>
      <span className="score-issue">
        {issue === undefined ? '…' : issue === null ? 'A defect that you may not see' : `${issue.key} ${issue.title}`}
      </span>
      <span className="score-number">{score}</span>
    </li>
  );
}

interface Worth {
  readonly before: number | null;
  readonly after: number | null;
  readonly n: number;
}

function worthInWords(outcome: Outcome, { before, after, n }: Worth): string {
  const words = worthWords(outcome, after, n);
  if (after === null) return words;
  const was = before === null || rounded(before) === rounded(after) ? '' : ` instead of ${rounded(before)}`;
  return `${rounded(after)}${was} (n = ${n.toLocaleString('en')}): ${words}`;
}
