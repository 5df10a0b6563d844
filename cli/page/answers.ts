import { agingRequestSchema, defectAgingRequestSchema } from '../../src/contracts/aging';
import type { AgingView } from '../../src/contracts/aging';
import { analysisCalls } from '../../src/contracts/analysis-page';
import { chartDefectsRequestSchema } from '../../src/contracts/chart-defects';
import { flowDefectsRequestSchema, flowRequestSchema } from '../../src/contracts/flow';
import { between, day } from '../../src/kernel/instant';
import { baseDay } from '../../src/pages/aging/base-day';
import { closedOf, closedOnesThen } from '../../src/pages/aging/closed-ones';
import { defectAgingView, defectThen } from '../../src/pages/aging/defect-view';
import { standingAt } from '../../src/pages/aging/standing';
import { agingView, oldestIds, shownOf } from '../../src/pages/aging/view-model';
import { defectsInBand, flowView } from '../../src/pages/flow/view-model';
import { backlogIssues, backlogPeriods, backlogSentence } from './backlog-view';
import { exportHistory } from './export-history';
import { overview } from './overview';
import type { PageData } from './page-data';
import { severityKey, severityNames } from './severities';
import { timesIssues, timesView } from './times-view';

/** What the page's parts ask for, by its name. @throws where nobody answers that, or the question is not as agreed */
export type Answers = (name: string, request: unknown) => unknown;

/** Every change of a filter asks anew; nothing else changes. */
const revision = 'export';

/** An export is read without work types and components. */
const noKinds = { types: [], components: [], typeOf: new Map<string, string>(), componentsOf: new Map<string, string[]>() };

/** Answers out of an export what the screens of the app ask its back end, with the same view models. */
export function answersFrom(data: PageData): Answers {
  const history = exportHistory(data);
  const now = new Date(data.at).toISOString();
  const project = { id: '1', key: projectKey(data.keys), name: data.title };
  const stored = {
    ...{ ...project, state: 'ready' as const, done: 0, total: 0, sinceAt: now, beatAt: now, message: null, readUpTo: now },
    ...{ changes: 0, versionsStale: false, paused: false, searched: true, points: 0 },
    ...{ waitUntil: null, eventAt: null, reconciledAt: null, countedAt: null },
  };
  const summaryOf = (id: string) => data.summaries[Number(id) - 1] ?? '';
  const hasChangelog = data.withChangelog > 0;
  const firstDay = hasChangelog ? dayOf(history.created.reduce((first, at) => Math.min(first, at), data.at)) : dayOf(data.at);
  const names = severityNames(data, severityKey(data));
  const times = { history, at: data.at, names, hasMoves: hasChangelog, project };
  const aging = (asked: { readonly [name: string]: unknown }): AgingView => {
    const request = agingRequestSchema.parse({ projectId: project.id, ...asked });
    const base = baseDay(request.day, firstDay, now);
    const standing = standingAt(history, base.at);
    const { severity, by, level } = request;
    const choice = { severity, by, level, type: null, component: null, release: null, ofRelease: null };
    const open = shownOf(standing, choice);
    const summaries = new Map(oldestIds(open).map((id) => [id, summaryOf(id)]));
    const rest = { kinds: noKinds, releases: [], defectTypes: [], revision, now };
    const facts = { project: stored, standing, base, firstDay, choice, summaries, ...rest };
    const view = agingView(facts, open);
    // What the app searches by is not what was exported: the issues are named one by one instead.
    return { ...view, columns: view.columns.map((column) => ({ ...column, jql: null })) };
  };
  const flow = (request: unknown) => {
    const asked = flowRequestSchema.parse(request);
    return flowView({ project: stored, history, asked, markersBetween: () => [], revision, now });
  };
  const answers: Readonly<Record<string, (request: unknown) => unknown>> = {
    revision: () => ({ revision }),
    flow,
    flowDefects: (request) => defectsInBand(history, flowDefectsRequestSchema.parse(request), now),
    aging: (request) => aging({ ...agingRequestSchema.parse(request) }),
    defectAging: (request) => {
      const asked = defectAgingRequestSchema.parse(request);
      const standing = standingAt(history, baseDay(asked.day, firstDay, now).at);
      const then = defectThen(standing, asked.issueId, summaryOf(asked.issueId));
      if (then === null) return { kind: 'unknown' };
      const closed = closedOf(closedOnesThen(standing), then.severity);
      return defectAgingView({ defect: then, statuses: history.statuses, closed, at: standing.at, now });
    },
    // Who owns an issue and what comes next is decided by what the app knows beyond an export.
    agingSteps: () => ({ now, rows: [] }),
    chartDefects: (request) => {
      const ids = [...new Set(chartDefectsRequestSchema.parse(request).ids)];
      const rows = ids.flatMap((id) => {
        const row = history.rows[Number(id) - 1];
        if (row === undefined) return [];
        const { key, severity, status, open, createdAt } = row;
        return [{ id, key, summary: summaryOf(id), severity, status, open, ageDays: Math.max(0, between(createdAt, now) / day) }];
      });
      return { rows, missing: ids.length - rows.length };
    },
    overview: () => {
      const aged = aging({});
      const sentences = {
        ...{ backlog: backlogSentence(history, data.at), aging: aged.sentence },
        repair: timesView(times, { one: 'all', other: 'all' }).sentence,
        flow: flow({ projectId: project.id, range: 'all', by: 'status' }).summary.sentence,
      };
      return overview({ data, history, project, sentences, first: aged.first });
    },
    backlog: (request) => {
      const { range } = analysisCalls.backlog.request.parse(request);
      return { project, sentence: backlogSentence(history, data.at), ...backlogPeriods(history, data.at, range) };
    },
    backlogIssues: (request) => backlogIssues(history, data.at, analysisCalls.backlogIssues.request.parse(request)),
    times: (request) => timesView(times, analysisCalls.times.request.parse(request)),
    timesIssues: (request) => {
      const { group, part } = analysisCalls.timesIssues.request.parse(request);
      return timesIssues(times, group, part);
    },
  };
  return (name, request) => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (answer === undefined) throw new Error(`A page of an export does not answer ${name}.`);
    return answer(request);
  };
}

/** The project where all issues are of one. */
function projectKey(keys: readonly string[]): string {
  const projects = new Set(keys.map((key) => key.slice(0, Math.max(0, key.lastIndexOf('-')))));
  const [only = ''] = projects;
  return projects.size === 1 && /^\w{1,20}$/.test(only) ? only : 'export';
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
