import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import type { Told } from './messages';
import type { ReleaseFacts } from './occurrence';
import type { NotificationRule, Stream } from './rules';

/** What a message of a rule is about, and where it stands. */
export interface Subject {
  /** `release:<id>`, `issue:<id>` or `project:<id>`. */
  readonly key: string;
  /** Null where there is no issue to stand on: nobody can be told. */
  readonly issueId: string | null;
  /** Ids of the releases that it is about. */
  readonly releases: readonly string[];
}

/** The subjects under which a rule tells of an occurrence; none where it does not. */
export function subjectsOf(rule: NotificationRule, occurrence: Told): Subject[] {
  if (!rule.active || !rule.events.includes(occurrence.event) || !isBadEnough(rule.severity, occurrence.severity)) return [];
  const releases = occurrence.releases.filter((release) => isIn(rule.stream, release));
  if (releases.length === 0 && (rule.stream.kind !== 'any' || occurrence.releases.length > 0)) return [];
  const ids = releases.map(({ id }) => id);
  const { issueId } = occurrence;
  if (issueId !== null && (rule.place === 'issue' || releases.length === 0))
    return [{ key: `issue:${issueId}`, issueId, releases: ids }];
  if (releases.length === 0) return [{ key: `project:${occurrence.projectId}`, issueId: null, releases: [] }];
  return releases.map(({ id, ticketId }) => ({ key: `release:${id}`, issueId: ticketId, releases: [id] }));
}

function isBadEnough(least: Severity | null, severity: Severity | null): boolean {
  return least === null || severity === null || severities.indexOf(severity) <= severities.indexOf(least);
}

function isIn(stream: Stream, { released, deployments }: ReleaseFacts): boolean {
  if (stream.kind === 'any') return true;
  if (stream.kind === 'unreleased') return !released;
  return deployments.some(({ stage, state }) => stream.stages.includes(stage) && stream.states.includes(state));
}
