import type { NotedDefectView, ReleaseNotesView } from '../../contracts/release-notes';
import type { StoredDefect, StoredProject, StoredVersion } from '../../defects/shell';
import { notesText, releaseNotes, slipsOf } from '../../triage';
import type { NotedDefect, PlannedSpan } from '../../triage';
import type { StoredDeferral } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';

export interface ReleaseNotesFacts {
  readonly project: StoredProject;
  readonly version: StoredVersion;
  /** Of the project. */
  readonly versions: readonly StoredVersion[];
  /** Those planned for the version and those deferred out of it, each once. */
  readonly defects: readonly StoredDefect[];
  readonly plannedIds: ReadonlySet<string>;
  /** That hold now. */
  readonly deferrals: readonly StoredDeferral[];
  readonly plans: ReadonlyMap<string, readonly PlannedSpan[]>;
  readonly access: Access;
}

export function releaseNotesView(facts: ReleaseNotesFacts): ReleaseNotesView {
  const { project, version, versions, defects, plannedIds, deferrals, plans, access } = facts;
  const deferred = new Map(deferrals.map((deferral) => [deferral.issueId, deferral]));
  const seen = defects.filter(({ securityLevel }) => maySee(access, securityLevel));
  const notes = releaseNotes(
    seen.map(({ id, key, summary, severity, open }): NotedDefect => {
      const deferral = deferred.get(id);
      const isOut = deferral?.from.some((release) => release.id === version.id) === true;
      return {
        ...{ id, key, summary, severity, done: !open, planned: plannedIds.has(id), slips: slipsOf(plans.get(id) ?? []) },
        deferral: isOut ? { until: deferral.expiresAt, target: deferral.target.name, control: deferral.control } : null,
      };
    }),
  );
  const shown = ({ id, key, summary, severity, slips, deferral }: NotedDefect): NotedDefectView => ({
    ...{ id, key, summary, severity, slips, deferral },
  });
  return {
    fixed: notes.fixed.map(shown),
    known: notes.known.map(shown),
    left: notes.left.map(shown),
    text: notesText(`${project.name} ${version.name}`, notes),
    hidden: defects.length - seen.length,
    targets: versions
      .filter(({ id, released, archived }) => id !== version.id && !released && !archived)
      .sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || a.name.localeCompare(b.name, 'en', { numeric: true }))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Those without a date come last. */
const dateOf = ({ releaseDate }: StoredVersion) => releaseDate ?? '9999';
