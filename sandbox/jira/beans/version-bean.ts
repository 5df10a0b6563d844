import type { Site } from '../site/site';
import type { Version } from '../model';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A version in `fixVersions` and `versions` of an issue. */
export function versionInIssueBean(site: Site, version: Version): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/version/${version.id}`),
    id: version.id,
    description: version.description,
    name: version.name,
    archived: version.archived,
    released: version.released,
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
  };
}

/** A version of its own; `overdue` is for the date of the site's clock. */
export function versionBean(site: Site, version: Version): Record<string, unknown> {
  const { startDate, releaseDate } = version;
  const overdue = !version.released && releaseDate !== null && releaseDate < site.now().slice(0, 10);
  return {
    ...versionInIssueBean(site, version),
    ...(startDate === null ? {} : { startDate, userStartDate: userDate(startDate) }),
    ...(releaseDate === null ? {} : { overdue, userReleaseDate: userDate(releaseDate) }),
    projectId: Number(version.projectId),
  };
}

/** `2026-11-02` as Jira's default look `02/Nov/26`. */
function userDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${MONTHS[Number(month) - 1] ?? month}/${year.slice(2)}`;
}
