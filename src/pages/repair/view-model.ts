import { logRank, medianTime, repairTimes, survival } from '../../analytics';
import type { Lifetimes, SurvivalStep } from '../../analytics';
import { everywhere } from '../../contracts/repair';
import type { RepairGroup, RepairIssuesView, RepairMeasure, RepairPart, RepairRange, RepairView } from '../../contracts/repair';
import { mostChartDefects } from '../../contracts/chart-defects';
import type { StoredProject } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { storeState } from '../store-state';
import { doraView } from './dora-view';
import { repairFacts } from './facts';
import type { RepairSources, Stamped } from './facts';
import { chanceWords, few, figure, lengthWords, measureWords } from './words';

export interface RepairChoice {
  readonly range: RepairRange;
  readonly one: string | null;
  readonly other: string | null;
}

export interface RepairPage extends RepairSources {
  readonly project: StoredProject;
  readonly revision: string;
  readonly now: Instant;
}

type Stage = Pick<RepairPage['stages'][number], 'key' | 'name'>;
const anywhere: Stage = { key: everywhere, name: 'all environments' };

/** What is looked at begins then, in milliseconds since 1970. */
function beginOf(range: RepairRange, now: number): number {
  return range === 'all' ? -Infinity : now - Number(range) * day;
}

export function repairView(page: RepairPage, choice: RepairChoice): RepairView {
  const { project, revision, history, stages, hiddenIncidents } = page;
  const now = Date.parse(page.now);
  const begin = beginOf(choice.range, now);
  const facts = repairFacts(page);
  const within = facts.stamped.filter(({ stamps: { detected } }) => detected >= begin && detected <= now);
  const inStage = (key: string | null) => within.filter((one) => isIn(one, key));
  const pair = pairOf(stages, choice, (key) => inStage(key).length > 0);
  const found = pair.map((stage) => ({ stage, all: inStage(stage.key) }));
  const groups = found.map(({ stage, all }) => groupOf(stage, all, now));
  const compared = compare(
    found.map(({ all }) => repairTimes(stampsIn(all), now).repair),
    pair,
  );
  return {
    ...{
      now: page.now,
      revision,
      project: { id: project.id, key: project.key, name: project.name },
      store: storeState(project, page.now),
    },
    sentence: sentenceOf(groups, choice.range, compared),
    first: firstOf(found, groups, now),
    ever: facts.stamped.length > 0,
    stages: [...stages, anywhere].map(({ key, name }) => ({ key, name, count: inStage(key).length })),
    ...{ one: pair[0]?.key ?? '', other: pair[1]?.key ?? pair[0]?.key ?? '', groups, comparison: compared },
    unplaced: inStage(null).length,
    contradicted: within.filter(({ stamps }) => stamps.contradicted).length,
    ...{ hidden: history.hidden, hiddenIncidents },
    dora: doraView(page, facts, { begin, now }),
  };
}

/** The issues of one environment behind the figures, those that lasted longest first. */
export function repairIssuesView(page: RepairPage, range: RepairRange, stage: string | null, part: RepairPart): RepairIssuesView {
  const now = Date.parse(page.now);
  const begin = beginOf(range, now);
  const wanted = repairFacts(page).stamped.filter(
    (one) => isIn(one, stage) && one.stamps.detected >= begin && one.stamps.detected <= now && isOf(part, one.stamps, now),
  );
  const longest = wanted.toSorted((a, b) => lasted(b, now) - lasted(a, now));
  const rows = longest.flatMap((one) => (one.kind === 'defect' ? [one.row] : []));
  const incidents = longest.flatMap((one) => (one.kind === 'incident' ? [one.incident] : []));
  const shown = rows.slice(0, mostChartDefects);
  return {
    ids: shown.map(({ id }) => id),
    total: rows.length,
    jql: shown.length === 0 ? null : `key in (${shown.map(({ key }) => key).join(', ')})`,
    incidents: incidents
      .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .slice(0, mostIncidents)
      .map(({ incident, title, startedAt, resolvedAt }) => ({ incident, title, startedAt, resolvedAt })),
  };
}

const mostIncidents = 100;

function isOf(part: RepairPart, { resolved, introduced }: Stamped['stamps'], now: number): boolean {
  switch (part) {
    case 'all':
      return true;
    case 'repaired':
      return resolved <= now;
    case 'open':
      return !(resolved <= now);
    case 'introduction-unknown':
      return Number.isNaN(introduced);
  }
}

function lasted({ stamps: { detected, resolved } }: Stamped, now: number): number {
  return (resolved <= now ? resolved : now) - detected;
}

/** @param key null for those of which nobody said where */
function isIn({ stamps }: Stamped, key: string | null): boolean {
  return key === everywhere || stamps.environment === key;
}

/**
 * What is chosen; of what is not, staging and production, or the last two that have a gate, or the last two. Where nothing was detected in
 * these, and elsewhere something was, all together.
 */
function pairOf(stages: RepairPage['stages'], { one, other }: RepairChoice, hasAny: (key: string) => boolean): Stage[] {
  const named = (key: string | null) => [...stages, anywhere].find((stage) => stage.key === key);
  const gated = stages.filter((stage) => stage.gated);
  const [before, last] = (gated.length > 1 ? gated : stages).slice(-2);
  const first = named(one) ?? named('staging') ?? before;
  const second = named(other) ?? named('production') ?? last ?? before;
  const pair = [...new Set([first, second])].flatMap((stage) => stage ?? []);
  const isChosen = named(one) !== undefined || named(other) !== undefined;
  return !isChosen && !pair.some(({ key }) => hasAny(key)) && hasAny(everywhere) ? [anywhere] : pair;
}

function stampsIn(all: readonly Stamped[]) {
  return all.map(({ stamps }) => stamps);
}

/** What was detected in one environment, and how long it took. */
export function groupOf({ key, name }: Stage, all: readonly Stamped[], now: number): RepairGroup {
  const times = repairTimes(stampsIn(all), now);
  const defects = all.filter(({ kind }) => kind === 'defect').length;
  const measure = (lifetimes: Lifetimes, verb: string, open: string): RepairMeasure => {
    const measured = medianTime(lifetimes.times, lifetimes.hasEnded);
    const { median, lower, upper, ended, censored } = measured;
    return {
      ...{ median: inDays(median), lower: inDays(lower), upper: inDays(upper), ended, open: censored },
      unknown: all.length - ended - censored,
      words: measureWords(measured, verb, open),
    };
  };
  const { times: lengths, hasEnded } = times.repair;
  return {
    ...{ stage: { key, name }, defects, incidents: all.length - defects },
    detect: measure(times.detect, 'detected', 'not yet'),
    acknowledge: measure(times.acknowledge, 'taken up', 'not yet'),
    repair: measure(times.repair, 'repaired', 'still open'),
    curve: thinned(survival(lengths, hasEnded)).map((step) => ({
      ...{ days: step.time / day, share: step.survival, lower: step.lower, upper: step.upper, atRisk: step.atRisk },
    })),
    until: lengths.reduce((most, length) => Math.max(most, length), 0) / day,
  };
}

function inDays(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / day;
}

const mostSteps = 300;

/** As many steps as a screen can show: each one that is left stands for those before it, so that every one of them is on the curve. */
function thinned(steps: readonly SurvivalStep[]): SurvivalStep[] {
  if (steps.length <= mostSteps) return [...steps];
  const last = steps.length - 1;
  return Array.from({ length: mostSteps }, (_, n) => steps[Math.round((n * last) / (mostSteps - 1))]).flatMap(
    (step) => step ?? [],
  );
}

const significant = 0.05;

function compare(groups: readonly Lifetimes[], stages: readonly Stage[]): RepairView['comparison'] {
  const [one, other] = groups;
  const [name, otherName] = stages.map((stage) => stage.name);
  if (one === undefined || other === undefined || name === undefined || otherName === undefined) return null;
  if (one.times.length === 0 || other.times.length === 0 || stages.includes(anywhere)) return null;
  const [ended, otherEnded] = [one, other].map(({ hasEnded }) => hasEnded.reduce((sum, n) => sum + n, 0));
  const test = logRank(one, other);
  if (test === null || Math.min(ended ?? 0, otherEnded ?? 0) < few) {
    const counts = `${figure(ended ?? 0)} in ${name}, ${figure(otherEnded ?? 0)} in ${otherName}`;
    return { sentence: `Too few are repaired to compare the two: ${counts}.`, p: null };
  }
  const { observed, expected, p } = test;
  if (p >= significant) {
    const chance = `one like this would come by chance ${chanceWords(p)}`;
    return { sentence: `No difference between ${name} and ${otherName} can be shown: ${chance}.`, p };
  }
  const [faster, slower] = observed > expected ? [name, otherName] : [otherName, name];
  return {
    sentence: `${faster} repairs faster than ${slower}; a difference like this would come by chance ${chanceWords(p)}.`,
    p,
  };
}

const rangeWords: Readonly<Record<RepairRange, string>> = {
  ...{ '30': 'in the last 30 days', '90': 'in the last 90 days', '180': 'in the last 180 days', '365': 'in the last year' },
  all: 'so far',
};

function sentenceOf(groups: readonly RepairGroup[], range: RepairRange, compared: RepairView['comparison']): string {
  const names = groups.map(({ stage }) => stage.name).join(' or ');
  if (groups.every(({ defects, incidents }) => defects + incidents === 0))
    return `Nothing was detected in ${names} ${rangeWords[range]}.`;
  const each = groups.map(({ stage, defects, incidents, repair }) =>
    defects + incidents === 0 ? `In ${stage.name} nothing was detected.` : `In ${stage.name} ${repair.words}.`,
  );
  return [...(compared === null ? [] : [compared.sentence]), ...each].join(' ');
}

/** The defect that has waited longest, where the repairs take longest. */
function firstOf(
  found: readonly { readonly stage: Stage; readonly all: readonly Stamped[] }[],
  groups: readonly RepairGroup[],
  now: number,
): RepairView['first'] {
  const open = found.flatMap(({ stage, all }, n) =>
    all.flatMap((one) => (one.kind === 'defect' && !(one.stamps.resolved <= now) ? [{ one, stage, group: groups[n] }] : [])),
  );
  const oldest = open.toSorted((a, b) => lasted(b.one, now) - lasted(a.one, now))[0];
  if (oldest === undefined) return null;
  const { one, stage, group } = oldest;
  const median = group?.repair.median ?? null;
  const since = `open for ${lengthWords(lasted(one, now))} in ${stage.name}`;
  const usual = median === null ? '' : `, where half are repaired within ${lengthWords(median * day)}`;
  return { key: one.row.key, because: `${since}${usual}` };
}
