import { alternativesTo } from '../../analytics';
import type { Alternative, Leaving, Scope } from '../../analytics';
import type { ScopeRow, ScopeView } from '../../contracts/scope';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import type { Instant } from '../../kernel/instant';
import { storeState } from '../store-state';
import { versionView } from '../version-view';
import { earlierJql, finishedJql, releaseJql, windowDays } from './jql';
import { doneAround } from './model';
import type { PlannedIssue, ScopeModel, ScopeSources } from './model';
import { mostFeatures } from './reading';
import { counted, onDay, scopeSentence, sized, unitBecause } from './words';

/** What a screen without a scope shows. */
export interface BareFacts {
  readonly project: StoredProject;
  readonly versions: readonly StoredVersion[];
  readonly version: StoredVersion | null;
  readonly now: Instant;
}

const nothing = { count: 0, size: 0, jql: null } as const;

/** Where there is nothing to compare: no release, one that is out, or a project that has not been read. */
export function bareView(facts: BareFacts, state: 'no-release' | 'released' | 'not-read'): ScopeView {
  const { project, versions, version, now } = facts;
  const name = version?.name ?? '';
  const sentences = {
    'no-release': 'No release is planned: create a version in Jira, and its scope stands here.',
    released: `${name} is out: there is nothing left to plan.`,
    'not-read': `${name}: its scope comes once all of the project has been read.`,
  };
  const coming = versions.filter(({ released, archived }) => !released && !archived);
  return {
    ...{ now, project: { id: project.id, key: project.key, name: project.name }, store: storeState(project, now) },
    ...{ version: version === null ? null : versionView(version), versions: coming.map(versionView) },
    ...{ state, sentence: sentences[state], unit: 'issues', unitBecause: '', capacity: null, budget: null, excess: 0 },
    ...{ planned: { feature: nothing, defect: nothing }, done: { feature: nothing, defect: nothing } },
    ...{ leaving: null, alternatives: [], rows: [], hidden: 0, cut: [], restsOn: [] },
    targets: targetsOf(coming, version),
  };
}

/** What comes after the release first, then what comes before it. */
function targetsOf(coming: readonly StoredVersion[], version: StoredVersion | null): ScopeView['targets'] {
  const at = coming.findIndex(({ id }) => id === version?.id);
  return [...coming.slice(at + 1), ...coming.slice(0, Math.max(0, at))].map(({ id, name }) => ({ id, name }));
}

export interface ScopeViewFacts extends BareFacts {
  readonly version: StoredVersion;
  readonly sources: ScopeSources;
  readonly model: ScopeModel;
  /** Defects of the release that the viewer may not see. */
  readonly hidden: number;
}

/** The scope of a release that is still to come. */
export function scopeView(facts: ScopeViewFacts): ScopeView {
  const { version, sources, model, hidden, now } = facts;
  const { scope, unit } = model;
  const { types } = sources.reading;
  const jql = (kind: 'features' | 'defects', done: boolean) => releaseJql(types, kind, version.id, done);
  const { budget } = scope;
  return {
    ...bareView(facts, 'not-read'),
    state: scope.state,
    sentence: scopeSentence(scope, {
      name: version.name,
      releaseDate: version.releaseDate,
      unit,
      around: doneAround(model, now),
      now,
    }),
    ...{ unit, unitBecause: unitBecause(unit, sources.wanted), capacity: capacityView(facts, scope) },
    planned: {
      feature: { ...scope.planned.feature, jql: jql('features', false) },
      defect: { ...scope.planned.defect, jql: jql('defects', false) },
    },
    done: {
      feature: { ...scope.done.feature, jql: jql('features', true) },
      defect: { ...scope.done.defect, jql: jql('defects', true) },
    },
    budget: budget === null ? null : { share: Math.round(sources.share * 100), ...budget },
    excess: scope.excess,
    leaving: scope.leaving === null ? null : leavingView(scope.leaving),
    alternatives: alternativesTo(scope, model.planned).map(alternativeView),
    rows: model.planned.map(rowOf),
    ...{ hidden, cut: cut(sources), restsOn: restsOn(facts) },
  };
}

function capacityView({ sources, model, version }: ScopeViewFacts, { capacity }: Scope): ScopeView['capacity'] {
  const { pace, daysLeft, taken } = model.facts;
  if (capacity === null) return null;
  const { reading, earlier } = sources;
  return {
    size: capacity,
    perWeek: (pace.finished / pace.workingDays) * 5,
    daysLeft: daysLeft ?? 0,
    finished: { count: reading.finished.items.length, size: pace.finished, jql: finishedJql(reading.types) },
    inDays: pace.workingDays,
    taken: {
      ...{ count: reading.earlier.items.length, size: taken },
      jql: earlierJql(
        reading.types,
        earlier.map(({ id }) => id),
        version.id,
      ),
    },
  };
}

function leavingView({ ids, size, value, smallest, short }: Leaving): NonNullable<ScopeView['leaving']> {
  return { ids: [...ids], size, value, smallest, short };
}

const titles: Readonly<Record<Alternative['kind'], string>> = {
  fewest: 'As few issues as possible',
  features: 'Features alone',
  next: 'The next in value',
};

function alternativeView({ kind, leaving }: Alternative): ScopeView['alternatives'][number] {
  return { kind, title: titles[kind], ...leavingView(leaving) };
}

function rowOf(issue: PlannedIssue): ScopeRow {
  const { id, key, summary, kind, workType, status, started, severity, value, valueFrom, size, sizeKnown, stays } = issue;
  return { id, key, summary, kind, workType, status, started, severity, value, valueFrom, size, sizeKnown, stays };
}

function cut({ reading: { features, doneFeatures, finished, sized: read } }: ScopeSources): string[] {
  return [
    ...(features.isCut ? [`Only the first ${mostFeatures} features are read: what is planned is more than is shown here.`] : []),
    ...(doneFeatures.isCut || finished.isCut ? ['Of what is done, 5,000 issues are counted; there are more.'] : []),
    ...(read !== null && (read.finished.isCut || read.doneFeatures.isCut || read.defects.isCut)
      ? ['Estimates of the newest 500 are read; the others count as large as those are on average.']
      : []),
  ];
}

/** Below this, what lies ahead hangs on single issues. */
const few = 10;

function restsOn({ sources, model, hidden, version, now }: ScopeViewFacts): string[] {
  const { unit, facts, scope, usual, planned } = model;
  const { reading, calendar, earlier } = sources;
  const finished = reading.finished.items.length;
  const unsized = planned.filter(({ sizeKnown }) => !sizeKnown);
  const days = (count: number) => counted(Math.round(count * 10) / 10, 'working day');
  const left = facts.daysLeft ?? 0;
  const end = version.releaseDate === null ? '' : onDay(version.releaseDate, now);
  return [
    ...(scope.capacity === null
      ? []
      : [
          `${counted(finished)} were finished in the last ${windowDays} days${unit === 'issues' ? '' : `, ${sized(facts.pace.finished, unit)} in all`}: ${sized((facts.pace.finished / facts.pace.workingDays) * 5, unit)} in five working days. Up to the end of ${end}, ${days(left)} ${left === 1 ? 'is' : 'are'} left by the calendar “${calendar.name}”.`,
        ]),
    ...(finished > 0 && finished < few ? ['So few were finished that this can be far off.'] : []),
    ...(facts.taken > 0
      ? [
          `${counted(reading.earlier.items.length)} of ${names(earlier)}, due earlier, ${reading.earlier.items.length === 1 ? 'comes' : 'come'} first and ${reading.earlier.items.length === 1 ? 'takes' : 'take'} ${sized(facts.taken, unit)}.`,
        ]
      : []),
    ...(unsized.length > 0
      ? [
          `${counted(unsized.length)} without an estimate ${unsized.length === 1 ? 'counts' : 'count'} as large as usual: a feature ${sized(usual.feature, unit)}, a defect ${sized(usual.defect, unit)}, the median of their kind.`,
        ]
      : []),
    'All that the project finishes is counted for this release; work for other releases, or for none, takes from it.',
    ...(hidden > 0
      ? [`${counted(hidden, 'defect')} of the release that you may not see ${hidden === 1 ? 'is' : 'are'} not counted.`]
      : []),
  ];
}

function names(versions: readonly StoredVersion[]): string {
  const all = versions.map(({ name }) => name);
  return all.length <= 3 ? all.join(', ') : `${all.length} releases`;
}
