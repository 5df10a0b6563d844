import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { DecisionLatencyView } from '../../../../../src/contracts/triage-queue';
import { triageCycles, type TriageCycle } from '../../../../../src/contracts/triage-settings';
import { call } from '../../bridge/call';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { ScrollRegion } from '../../shared/scroll-region';
import { NoAnswer } from '../no-answer';
import { ShowMore } from '../show-more';
import { useFollowed } from '../use-followed';
import { LatencyChart } from './latency-chart';
import { weeksOf, type Latency, type LatencyWeek } from './latency-geometry';
import { cycleNames, minutesWords } from './triage-words';

/** How long decisions take: the chart, its table, what waits longest and what took longest. */
export function LatencySection({ projectId }: { projectId: string }): ReactElement {
  const read = useCallback(() => call('decisionLatency', { projectId }), [projectId]);
  const { view, problem, reload } = useFollowed(read, '');
  if (view !== null) return <Shown view={view} />;
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  return <Loading what="how long decisions take" heights={[200]} />;
}

function Shown({ view }: { view: DecisionLatencyView }): ReactElement {
  const [chosen, setChosen] = useState<TriageCycle | null>(null);
  const there = triageCycles.filter((cycle) => view.all.some((one) => one.cycle === cycle));
  const cycle = chosen ?? there[0] ?? 'normal';
  const all = view.all.find((one) => one.cycle === cycle) ?? null;
  if (there.length === 0)
    return <p className="subtle">No clock for a decision has started in the last {view.weeks.length} weeks.</p>;
  return (
    <div className="stack wide" data-section="latency">
      {there.length > 1 && (
        <label className="inline">
          <span className="subtle">Kind of release</span>
          <select
            className="select"
            value={cycle}
            onChange={(event) => setChosen(there.find((one) => one === event.target.value) ?? null)}
          >
            {there.map((one) => (
              <option key={one} value={one}>
                {cycleNames[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      {all !== null && <p>{allWords(all, view.weeks.length)}</p>}
      <Weeks view={view} cycle={cycle} />
      <div className="latency-lists">
        <Listed title="Waits longest now" rows={view.waiting} none="Nothing waits." />
        <Listed title="Took longest" rows={view.slowest} none="Nothing was decided yet." />
      </div>
      <p className="subtle small">
        From when a defect is reported, or comes back, to its decision; by the week (UTC) in which that began. What is not decided
        yet counts as at least so long.
      </p>
    </div>
  );
}

function Weeks({ view, cycle }: { view: DecisionLatencyView; cycle: TriageCycle }): ReactElement {
  const weeks = useMemo(() => weeksOf(view, cycle), [view, cycle]);
  return (
    <div className="latency">
      <LatencyChart weeks={weeks} />
      <LatencyTable weeks={weeks} cycle={cycle} />
    </div>
  );
}

function allWords({ decided, open, p50, p90 }: Latency, weeks: number): string {
  const left = open === 0 ? 'None waits.' : `${open.toLocaleString('en')} still ${open === 1 ? 'waits' : 'wait'}.`;
  if (decided === 0) return `Of what began in ${weeks} weeks, nothing was decided yet. ${left}`;
  const half = p50 === null ? 'too few to say how long half of all take' : `half of all take up to ${minutesWords(p50)}`;
  const most = p90 === null ? '' : `, nine in ten up to ${minutesWords(p90)}`;
  return `Of what began in ${weeks} weeks, ${decided.toLocaleString('en')} ${decided === 1 ? 'was' : 'were'} decided: ${half}${most}. ${left}`;
}

function LatencyTable({ weeks, cycle }: { weeks: readonly LatencyWeek[]; cycle: TriageCycle }): ReactElement {
  const { format } = usePage();
  return (
    <ScrollRegion label={`Decisions by week, ${cycleNames[cycle].toLowerCase()}`} className="latency-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Week from</th>
            <th scope="col">Decided</th>
            <th scope="col">Open</th>
            <th scope="col">Half</th>
            <th scope="col">Nine in ten</th>
          </tr>
        </thead>
        <tbody>
          {[...weeks].reverse().map(({ from, latency }) => (
            <tr key={from}>
              <th scope="row">{format.shortDate(from)}</th>
              <td>{latency?.decided ?? 0}</td>
              <td>{latency?.open ?? 0}</td>
              <td>{shareWords(latency, 'p50')}</td>
              <td>{shareWords(latency, 'p90')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function shareWords(latency: Latency | null, share: 'p50' | 'p90'): string {
  if (latency === null) return '';
  const minutes = latency[share];
  return minutes === null ? 'Too few' : minutesWords(minutes);
}

type Listing = { readonly defectId: string; readonly key: string; readonly cycle: TriageCycle; readonly minutes: number };

function Listed({ title, rows, none }: { title: string; rows: readonly Listing[]; none: string }): ReactElement {
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="subtle">{none}</p>
      ) : (
        <ShowMore rows={rows} first={5} what="defects">
          {(shown) => (
            <ul>
              {shown.map(({ defectId, key, cycle, minutes }, at) => (
                <li key={`${defectId} ${at}`}>
                  <IssueLink issueKey={key} /> {minutesWords(minutes)}{' '}
                  {cycle !== 'normal' && <span className="subtle">{cycleNames[cycle].toLowerCase()}</span>}
                </li>
              ))}
            </ul>
          )}
        </ShowMore>
      )}
    </section>
  );
}
