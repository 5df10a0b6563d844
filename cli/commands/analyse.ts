import { parseArgs } from 'node:util';
import type { Calendar } from '../../src/governance/calendar';
import { Misuse } from '../command';
import type { Command } from '../command';

const help = `holdpoint analyse: what does the history of these issues say?

Usage
  holdpoint analyse EXPORT... [options]

Reads issues that were exported from Jira, and prints how long they took: lead
time and time to repair by severity, time in each status, the oldest open ones,
and how the backlog moved. Nothing is sent anywhere.

EXPORT is a file, or "-" for standard input; several files count as one export:
  JSON        search results of Jira's REST interface with the changelog, one or
              more pages, as they come
  JSON lines  an issue or a page on each line
  CSV         "Export CSV (all fields)" of Jira's issue search; it has no
              changelog, so statuses are known since the creation only

Options
  --at INSTANT      what was known then, e.g. 2026-11-02 (its first moment, UTC)
                    or 2026-11-02T09:00:00Z; default: the latest moment in the
                    export
  --severity FIELD  the field that tells the severity, e.g. customfield_10042;
                    in CSV the name of its column; default: priority
  --working-hours ZONE
                    also says working time, Monday to Friday from 9:00 to 17:00
                    in this time zone, e.g. Europe/Berlin: of each status, and
                    with --json of each lead time
  --json            every number, as one JSON document: issues with their status
                    spans and lead times, leadTime, statusTime, flow, aging,
                    repair, backlog, and notes
  --html FILE       also writes a page for a browser with the charts of the app:
                    backlog, aging, repair and flow, each point with its issues.
                    It is one file that asks nothing of any network, and holds
                    keys, summaries and names of assignees: share it as you would
                    the export. A file that is there is replaced
  --site URL        the Jira that issues of the page lead to, e.g.
                    https://example.atlassian.net; default: JIRA_BASE_URL, and
                    without both they are named and lead nowhere

What the figures depend on (a changelog that is cut, pages that are missing) is
said under "Mind", and on standard error with --json.
Exit code: 0 analysed, 1 the export cannot be read, 2 misuse, or the page cannot
be written.

Examples
  curl -su "$JIRA_EMAIL:$JIRA_API_TOKEN" -G "$JIRA_BASE_URL/rest/api/3/search/jql" \\
    --data-urlencode "jql=project = SHOP AND type = Bug" -d fields=*all \\
    -d expand=changelog -d maxResults=100 -o page-1.json
  holdpoint analyse page-*.json
  holdpoint analyse issues.json --json | jq '.aging.open[0]'
  holdpoint analyse page-*.json --severity customfield_10042 --html report.html
`;

const options = {
  at: { type: 'string' },
  severity: { type: 'string' },
  'working-hours': { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  site: { type: 'string' },
} as const;

export const analyse: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0) throw new Misuse('analyse needs at least one export.');
    const at = values.at === undefined ? null : momentOf(values.at);
    const severity = values.severity ?? 'priority';
    if (severity.trim() === '') throw new Misuse('--severity takes the name of a field, e.g. customfield_10042.');
    const calendar = values['working-hours'] === undefined ? null : await hoursIn(values['working-hours']);
    const page = values.html === undefined ? null : { path: pagePath(values.html), site: siteOf(values.site) };
    const { analyseFiles } = await import('../analyse/analyse-files');
    return analyseFiles(positionals, { at, severity, json: values.json === true, calendar, page });
  },
};

/** @throws Misuse where there is no such zone */
async function hoursIn(zone: string): Promise<Calendar> {
  const { isZone, officeHours } = await import('../../src/governance/calendar');
  if (!isZone(zone)) throw new Misuse(`--working-hours takes a time zone such as Europe/Berlin, not "${zone}".`);
  return officeHours(zone);
}

/** @throws Misuse where it names no file */
function pagePath(path: string): string {
  if (path.trim() === '' || path === '-') throw new Misuse('--html takes the name of a file, e.g. report.html.');
  return path;
}

/** @returns the address of the site without a slash at its end; null where nobody named one @throws Misuse where it is none */
function siteOf(option: string | undefined): string | null {
  const site = option ?? process.env['JIRA_BASE_URL'] ?? '';
  if (site === '') return null;
  const url = URL.canParse(site) ? new URL(site) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new Misuse('--site (or JIRA_BASE_URL) is not the address of a site, such as https://example.atlassian.net.');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** @returns milliseconds since 1970 @throws Misuse where it is no moment in UTC, or with its zone */
function momentOf(text: string): number {
  const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;
  const at = shape.test(text) ? Date.parse(text) : NaN;
  const isReal = !Number.isNaN(at) && new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10));
  if (!isReal) throw new Misuse(`--at takes a moment such as 2026-11-02 or 2026-11-02T09:00:00Z, not "${text}".`);
  return at;
}
