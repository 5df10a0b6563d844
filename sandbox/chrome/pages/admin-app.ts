import { moduleOfType } from '../app-modules';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import { layout } from '../layout';
import { moduleFrame } from '../module-frame';
import type { PageContext } from '../page-context';
import { appSlug } from '../parts';
import { isAdmin } from '../permissions';
import { settingsSidebar } from '../project-sidebar';
import { needsAdmin, notFound } from './refusal-page';

/** `/settings/apps/holdpoint`: the app's `jira:adminPage`, for administrators. */
export async function adminAppPage(context: PageContext): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const module = moduleOfType(context.parts.forge, 'jira:adminPage');
  if (module === undefined) return notFound(context, 'manifest.yml declares no jira:adminPage.');
  const frame = moduleFrame({
    module,
    place: { moduleKey: module.key },
    origin: context.exchange.origin,
    minHeight: 'fill',
    base: `/settings/apps/${appSlug}`,
  });
  const content = html`<h1 class="visually-hidden">${module.title}</h1>
    ${frame}`;
  return htmlAnswer(layout(context, { title: `${module.title} - Settings`, sidebar: settingsSidebar(context), content }));
}
