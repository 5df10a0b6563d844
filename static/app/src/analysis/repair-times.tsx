import { useCallback, useId, useMemo, useState, type ReactElement } from 'react';
import { anySeverity, type AnalysisGroup, type AnalysisTimes } from '../../../../src/contracts/analysis-page';
import { askPage } from '../bridge/page-calls';
import { ChartFrame } from '../chart/chart-frame';
import { NoAnswer } from '../project/no-answer';
import { RepairChart } from '../project/repair/repair-chart';
import { asSentence, daysWords } from '../project/repair/repair-words';
import { useFollowed } from '../project/use-followed';
import { Loading } from '../shared/loading';
import { ScrollRegion } from '../shared/scroll-region';
import { ListBehind } from './issue-list';
import '../project/repair/repair.css';

interface Opened {
  readonly group: AnalysisGroup;
  readonly name: string;
  readonly part: 'resolved' | 'open';
}

/** How long issues take from their creation to their end, and until somebody takes them up. */
export function RepairTimes(): ReactElement {
  const [pair, setPair] = useState<{ readonly one: AnalysisGroup; readonly other: AnalysisGroup }>({
    ...{ one: anySeverity, other: anySeverity },
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const { one, other } = pair;
  const { view, problem, reload } = useFollowed(
    useCallback(() => askPage('times', { one, other }), [one, other]),
    '',
  );
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the times" heights={[32, 260]} />;
  return (
    <div className="stack">
      <header className="stack stack-tight">
        <h1>Repair</h1>
        <p className="summary">{view.sentence}</p>
      </header>
      <div className="inline">
        <GroupChoice label="Compare" view={view} value={view.one} onChange={(key) => setPair({ one: key, other })} />
        <GroupChoice label="with" view={view} value={view.other} onChange={(key) => setPair({ one, other: key })} />
      </div>
      {view.comparison !== null && <p>{view.comparison}</p>}
      <Curves view={view} />
      <Groups view={view} onOpen={setOpened} />
      {opened !== null && (
        <GroupList
          key={`${opened.group} ${opened.part}`}
          projectId={view.project.id}
          opened={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function GroupChoice(props: {
  label: string;
  view: AnalysisTimes;
  value: AnalysisGroup;
  onChange: (key: AnalysisGroup) => void;
}): ReactElement {
  const { label, view, value, onChange } = props;
  const id = useId();
  return (
    <span className="inline">
      <label htmlFor={id} className="subtle">
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={({ target }) => onChange(view.groups.find(({ key }) => key === target.value)?.key ?? anySeverity)}
      >
        {view.groups.map(({ key, name, count }) => (
          <option key={key} value={key}>
            {name} ({count.toLocaleString('en')})
          </option>
        ))}
      </select>
    </span>
  );
}

const colors = ['var(--chart-1)', 'var(--chart-4)'] as const;

function Curves({ view: { curves, project, at } }: { view: AnalysisTimes }): ReactElement {
  const table = useMemo(
    () => ({
      columns: ['Issues', 'Days since the creation', 'Not repaired, %', 'At least, %', 'At most, %', 'Lasted until then'],
      rows: curves.flatMap(({ stage, curve }) =>
        curve.map(({ days, share, lower, upper, atRisk }) => [
          ...[stage.name, hundredths(days), hundredths(share * 100), hundredths(lower * 100), hundredths(upper * 100), atRisk],
        ]),
      ),
    }),
    [curves],
  );
  return (
    <ChartFrame
      id="repair"
      title="How long repairs take"
      definition={
        <>
          <p>
            A curve says which share is not repaired yet so many days after the creation (Kaplan and Meier’s estimate). Repaired
            is what Jira calls resolved, or what is in a status of the category done. What is still open is not left out: it
            counts among what is not repaired for as long as it has lasted. The shade is the 95 % interval: the wider, the less
            the curve says.
          </p>
          <p>
            The export does not say when a defect was brought in or found, so the time begins with the creation of the issue. Two
            severities are compared by the log-rank test, which asks how often chance alone would set them so far apart.
          </p>
        </>
      }
      table={table}
      file={`${project.key}-repair-${at.slice(0, 10)}`}
      legend={curves.map(({ stage }, n) => ({ label: stage.name, color: colors[n] ?? '' }))}
    >
      <RepairChart groups={curves} />
    </ChartFrame>
  );
}

function Groups({ view, onOpen }: { view: AnalysisTimes; onOpen: (opened: Opened) => void }): ReactElement {
  return (
    <ScrollRegion label="Times by severity" className="repair-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Issues</th>
            <th scope="col">Repair, from the creation to the end</th>
            <th scope="col">85 and 95 of 100 repaired ones within</th>
            <th scope="col">Taken up: first change of the status</th>
            <th scope="col">Lists</th>
          </tr>
        </thead>
        <tbody>
          {view.groups.map(({ key, name, repair, firstMove, p85, p95 }) => (
            <tr key={key} data-group={key}>
              <th scope="row">{name}</th>
              <td>{asSentence(repair.words)}</td>
              <td>{p85 === null || p95 === null ? 'None is repaired.' : `${daysWords(p85)}, ${daysWords(p95)}`}</td>
              <td>{firstMove.ended + firstMove.open === 0 ? 'Not told: no changelog.' : asSentence(firstMove.words)}</td>
              <td>
                <span className="inline">
                  <ListButton
                    name={name}
                    what="Still open"
                    count={repair.open}
                    open={() => onOpen({ group: key, name, part: 'open' })}
                  />
                  <ListButton
                    {...{ name, what: 'Repaired', count: repair.ended }}
                    open={() => onOpen({ group: key, name, part: 'resolved' })}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ListButton(props: { name: string; what: string; count: number; open: () => void }): ReactElement | null {
  const { name, what, count, open } = props;
  if (count === 0) return null;
  return (
    <button type="button" className="link-button" aria-label={`${what} ${count.toLocaleString('en')}: ${name}`} onClick={open}>
      {what} {count.toLocaleString('en')}
    </button>
  );
}

const listNames = { open: 'Still open', resolved: 'Repaired' } as const;

function GroupList({ projectId, opened, onClose }: { projectId: string; opened: Opened; onClose: () => void }): ReactElement {
  const { group, part, name } = opened;
  const read = useCallback(() => askPage('timesIssues', { group, part }), [group, part]);
  const title = `${listNames[part]}, the longest first${group === anySeverity ? '' : `: ${name}`}`;
  return <ListBehind projectId={projectId} title={title} read={read} onClose={onClose} />;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
