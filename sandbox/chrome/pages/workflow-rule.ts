import { findModule } from '../app-modules';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import { layout } from '../layout';
import { moduleFrame } from '../module-frame';
import type { PageContext } from '../page-context';
import { isAdmin } from '../permissions';
import { settingsSidebar } from '../project-sidebar';
import { findRule, moduleKeyOf } from '../workflow-rules';
import { needsAdmin, notFound } from './refusal-page';
import { ruleName } from './workflows';

/** `/settings/workflows/<id>/rules/<rule id>`: the rule's configuration page of the app (`edit.resource`) with Jira's Save. */
export async function rulePage(context: PageContext, workflowId: string, ruleId: string): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const found = await findRule(context.jira, context.parts, ruleId);
  if (found === null || found.workflow.id !== workflowId) return notFound(context, 'There is no such rule in this workflow.');
  const module = findModule(context.parts.forge, moduleKeyOf(found.rule), 'edit');
  if (module === undefined)
    return notFound(context, `manifest.yml declares no configuration page for ${moduleKeyOf(found.rule)}.`);
  const address = `/settings/workflows/${encodeURIComponent(workflowId)}`;
  const name = ruleName(context, found);
  const frame = moduleFrame({
    module: { ...module, title: name },
    place: { moduleKey: module.key, ruleId },
    origin: context.exchange.origin,
    minHeight: 120,
    base: null,
  });
  const content = html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/settings/workflows">Workflows</a> / <a href="${address}">${found.workflow.name}</a> /
      <span>${found.transition.name}</span>
    </nav>
    <h1>${name}</h1>
    ${frame}
    <p class="message message--error" role="alert" data-rule-message data-testid="rule-error" hidden></p>
    <div class="form-buttons">
      <button class="button button--primary" type="button" data-rule-save="${address}">Save</button>
      <a class="button button--subtle" href="${address}">Cancel</a>
    </div>`;
  return htmlAnswer(layout(context, { title: name, sidebar: settingsSidebar(context), content }));
}
