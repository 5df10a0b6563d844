import { redirect } from './exchange';
import type { Answer } from './exchange';
import type { PageContext } from './page-context';
import { adminAppPage } from './pages/admin-app';
import { appPage } from './pages/app-page';
import { changeDashboard, dashboardPage } from './pages/dashboard';
import { createIssuePage, createIssue } from './pages/create-issue';
import { changeIssue } from './pages/issue-actions';
import { issuePage } from './pages/issue';
import { issuesPage } from './pages/issues';
import { projectsPage } from './pages/projects';
import { releasesPage } from './pages/releases';
import { rulePage } from './pages/workflow-rule';
import { changeWorkflow } from './pages/workflow-actions';
import { workflowPage, workflowsPage } from './pages/workflows';
import { appBase } from './project-sidebar';

type Show = (context: PageContext, ...found: readonly string[]) => Promise<Answer> | Answer;
interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  readonly show: Show;
}

const get = (pattern: RegExp, show: Show): Route => ({ method: 'GET', pattern, show });
const post = (pattern: RegExp, show: Show): Route => ({ method: 'POST', pattern, show });

/** Jira's search over all projects; the sandbox shows it beside the project that a newcomer sees first. */
const search: Show = ({ parts, exchange }) =>
  redirect(`/projects/${encodeURIComponent(parts.seed.homeProjectKey)}/issues${exchange.url.search}`);

/** Jira-like addresses of the pages. */
export const routes: readonly Route[] = [
  get(/^\/$/, ({ parts }) => redirect(appBase(parts.seed.homeProjectKey))),
  get(/^\/projects\/?$/, projectsPage),
  get(/^\/projects\/([^/]+)\/?$/, (_context, key = '') => redirect(`/projects/${encodeURIComponent(key)}/issues`)),
  get(/^\/projects\/([^/]+)\/issues\/?$/, (context, key = '') => issuesPage(context, key)),
  get(/^\/projects\/([^/]+)\/releases\/?$/, (context, key = '') => releasesPage(context, key)),
  get(/^\/projects\/([^/]+)\/create\/?$/, (context, key = '') => createIssuePage(context, key)),
  post(/^\/projects\/([^/]+)\/create\/?$/, (context, key = '') => createIssue(context, key)),
  get(/^\/projects\/([^/]+)\/apps\/holdpoint(?:\/.*)?$/, (context, key = '') => appPage(context, key)),
  // Where Jira itself has a project page of an app: /jira/software/c/projects/KEY/apps/APP/ENVIRONMENT/route
  get(/^\/jira\/[a-z/]+\/projects\/([^/]+)\/apps\/[^/]+\/[^/]+(\/.*)?$/, (_context, key = '', route = '') =>
    redirect(appBase(key) + route),
  ),
  get(/^\/dashboards\/?$/, dashboardPage),
  post(/^\/dashboards\/?$/, changeDashboard),
  get(/^\/issues\/?$/, search),
  get(/^\/browse\/([^/]+)\/?$/, (context, key = '') => issuePage(context, key, [])),
  post(/^\/browse\/([^/]+)\/?$/, (context, key = '') => changeIssue(context, key)),
  get(/^\/settings\/?$/, () => redirect('/settings/workflows')),
  get(/^\/settings\/apps\/holdpoint(?:\/.*)?$/, adminAppPage),
  get(/^\/settings\/workflows\/?$/, workflowsPage),
  get(/^\/settings\/workflows\/([^/]+)\/?$/, (context, id = '') => workflowPage(context, id)),
  post(/^\/settings\/workflows\/([^/]+)\/?$/, (context, id = '') => changeWorkflow(context, id)),
  get(/^\/settings\/workflows\/([^/]+)\/rules\/([^/]+)\/?$/, (context, id = '', ruleId = '') => rulePage(context, id, ruleId)),
];

/** The page for an address, or null where there is none. */
export function findRoute(method: string, pathname: string): ((context: PageContext) => Promise<Answer> | Answer) | null {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    const match = route.method === wanted ? route.pattern.exec(pathname) : null;
    if (match !== null) return (context) => route.show(context, ...match.slice(1).map((part) => decodeURIComponent(part ?? '')));
  }
  return null;
}
