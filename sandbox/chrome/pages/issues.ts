import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import type { Html } from '../html';
import { foundSchema, projectSchema } from '../jira-answers';
import { layout, refusal } from '../layout';
import { statusLozenge } from '../lozenge';
import type { PageContext } from '../page-context';
import { table } from '../table';
import { projectSidebar } from '../project-sidebar';
import { JiraRefusal } from '../viewer-jira';
import type { z } from 'zod';

type Found = z.infer<typeof foundSchema>;
const perPage = 50;
const columns = ['issuetype', 'summary', 'status', 'priority', 'assignee', 'fixVersions', 'updated', 'created'];

function row({ key, fields }: Found['issues'][number]): Html {
  const address = `/browse/${encodeURIComponent(key)}`;
  return html`<tr>
    <td>${fields.issuetype?.name}</td>
    <td class="cell-short"><a href="${address}">${key}</a></td>
    <td class="cell-wide"><a href="${address}">${fields.summary}</a></td>
    <td>${fields.status === undefined ? null : statusLozenge(fields.status)}</td>
    <td>${fields.priority?.name ?? 'None'}</td>
    <td>${fields.assignee?.displayName ?? 'Unassigned'}</td>
    <td>${(fields.fixVersions ?? []).map(({ name }) => name).join(', ')}</td>
  </tr>`;
}

const heads = ['Type', 'Key', 'Summary', 'Status', 'Priority', 'Assignee', 'Fix versions'];
const listed = ({ issues }: Found): Html => table('Work items', heads, issues.map(row));

async function search({ jira }: PageContext, jql: string, token: string | null): Promise<Found | JiraRefusal> {
  const query = new URLSearchParams({ jql, maxResults: String(perPage), fields: columns.join(',') });
  if (token !== null) query.set('nextPageToken', token);
  try {
    return await jira.read(foundSchema, `/rest/api/3/search/jql?${query.toString()}`);
  } catch (error) {
    if (error instanceof JiraRefusal) return error;
    throw error;
  }
}

function results(found: Found | JiraRefusal, address: URL): Html {
  if (found instanceof JiraRefusal) return refusal(found.sentences, 'jql-error');
  if (found.issues.length === 0) return html`<p>No work items match this search.</p>`;
  if (found.nextPageToken === null) return listed(found);
  const next = new URL(address);
  next.searchParams.set('token', found.nextPageToken);
  return html`${listed(found)}
    <p><a class="button" href="${next.pathname + next.search}">Next ${perPage}</a></p>`;
}

/** `/projects/<KEY>/issues?jql=`: a search with a JQL box. */
export async function issuesPage(context: PageContext, projectKey: string): Promise<Answer> {
  const project = await context.jira.read(projectSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
  const { searchParams } = context.exchange.url;
  const jql = searchParams.get('jql') ?? `project = ${project.key} ORDER BY created DESC`;
  const found = await search(context, jql, searchParams.get('token'));
  const content = html`<h1>Work items</h1>
    <form class="jql" method="get" role="search">
      <label for="jql">JQL</label>
      <input id="jql" name="jql" value="${jql}" spellcheck="false" autocapitalize="off" autocomplete="off" />
      <button class="button button--primary">Search</button>
    </form>
    ${results(found, context.exchange.url)}`;
  return htmlAnswer(
    layout(context, { title: `Work items - ${project.name}`, sidebar: projectSidebar(context, project), content }),
  );
}
