import { assessScope, chooseUnit, sizesOf, usualSizes } from '../../analytics';
import type { Estimated, Scope, ScopeFacts, ScopeIssue, ScopeUnit } from '../../analytics';
import { doneCategory } from '../../defects';
import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { dayNumberOf, endOfDate, workingDaysBetween } from '../../governance';
import type { Calendar } from '../../governance';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { windowDays } from './jql';
import type { FoundWork, ScopeReading } from './reading';

/** Everything that the scope of a release is made of. */
export interface ScopeSources {
  readonly version: StoredVersion;
  /** Releases that are due before it. */
  readonly earlier: readonly StoredVersion[];
  /** Defects of the release that the viewer may see, open or not. */
  readonly defects: readonly StoredDefect[];
  /** Their scores by id; those without one are missing. */
  readonly scores: ReadonlyMap<string, number>;
  readonly reading: ScopeReading;
  readonly wanted: ScopeUnit | 'auto';
  /** Of the release, 0 to 1. */
  readonly share: number;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** An issue that is planned and not done, as people see it. */
export interface PlannedIssue extends ScopeIssue {
  readonly key: string;
  readonly summary: string;
  readonly workType: string;
  readonly status: string;
  readonly severity: Severity | null;
  readonly securityLevel: string | null;
  readonly valueFrom: string;
  readonly sizeKnown: boolean;
  /** Why it has to stay; null where it may leave. */
  readonly stays: string | null;
}

export interface ScopeModel {
  readonly unit: ScopeUnit;
  /** The most valuable first. */
  readonly planned: readonly PlannedIssue[];
  readonly facts: ScopeFacts;
  readonly scope: Scope;
  /** Sizes that stand for a missing estimate. */
  readonly usual: Readonly<Record<'feature' | 'defect', number>>;
}

/** Works the scope of a release out of what Jira and the store tell. */
export function scopeModel(sources: ScopeSources): ScopeModel {
  const { reading, defects, share } = sources;
  const { sized } = reading;
  const estimates = new Map(sized?.defects.items.map((work) => [work.id, work]));
  const known = [...reading.features.items, ...(sized === null ? [] : [...sized.defects.items, ...sized.finished.items])];
  const unit = sized === null ? 'issues' : chooseUnit(sources.wanted, known);
  const usual = usualSizes(known, unit);
  const features = plannedFeatures(reading, known, unit);
  const estimatesOf = defects.map((defect): Estimated => estimates.get(defect.id) ?? unknown);
  const defectSizes = sizesOf(estimatesOf, known, unit);
  const placed = defects.map((defect, n) => ({ defect, ...(defectSizes[n] ?? { size: 1, known: false }) }));
  const open = placed.filter(({ defect }) => defect.open).map((one) => plannedDefect(one, sources.scores));
  const planned = [...features, ...open].sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  const facts: ScopeFacts = {
    issues: [
      ...planned,
      ...doneFeatures(reading, known, unit),
      ...placed
        .filter(({ defect }) => !defect.open)
        .map(({ defect, size }) => ({ ...done, id: defect.id, kind: 'defect', size }) as const),
    ],
    pace: paceOf(sources, known, unit),
    daysLeft: daysLeft(sources),
    taken: reading.earlier.items.length * meanSize(planned),
    share,
  };
  return { unit, planned, facts, scope: assessScope(facts), usual };
}

const unknown: Estimated = { kind: 'defect', points: null, hours: null };
const done = { value: 0, done: true, started: false, mayLeave: false } as const;

function plannedFeatures({ features, priorities }: ScopeReading, known: readonly Estimated[], unit: ScopeUnit): PlannedIssue[] {
  const sizes = sizesOf(features.items, known, unit);
  return features.items.map(({ id, issue: { key, fields } }, n) => ({
    ...{ id, key, kind: 'feature', summary: fields.summary, workType: fields.issuetype?.name ?? '', severity: null },
    ...{ status: fields.status?.name ?? '', started: isStarted(fields.status?.statusCategory.key), done: false },
    ...{ securityLevel: fields.security?.id ?? null, size: sizes[n]?.size ?? 1, sizeKnown: sizes[n]?.known === true },
    ...{ ...valueOfFeature(fields.priority ?? null, priorities), mayLeave: true, stays: null },
  }));
}

/** Work is under way in every status that is neither to do nor done. */
function isStarted(category: string | undefined): boolean {
  return category === 'indeterminate';
}

const middle = 50;

/** The middle of the step that its priority is on, 100 above the highest and 0 below the lowest: 90, 70, 50, 30 and 10 of five. */
function valueOfFeature(
  priority: { readonly id: string; readonly name: string } | null,
  priorities: readonly string[],
): Pick<PlannedIssue, 'value' | 'valueFrom'> {
  const place = priority === null ? -1 : priorities.indexOf(priority.id);
  if (priority === null || place < 0) return { value: middle, valueFrom: 'no priority' };
  return { value: stepOf(place, priorities.length), valueFrom: `priority ${priority.name}` };
}

function stepOf(place: number, steps: number): number {
  return Math.round((100 * (steps - place - 0.5)) / steps);
}

const severityPlaces: Readonly<Record<Severity, number>> = { S1: 0, S2: 1, S3: 2, S4: 3 };

function plannedDefect(
  { defect, size, known }: { readonly defect: StoredDefect; readonly size: number; readonly known: boolean },
  scores: ReadonlyMap<string, number>,
): PlannedIssue {
  const { id, key, summary, status, category, severity, securityLevel } = defect;
  const score = scores.get(id);
  const stays = staysBecause(severity);
  return {
    ...{ id, key, kind: 'defect', summary, workType: 'Defect', status, severity, securityLevel, size, sizeKnown: known },
    ...{ started: isStarted(category), done: category === doneCategory, mayLeave: stays === null, stays },
    ...(score === undefined
      ? { value: stepOf(severityPlaces[severity ?? 'S1'], 4), valueFrom: `${severity ?? 'no severity'}, no score yet` }
      : { value: score, valueFrom: 'score' }),
  };
}

/** What a gate would hold the release for does not become harmless by leaving it. */
function staysBecause(severity: Severity | null): string | null {
  if (severity === null) return 'Stays: counts as S1';
  return severity === 'S1' || severity === 'S2' ? `Stays: ${severity}` : null;
}

/** Done ones whose estimates were not read, as there are too many, are as large as usual. */
function doneFeatures({ doneFeatures: ids, sized }: ScopeReading, known: readonly FoundWork[], unit: ScopeUnit): ScopeIssue[] {
  const read = new Map(sized?.doneFeatures.items.map((work) => [work.id, work]));
  const estimates = ids.items.map((id): Estimated => read.get(id) ?? { ...unknown, kind: 'feature' });
  const sizes = sizesOf(estimates, known, unit);
  return ids.items.map((id, n) => ({ ...done, id, kind: 'feature', size: sizes[n]?.size ?? 1 }));
}

/** What was finished lately; where the estimates of the newest alone were read, the others are as large on average. */
function paceOf({ reading, calendar, now }: ScopeSources, known: readonly Estimated[], unit: ScopeUnit): ScopeFacts['pace'] {
  const count = reading.finished.items.length;
  const read = reading.sized?.finished.items ?? [];
  const size = sizesOf(read, known, unit).reduce((sum, one) => sum + one.size, 0);
  return {
    finished: unit === 'issues' || read.length === 0 ? count : (size / read.length) * count,
    workingDays: workingDaysBetween(calendar, plus(now, -windowDays * day), now),
  };
}

function daysLeft({ version, calendar, now }: ScopeSources): number | null {
  const date = version.releaseDate === null ? null : dayNumberOf(version.releaseDate);
  return date === null ? null : workingDaysBetween(calendar, now, endOfDate(calendar, date));
}

function meanSize(issues: readonly ScopeIssue[]): number {
  return issues.length === 0 ? 1 : issues.reduce((sum, { size }) => sum + size, 0) / issues.length;
}

/** In days: further away nobody believes a date. */
const furthest = 3 * 365;

/** The calendar day around which everything that is planned would be done at this pace; null where nobody can say, or too far away. */
export function doneAround({ facts: { pace, taken }, scope: { planned } }: ScopeModel, now: Instant): string | null {
  const days = ((planned.feature.size + planned.defect.size + taken) / pace.finished) * windowDays;
  return days <= furthest ? plus(now, Math.ceil(days) * day).slice(0, 10) : null;
}

/** The same scope without issues that have left it. */
export function withoutIssues({ facts }: ScopeModel, gone: ReadonlySet<string>): Scope {
  return assessScope({ ...facts, issues: facts.issues.filter(({ id }) => !gone.has(id)) });
}
