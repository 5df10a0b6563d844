import { closedTimes, percentile, referenceOf } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import type { AgingGrouping, AgingSeverity, AgingView, ServiceLevel } from '../../contracts/aging';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { storeState } from '../store-state';
import type { BaseDay } from './base-day';
import { columnsBy } from './columns';
import type { Column } from './columns';
import { columnJql } from './jql';
import { componentKeys } from './kinds';
import type { KindChoice, Kinds } from './kinds';
import { inDays, leastClosed, ofHundred, referenceView, severityAt, statusAt, windowDays } from './standing';
import type { Standing } from './standing';
import { sentenceOf, whyFirst } from './words';

/** Which open ones are shown. A choice of a work type or a component has narrowed the standing before. */
export interface Choice extends KindChoice {
  readonly severity: AgingSeverity | null;
  /** Id of the version. */
  readonly release: string | null;
  /** Ids of the defects that are planned for it; null where any are shown. */
  readonly ofRelease: ReadonlySet<string> | null;
  readonly by: AgingGrouping;
  readonly level: ServiceLevel | null;
}

export interface AgingFacts {
  readonly project: StoredProject;
  readonly standing: Standing;
  readonly kinds: Kinds;
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
  const { project, standing, base, kinds, choice, releases, revision, now } = facts;
  const { history, at } = standing;
  const columns = columnsOf(facts, shown);
  const dots = dotsOf(facts, shown, columns);
  const times = closedOf(standing, choice);
  const figures = figuresOf(shown);
  return {
    ...{ now, revision, project: { id: project.id, key: project.key, name: project.name }, store: storeState(project, now) },
    ...{ day: base.day, at: base.at, firstDay: facts.firstDay, today: now.slice(0, 10) },
    sentence: sentenceOf({
      ...{ base, windowDays, ...figures, isFiltered: isFiltered(choice) },
      oldest: namedOf(worstOldest(shown)),
    }),
    first: firstOf(shown),
    ...{ windowDays, least: leastClosed, ...figures },
    severities: severitiesOf(standing, shown, choice),
    all: referenceView(referenceOf(times, leastClosed)),
    level: choice.level === null ? null : levelOf(choice.level, times, shown),
    columns: columns.map((column, n) => columnView(facts, column, dots.filter((dot) => dot.column === n).length)),
    dots: {
      ids: dots.map(({ one }) => one.id),
      keys: dots.map(({ one }) => one.key),
      severity: dots.map(({ one }) => one.severity),
      column: dots.map(({ column }) => column),
      days: dots.map(({ one }) => one.days),
      statusDays: dots.map(({ one }) => one.statusDays),
      since: dots.map(({ one }) => Math.floor((history.created[one.n] ?? at) / day)),
      rank: dots.map(({ one }) => one.rank),
    },
    oldest: shown.slice(0, mostOldest).map(({ n, id, key, severity, status, assignee, days, statusDays, rank }) => ({
      ...{ id, key, summary: facts.summaries.get(id) ?? '', severity: severity === 'none' ? null : severity },
      ...{ status: status.name, assignee, days, statusDays, rank, open: history.rows[n]?.open === true },
    })),
    releases: releases
      .filter(({ id, released, archived }) => (!released && !archived) || id === choice.release)
      .map(({ id, name }) => ({ id, name })),
    ...{ types: [...kinds.types], components: [...kinds.components], hidden: history.hidden },
  };
}

function isFiltered({ severity, release, type, component }: Choice): boolean {
  return [severity, release, type, component].some((one) => one !== null);
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

/** How long closed ones of the severities shown took, in milliseconds, ascending. */
function closedOf({ history, at, then, group }: Standing, { severity }: Choice): Float64Array {
  const wanted = severity === null ? null : agingSeverities.indexOf(severity);
  const counts = group.map((own) => (wanted === null || own === wanted ? 0 : 1));
  const [times] = closedTimes({ created: history.created, resolved: then.ended, group: counts, groups: 1 }, at, windowDays);
  return times ?? new Float64Array();
}

function levelOf({ share, days }: ServiceLevel, times: Float64Array, shown: readonly Shown[]): NonNullable<AgingView['level']> {
  const reached = times.length < leastClosed ? null : percentile(times, share / 100);
  return {
    ...{ share, days, restsOn: times.length, met: times.filter((time) => time <= days * day).length },
    reached: reached === null ? null : inDays(reached),
    past: shown.filter((one) => one.days > days).length,
  };
}

function columnKeys({ id, status, severity }: Shown, { kinds, choice: { by } }: AgingFacts): readonly string[] {
  switch (by) {
    case 'status':
      return [status.id];
    case 'severity':
      return [severity];
    case 'type':
      return [kinds.typeOf.get(id) ?? ''];
    case 'component':
      return componentKeys(kinds, id);
  }
}

function columnsOf(facts: AgingFacts, shown: readonly Shown[]): Column[] {
  const { standing, kinds, choice } = facts;
  const counts = new Map<string, number>();
  for (const one of shown) for (const key of columnKeys(one, facts)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const group = choice.severity === null ? null : agingSeverities.indexOf(choice.severity);
  return columnsBy(choice.by, { standing, kinds, counts, group });
}

/** A defect in a column of the chart. */
interface Dot {
  readonly one: Shown;
  /** Place of the column. */
  readonly column: number;
}

function dotsOf(facts: AgingFacts, shown: readonly Shown[], columns: readonly Column[]): Dot[] {
  const places = new Map(columns.flatMap(({ keys }, place) => keys.map((key) => [key, place] as const)));
  return shown.flatMap((one) => {
    const own = columnKeys(one, facts).flatMap((key) => places.get(key) ?? []);
    return [...new Set(own)].map((column) => ({ one, column }));
  });
}

function columnView(facts: AgingFacts, { key, name, pace, keys }: Column, open: number): AgingView['columns'][number] {
  const { project, choice, base, defectTypes } = facts;
  return {
    ...{ key, name, open, pace: referenceView(pace) },
    jql: base.isToday ? columnJql({ projectKey: project.key, defectTypes, ...choice, keys }) : null,
  };
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
