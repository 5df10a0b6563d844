import { aging } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import type { AgingSeverity, AgingView } from '../../contracts/aging';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { storeState } from '../store-state';
import type { BaseDay } from './base-day';
import { severityColumns, statusColumns } from './columns';
import { columnJql } from './jql';
import { inDays, leastClosed, ofHundred, referenceView, severityAt, statusAt, windowDays } from './standing';
import type { Standing } from './standing';
import { sentenceOf, whyFirst } from './words';

/** Which open ones are shown. */
export interface Choice {
  readonly severity: AgingSeverity | null;
  /** Id of the version. */
  readonly release: string | null;
  /** Ids of the defects that are planned for it; null where any are shown. */
  readonly ofRelease: ReadonlySet<string> | null;
  readonly by: 'status' | 'severity';
}

export interface AgingFacts {
  readonly project: StoredProject;
  readonly standing: Standing;
  readonly base: BaseDay;
  readonly firstDay: string;
  readonly choice: Choice;
  /** Of the oldest. */
  readonly summaries: ReadonlyMap<string, string>;
  readonly releases: readonly StoredVersion[];
  readonly defectTypes: readonly string[];
  readonly revision: string;
  readonly now: Instant;
}

const mostOldest = 15;

/** An open one that is shown. */
interface Shown {
  /** Place in the history. */
  readonly n: number;
  readonly id: string;
  readonly key: string;
  readonly severity: AgingSeverity;
  readonly status: { readonly id: string; readonly name: string };
  readonly assignee: string | null;
  readonly days: number;
  readonly statusDays: number;
  readonly rank: number | null;
  /** Milliseconds beyond the p85 of its severity; null where too few are closed. */
  readonly beyond: number | null;
}

/** The open ones of a choice, the oldest first. */
export function shownOf(standing: Standing, { severity, ofRelease }: Choice): Shown[] {
  const { history, aged, group } = standing;
  const shown: Shown[] = [];
  aged.open.forEach((n, place) => {
    const row = history.rows[n];
    const own = severityAt(standing, n);
    if (row === undefined || (ofRelease !== null && !ofRelease.has(row.id)) || (severity !== null && own !== severity)) return;
    const p85 = aged.references[group[n] ?? 0]?.p85 ?? null;
    const age = aged.age[place] ?? 0;
    shown.push({
      n,
      id: row.id,
      key: row.key,
      severity: own,
      status: statusAt(standing, n),
      assignee: row.assignee,
      days: inDays(age),
      statusDays: inDays(aged.ageInStatus[place] ?? 0),
      rank: ofHundred(aged.rank[place]),
      beyond: p85 === null ? null : Math.max(0, age - p85),
    });
  });
  return shown;
}

/** Ids of those whose summaries the view needs. */
export function oldestIds(shown: readonly Shown[]): string[] {
  return shown.slice(0, mostOldest).map(({ id }) => id);
}

export function agingView(facts: AgingFacts, shown: readonly Shown[]): AgingView {
  const { project, standing, base, choice, releases, revision, now } = facts;
  const { history } = standing;
  const columns = columnsOf(facts, shown);
  const places = new Map(columns.map(({ key }, place) => [key, place]));
  const figures = figuresOf(shown);
  return {
    ...{ now, revision, project: { id: project.id, key: project.key, name: project.name }, store: storeState(project, now) },
    ...{ day: base.day, at: base.at, firstDay: facts.firstDay, today: now.slice(0, 10) },
    sentence: sentenceOf({
      ...{ base, windowDays, ...figures, isFiltered: choice.severity !== null || choice.release !== null },
      oldest: namedOf(worstOldest(shown)),
    }),
    first: firstOf(shown),
    ...{ windowDays, least: leastClosed, ...figures },
    severities: severitiesOf(standing, shown, choice),
    all: allReference(standing, choice),
    columns,
    dots: {
      ids: shown.map(({ id }) => id),
      keys: shown.map(({ key }) => key),
      severity: shown.map(({ severity }) => severity),
      column: shown.map((one) => places.get(columnKey(one, choice.by)) ?? 0),
      days: shown.map(({ days }) => days),
      statusDays: shown.map(({ statusDays }) => statusDays),
      rank: shown.map(({ rank }) => rank),
    },
    oldest: shown.slice(0, mostOldest).map(({ n, id, key, severity, status, assignee, days, statusDays, rank }) => ({
      ...{ id, key, summary: facts.summaries.get(id) ?? '', severity: severity === 'none' ? null : severity },
      ...{ status: status.name, assignee, days, statusDays, rank, open: history.rows[n]?.open === true },
    })),
    releases: releases
      .filter(({ id, released, archived }) => (!released && !archived) || id === choice.release)
      .map(({ id, name }) => ({ id, name })),
    hidden: history.hidden,
  };
}

function figuresOf(shown: readonly Shown[]): Pick<AgingView, 'open' | 'late' | 'exposureDays' | 'unranked'> {
  let [late, unranked, sum] = [0, 0, 0];
  for (const { beyond } of shown) {
    if (beyond === null) unranked += 1;
    else if (beyond > 0) late += 1;
    sum += beyond ?? 0;
  }
  return { open: shown.length, late, unranked, exposureDays: Math.round(sum / day) };
}

function severitiesOf({ aged }: Standing, shown: readonly Shown[], { severity }: Choice): AgingView['severities'] {
  return agingSeverities.flatMap((name, place) => {
    if (severity !== null && name !== severity) return [];
    const { open, late, exposureDays } = figuresOf(shown.filter((one) => one.severity === name));
    const reference = referenceView(aged.references[place]);
    return open + reference.restsOn === 0 ? [] : [{ ...reference, severity: name, open, late, exposureDays }];
  });
}

/** Closed ones of the severities shown as one group. */
function allReference({ history, at, then, aged }: Standing, { severity }: Choice): AgingView['all'] {
  if (severity !== null) return referenceView(aged.references[agingSeverities.indexOf(severity)]);
  const one = { group: new Uint16Array(history.rows.length), groups: 1 };
  const facts = { created: history.created, resolved: then.ended, inStatusSince: then.inStatusSince, ...one };
  return referenceView(aging(facts, at, windowDays, leastClosed).references[0]);
}

function columnKey({ status, severity }: Shown, by: Choice['by']): string {
  return by === 'status' ? status.id : severity;
}

function columnsOf({ project, standing, base, choice, defectTypes }: AgingFacts, shown: readonly Shown[]): AgingView['columns'] {
  const counts = new Map<string, number>();
  for (const one of shown) counts.set(columnKey(one, choice.by), (counts.get(columnKey(one, choice.by)) ?? 0) + 1);
  const isHeld = (key: string) => counts.has(key);
  const group = choice.severity === null ? null : agingSeverities.indexOf(choice.severity);
  const columns = choice.by === 'status' ? statusColumns(standing, isHeld, group) : severityColumns(standing, isHeld);
  return columns
    .filter(({ key }) => choice.by === 'status' || choice.severity === null || key === choice.severity)
    .map(({ key, name, pace }) => ({
      ...{ key, name, open: counts.get(key) ?? 0, pace: referenceView(pace) },
      jql: base.isToday ? columnJql({ projectKey: project.key, defectTypes, ...choice, column: key }) : null,
    }));
}

function firstOf(shown: readonly Shown[]): AgingView['first'] {
  const late = shown.filter(({ beyond }) => beyond !== null && beyond > 0);
  const first = worstOldest(late.length > 0 ? late : shown);
  return first === null ? null : { key: first.key, because: whyFirst(namedFrom(first), first.rank, first.assignee !== null) };
}

/** The oldest of the worst severity. @param shown the oldest first */
function worstOldest(shown: readonly Shown[]): Shown | null {
  for (const severity of agingSeverities) {
    const oldest = shown.find((one) => one.severity === severity);
    if (oldest !== undefined) return oldest;
  }
  return null;
}

function namedOf(one: Shown | null) {
  return one === null ? null : namedFrom(one);
}

function namedFrom({ key, severity, status, days, statusDays }: Shown) {
  return { key, severity, status: status.name, days, statusDays };
}
