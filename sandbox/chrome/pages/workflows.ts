import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import type { Html } from '../html';
import { layout } from '../layout';
import type { PageContext } from '../page-context';
import { table } from '../table';
import { isAdmin } from '../permissions';
import { settingsSidebar } from '../project-sidebar';
import { moduleKeyOf, readWorkflows, rulesOf } from '../workflow-rules';
import type { FoundRule, TransitionAnswer, WorkflowAnswer, WorkflowsAnswer } from '../workflow-rules';
import { needsAdmin, notFound } from './refusal-page';

/** `/settings/workflows`. */
export async function workflowsPage(context: PageContext): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const { workflows } = await readWorkflows(context.jira, context.parts);
  const rows = workflows.map(
    (workflow) =>
      html`<tr>
        <td><a href="/settings/workflows/${encodeURIComponent(workflow.id)}">${workflow.name}</a></td>
        <td>${workflow.statuses.length}</td>
        <td>${rulesOf(workflow).length}</td>
      </tr>`,
  );
  const content = html`<h1>Workflows</h1>
    ${table('Workflows', ['Name', 'Statuses', 'Rules of the app'], rows)}`;
  return htmlAnswer(layout(context, { title: 'Workflows', sidebar: settingsSidebar(context), content }));
}

function moduleName({ parts }: PageContext, moduleKey: string): string {
  const named = parts.forge.uiModules.find((module) => module.key === moduleKey)?.manifest['name'];
  return typeof named === 'string' ? named : moduleKey;
}

/** The name that manifest.yml gives a rule. */
export const ruleName = (context: PageContext, { rule }: FoundRule): string => moduleName(context, moduleKeyOf(rule));

/** The app's rules for a transition; nothing can be hidden before an issue is there, so creating takes no conditions. */
function addForm(context: PageContext, transition: TransitionAnswer): Html {
  const types = transition.type === 'INITIAL' ? ['jira:workflowValidator'] : ['jira:workflowCondition', 'jira:workflowValidator'];
  const modules = context.parts.forge.uiModules.filter(({ type }) => types.includes(type));
  const keys = [...new Set(modules.map(({ key }) => key))];
  if (keys.length === 0) return html``;
  return html`<form class="form-buttons" method="post">
    <input type="hidden" name="action" value="add" />
    <input type="hidden" name="transition" value="${transition.id}" />
    <select name="module" aria-label="Rule for ${transition.name}">
      ${keys.map((key) => html`<option value="${key}">${moduleName(context, key)}</option>`)}
    </select>
    <button class="button button--subtle" type="submit" aria-label="Add rule to ${transition.name}">Add rule</button>
  </form>`;
}

function ruleItem(context: PageContext, found: FoundRule): Html {
  const { workflow, transition, rule, kind } = found;
  const name = `${ruleName(context, found)} on ${transition.name}`;
  return html`<li>
    <span class="lozenge">${kind === 'condition' ? 'Restrict' : 'Validate'}</span>
    <span>${ruleName(context, found)}</span> <code>${rule.parameters.config}</code>
    <a
      href="/settings/workflows/${encodeURIComponent(workflow.id)}/rules/${encodeURIComponent(rule.id)}"
      aria-label="Configure ${name}"
      >Configure</a
    >
    <form method="post">
      <input type="hidden" name="action" value="remove" />
      <input type="hidden" name="rule" value="${rule.id}" />
      <button class="button button--subtle" type="submit" aria-label="Remove ${name}">Remove</button>
    </form>
  </li>`;
}

function transitionSection(
  context: PageContext,
  { statuses }: WorkflowsAnswer,
  workflow: WorkflowAnswer,
  transition: TransitionAnswer,
): Html {
  const statusName = (id: string): string => statuses.find(({ statusReference }) => statusReference === id)?.name ?? id;
  const sources = transition.links.map(({ fromStatusReference }) => statusName(fromStatusReference));
  const from = transition.type === 'GLOBAL' ? 'Any status' : transition.type === 'INITIAL' ? 'Create' : sources.join(', ');
  const rules = rulesOf(workflow).filter((found) => found.transition.id === transition.id);
  return html`<section class="panel">
    <h2>${transition.name}</h2>
    <p class="subtle">${from} → ${statusName(transition.toStatusReference)}</p>
    ${
      rules.length === 0
        ? html`<p class="subtle">No rules of the app.</p>`
        : html`<ul class="links">
            ${rules.map((found) => ruleItem(context, found))}
          </ul>`
    }
    ${addForm(context, transition)}
  </section>`;
}

/** `/settings/workflows/<id>`: the transitions with the app's rules. */
export async function workflowPage(context: PageContext, id: string): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const answer = await readWorkflows(context.jira, context.parts, id);
  const [workflow] = answer.workflows;
  if (workflow === undefined) return notFound(context, `There is no workflow ${id}.`);
  const content = html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/settings/workflows">Workflows</a> / <span>${workflow.name}</span>
    </nav>
    <h1>${workflow.name}</h1>
    ${workflow.transitions.map((transition) => transitionSection(context, answer, workflow, transition))}`;
  return htmlAnswer(layout(context, { title: workflow.name, sidebar: settingsSidebar(context), content }));
}
