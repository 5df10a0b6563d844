import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import { projectPageSchema } from '../jira-answers';
import { layout } from '../layout';
import type { PageContext } from '../page-context';
import { table } from '../table';

/** `/projects`: those that the viewer may browse. */
export async function projectsPage(context: PageContext): Promise<Answer> {
  const { values } = await context.jira.read(projectPageSchema, '/rest/api/3/project/search');
  const rows = values.map(
    ({ key, name, simplified }) =>
      html`<tr>
        <td><a href="/projects/${encodeURIComponent(key)}/issues">${name}</a></td>
        <td>${key}</td>
        <td>${simplified ? 'Team-managed' : 'Company-managed'} software</td>
      </tr>`,
  );
  const empty = html`<p>${context.viewer.displayName} may browse no project.</p>`;
  return htmlAnswer(
    layout(context, {
      title: 'Projects',
      sidebar: null,
      content: html`<h1>Projects</h1>
        ${rows.length === 0 ? empty : table('Projects', ['Name', 'Key', 'Type'], rows)}`,
    }),
  );
}
