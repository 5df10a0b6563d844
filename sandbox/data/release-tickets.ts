import { ISSUE_TYPE, RELEASE_STATUS, RESOLUTION } from './catalogue';
import type { NameOf, Step } from './issue-changes';
import { takeStep } from './issue-changes';
import type { IssueDraft } from './new-issue';
import { newIssue } from './new-issue';
import { OPS, RHEA } from './people';
import { adfDocument, paragraph, text } from './reports/adf';
import { DAY, HOUR, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';
import { startOf } from './versions';

const to = (at: number, author: string, status: keyof typeof RELEASE_STATUS, resolution?: string | null): Step => ({
  at,
  author,
  changes: [
    { field: 'status', to: RELEASE_STATUS[status] },
    ...(resolution === undefined ? [] : [{ field: 'resolution', to: resolution } as const]),
  ],
});

/** The bad release: out on Thursday, rolled back on Friday, out again with a new build on the next Wednesday. */
export const rollbackOf = ({
  releaseAt,
}: PlannedVersion): { readonly at: number; readonly stagingAt: number; readonly againAt: number } => ({
  at: releaseAt + 19 * HOUR,
  stagingAt: releaseAt + 4 * DAY - 3 * HOUR,
  againAt: releaseAt + 6 * DAY - 4 * HOUR,
});

const releasedSteps = (version: PlannedVersion): Step[] => {
  const steps = [
    to(version.stabilisationAt, RHEA, 'inStabilisation'),
    to(version.releaseAt - (version.hotfix ? 2 : 5) * DAY, RHEA, 'inStaging'),
    to(version.releaseAt, RHEA, 'released', RESOLUTION.done),
  ];
  if (!version.bad) return steps;
  const { at, stagingAt, againAt } = rollbackOf(version);
  return [
    ...steps,
    to(at, OPS, 'inStabilisation', null),
    to(stagingAt, RHEA, 'inStaging'),
    to(againAt, RHEA, 'released', RESOLUTION.done),
  ];
};

const stepsOf = (version: PlannedVersion): Step[] => {
  if (version.version.released) return releasedSteps(version);
  const steps = version.stabilisationAt < SANDBOX_START_MS ? [to(version.stabilisationAt, RHEA, 'inStabilisation')] : [];
  // The hotfix is clean and has gone one stage further.
  if (version.hotfix) steps.push(to(SANDBOX_START_MS - 4 * DAY, RHEA, 'inStaging'));
  return steps;
};

const ticketOf = (version: PlannedVersion, name: NameOf): IssueDraft => {
  // The planned version's ticket was opened with the plan for the quarter.
  const created = Math.min(startOf(version) + HOUR, SANDBOX_START_MS - 18 * DAY);
  return {
    created,
    write: (place) => {
      const issue = newIssue(place, created, {
        issueTypeId: ISSUE_TYPE.release,
        summary: `Release ${version.version.name}`,
        description: adfDocument(
          paragraph(text(`${version.version.description}. Planned for ${version.version.releaseDate ?? 'later'}.`)),
        ),
        statusId: RELEASE_STATUS.planned,
        reporter: RHEA,
        assignee: RHEA,
        fixVersionIds: [version.version.id],
      });
      for (const step of stepsOf(version)) takeStep(issue, step, name);
      return issue;
    },
  };
};

/** One release ticket per version, each as far on its way as the version is. */
export const releaseTickets = (versions: readonly PlannedVersion[], name: NameOf): IssueDraft[] =>
  versions.map((version) => ticketOf(version, name));
