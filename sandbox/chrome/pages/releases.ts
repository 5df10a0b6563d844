import { z } from 'zod';
import { showDay } from '../dates';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html, link } from '../html';
import type { Html } from '../html';
import { projectSchema, relatedWorkSchema, unresolvedCountSchema, versionSchema } from '../jira-answers';
import type { VersionAnswer } from '../jira-answers';
import { layout } from '../layout';
import type { PageContext } from '../page-context';
import { table } from '../table';
import { appBase, projectSidebar } from '../project-sidebar';

function state({ released, archived, overdue }: VersionAnswer): Html {
  const [name, look] = archived
    ? ['Archived', '']
    : released
      ? ['Released', 'lozenge--done']
      : overdue
        ? ['Overdue', 'lozenge--bad']
        : ['Unreleased', 'lozenge--moving'];
  return html`<span class="lozenge ${look}">${name}</span>`;
}

function progress(counts: z.infer<typeof unresolvedCountSchema> | null): Html {
  if (counts === null) return html`<span class="subtle">Unknown</span>`;
  const { issuesCount, issuesUnresolvedCount } = counts;
  const done = issuesCount - issuesUnresolvedCount;
  const words = `${done} of ${issuesCount} done`;
  return html`<progress max="${Math.max(issuesCount, 1)}" value="${done}" aria-label="${words}"></progress>
    <small>${words}</small>`;
}

async function row({ jira }: PageContext, projectKey: string, version: VersionAnswer): Promise<Html> {
  const path = `/rest/api/3/version/${encodeURIComponent(version.id)}`;
  const [counts, related] = await Promise.all([
    jira.tryRead(unresolvedCountSchema, `${path}/unresolvedIssueCount`),
    jira.tryRead(relatedWorkSchema, `${path}/relatedwork`),
  ]);
  const jql = `project = ${projectKey} AND fixVersion = ${version.id}`;
  const links = (related ?? []).flatMap(({ title, category, url }) =>
    url === undefined ? [] : [html`<li>${link(url, title ?? category)}</li>`],
  );
  return html`<tr data-testid="version-${version.name}">
    <th scope="row">
      <a href="/projects/${encodeURIComponent(projectKey)}/issues?jql=${encodeURIComponent(jql)}">${version.name}</a>
    </th>
    <td>${state(version)}</td>
    <td class="cell-short">${progress(counts)}</td>
    <td class="cell-short">${version.startDate === undefined ? null : showDay(version.startDate)}</td>
    <td class="cell-short">${version.releaseDate === undefined ? null : showDay(version.releaseDate)}</td>
    <td class="cell-wide">${version.description}</td>
    <td>
      <ul class="links">
        ${links}
      </ul>
    </td>
    <td>
      <a href="${appBase(projectKey)}/readiness/${encodeURIComponent(version.id)}" aria-label="Readiness of ${version.name}"
        >Readiness</a
      >
    </td>
  </tr>`;
}

/** `/projects/<KEY>/releases`: the versions, newest first, with progress and their related work. */
export async function releasesPage(context: PageContext, key: string): Promise<Answer> {
  const path = `/rest/api/3/project/${encodeURIComponent(key)}`;
  const project = await context.jira.read(projectSchema, path);
  const versions = await context.jira.read(z.array(versionSchema), `${path}/versions`);
  const rows = await Promise.all([...versions].reverse().map((version) => row(context, project.key, version)));
  const heads = ['Version', 'Status', 'Progress', 'Start date', 'Release date', 'Description', 'Related work', 'Holdpoint'];
  const content = html`<h1>Releases</h1>
    ${rows.length === 0 ? html`<p>This project has no versions.</p>` : table('Releases', heads, rows)}`;
  return htmlAnswer(layout(context, { title: `Releases - ${project.name}`, sidebar: projectSidebar(context, project), content }));
}
