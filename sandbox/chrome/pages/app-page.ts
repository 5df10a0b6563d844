import { moduleOfType } from '../app-modules';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import { projectSchema } from '../jira-answers';
import { layout } from '../layout';
import { moduleFrame } from '../module-frame';
import type { PageContext } from '../page-context';
import { appBase, projectSidebar } from '../project-sidebar';
import { notFound } from './refusal-page';

/** `/projects/<KEY>/apps/holdpoint/<route>`: the app's `jira:projectPage`, which handles its routes itself. */
export async function appPage(context: PageContext, projectKey: string): Promise<Answer> {
  const module = moduleOfType(context.parts.forge, 'jira:projectPage');
  if (module === undefined) return notFound(context, 'manifest.yml declares no jira:projectPage.');
  const project = await context.jira.read(projectSchema, `/rest/api/3/project/${encodeURIComponent(projectKey)}`);
  const frame = moduleFrame({
    module,
    place: { moduleKey: module.key, projectKey: project.key },
    origin: context.exchange.origin,
    minHeight: 'fill',
    base: appBase(project.key),
  });
  const content = html`<h1 class="visually-hidden">${module.title}</h1>
    ${frame}`;
  return htmlAnswer(
    layout(context, { title: `${module.title} - ${project.name}`, sidebar: projectSidebar(context, project), content }),
  );
}
