import { chooseUnit } from '../../analytics';
import type { Estimated, ScopeKind, ScopeUnit } from '../../analytics';
import { isNamed } from '../../defects';
import { justMovedFrom } from '../../defects/shell';
import type { Instant } from '../../kernel/instant';
import { idsForViewer, ok, plannedNow, prioritiesInOrder, searchAsViewer, workTypesForViewer } from '../../platform/jira';
import type { Found, FoundIssue, JiraOutcome } from '../../platform/jira';
import { earlierJql, finishedJql, releaseJql } from './jql';
import type { CountedTypes } from './jql';
import { estimateOf, pointsFieldIds } from './size-fields';

/** So many are read, each for a point of Jira's budget; the screen says where there are more. */
export const mostFeatures = 300;
const mostSized = 500;

/** A feature, or what is known of a defect beside what the store has. */
export interface FoundWork extends Estimated {
  readonly id: string;
  readonly issue: FoundIssue;
}

/** What Jira tells the person at the screen of a release. */
export interface ScopeReading {
  readonly types: CountedTypes;
  /** Ids of priorities, the highest first. */
  readonly priorities: readonly string[];
  /** Open features of the release. */
  readonly features: Found<FoundWork>;
  /** Ids of its features that are done, of what the project finished lately, and of what is open of earlier releases. */
  readonly doneFeatures: Found<string>;
  readonly finished: Found<string>;
  readonly earlier: Found<string>;
  /** Issues that left the release moments ago: the store may still have them in it. */
  readonly left: ReadonlySet<string>;
  /** Estimates of done features, of defects of the release, and of the newest finished ones; null where nothing is estimated. */
  readonly sized: {
    readonly doneFeatures: Found<FoundWork>;
    readonly defects: Found<FoundWork>;
    readonly finished: Found<FoundWork>;
  } | null;
}

export interface Asked {
  readonly projectId: string;
  readonly versionId: string;
  /** Ids of releases that are due before. */
  readonly earlier: readonly string[];
  readonly defectTypes: readonly string[];
  readonly releaseTypes: readonly string[];
  readonly unit: ScopeUnit | 'auto';
  readonly now: Instant;
}

/**
 * Reads as the person at the screen: features of the release whole, everything else as ids, which cost next to nothing. Only where
 * features have estimates, or somebody wants them counted, the estimates of what else counts are read too.
 */
export async function readScope(asked: Asked): Promise<JiraOutcome<ScopeReading>> {
  const { versionId } = asked;
  const [types, points, priorities] = await Promise.all([countedTypes(asked), pointsFieldIds(asked.now), prioritiesInOrder()]);
  if (types.kind !== 'ok') return types;
  if (points.kind !== 'ok') return points;
  if (priorities.kind !== 'ok') return priorities;
  const search = (jql: string | null, kind: Kind, most: number) => found(jql, kind, points.value, most);
  const own = (kind: 'features' | 'defects', done: boolean) => releaseJql(types.value, kind, versionId, done);
  const [features, doneFeatures, finished, earlier] = await Promise.all([
    search(own('features', false), 'feature', mostFeatures),
    ids(own('features', true)),
    ids(finishedJql(types.value)),
    ids(earlierJql(types.value, asked.earlier, versionId)),
  ]);
  if (features.kind !== 'ok') return features;
  if (doneFeatures.kind !== 'ok') return doneFeatures;
  if (finished.kind !== 'ok') return finished;
  if (earlier.kind !== 'ok') return earlier;
  const left = await leftJustNow(versionId);
  if (left.kind !== 'ok') return left;
  const here = features.value.items.filter(({ id }) => !left.value.has(id));
  const read = {
    ...{ types: types.value, priorities: priorities.value, features: { ...features.value, items: here } },
    ...{ doneFeatures: doneFeatures.value, finished: finished.value, earlier: earlier.value, left: left.value },
  };
  if (chooseUnit(asked.unit, here) === 'issues') return ok({ ...read, sized: null });
  const isDefect = new Set(types.value.defects);
  const kindOf: Kind = ({ fields }) => (isDefect.has(fields.issuetype?.id ?? '') ? 'defect' : 'feature');
  const [ended, defects, lately] = await Promise.all([
    search(own('features', true), 'feature', mostSized),
    search(releaseOf(types.value, versionId), 'defect', mostSized),
    search(finishedJql(types.value), kindOf, mostSized),
  ]);
  if (ended.kind !== 'ok') return ended;
  if (defects.kind !== 'ok') return defects;
  if (lately.kind !== 'ok') return lately;
  return ok({ ...read, sized: { doneFeatures: ended.value, defects: defects.value, finished: lately.value } });
}

/** The index behind a search lags a moment behind what was moved, and so does the store. */
async function leftJustNow(versionId: string): Promise<JiraOutcome<ReadonlySet<string>>> {
  const moved = await justMovedFrom(versionId);
  const planned = await plannedNow(moved, versionId);
  return planned.kind === 'ok' ? ok(new Set(moved.filter((id) => !planned.value.has(id)))) : planned;
}

type Kind = ScopeKind | ((issue: FoundIssue) => ScopeKind);
const nothing = { items: [], isCut: false } as const;

async function found(
  jql: string | null,
  kind: Kind,
  points: readonly string[],
  most: number,
): Promise<JiraOutcome<Found<FoundWork>>> {
  if (jql === null) return ok(nothing);
  const fields = ['summary', 'issuetype', 'status', 'priority', 'security', 'fixVersions', 'timeoriginalestimate', ...points];
  const answer = await searchAsViewer(jql, fields, most);
  if (answer.kind !== 'ok') return answer;
  const items = answer.value.items.map((issue) => ({
    ...{ id: issue.id, issue, kind: typeof kind === 'string' ? kind : kind(issue) },
    ...estimateOf(issue, points),
  }));
  return ok({ ...answer.value, items });
}

function ids(jql: string | null): Promise<JiraOutcome<Found<string>>> {
  return jql === null ? Promise.resolve(ok(nothing)) : idsForViewer(jql);
}

function releaseOf({ projectId, defects }: CountedTypes, versionId: string): string | null {
  return defects.length === 0
    ? null
    : `project = ${projectId} AND issuetype in (${defects.join(', ')}) AND fixVersion = ${versionId}`;
}

/** Features are all work types of the level on which work is planned that are neither defects nor release tickets. */
async function countedTypes({ projectId, defectTypes, releaseTypes }: Asked): Promise<JiraOutcome<CountedTypes>> {
  const types = await workTypesForViewer(projectId);
  if (types.kind !== 'ok') return types;
  const isPlanned = ({ subtask, hierarchyLevel }: (typeof types.value)[number]) =>
    subtask !== true && (hierarchyLevel ?? 0) === 0;
  const isDefect = ({ name }: { name: string }) => isNamed(defectTypes, name);
  return ok({
    projectId,
    defects: types.value.filter(isDefect).map(({ id }) => id),
    features: types.value
      .filter((type) => isPlanned(type) && !isDefect(type) && !isNamed(releaseTypes, type.name))
      .map(({ id }) => id),
  });
}
