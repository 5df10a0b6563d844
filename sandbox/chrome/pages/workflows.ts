import type { Transition, Workflow } from '../../jira/model';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { html } from '../html';
import type { Html } from '../html';
import { layout } from '../layout';
import type { PageContext } from '../page-context';
import { table } from '../table';
import { isAdmin } from '../permissions';
import { settingsSidebar } from '../project-sidebar';
import { rulesOf, savedConfig } from '../workflow-rules';
import type { FoundRule } from '../workflow-rules';
import { needsAdmin, notFound } from './refusal-page';

/** `/settings/workflows`. */
export async function workflowsPage(context: PageContext): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const rows = context.parts.seed.workflows.map(
    (workflow) =>
      html`<tr>
        <td><a href="/settings/workflows/${encodeURIComponent(workflow.id)}">${workflow.name}</a></td>
        <td>${workflow.statusIds.length}</td>
        <td>${rulesOf(workflow).length}</td>
      </tr>`,
  );
  const content = html`<h1>Workflows</h1>
    ${table('Workflows', ['Name', 'Statuses', 'Rules of the app'], rows)}`;
  return htmlAnswer(layout(context, { title: 'Workflows', sidebar: settingsSidebar(context), content }));
}

/** The name that manifest.yml gives a rule. */
export function ruleName({ parts }: PageContext, { rule }: FoundRule): string {
  const named = parts.forge.uiModules.find((module) => module.key === rule.moduleKey)?.manifest['name'];
  return typeof named === 'string' ? named : rule.moduleKey;
}

function transitionSection(context: PageContext, workflow: Workflow, transition: Transition): Html {
  const statusName = (id: string): string => context.parts.seed.statuses.find((status) => status.id === id)?.name ?? id;
  const from = transition.from === '*' ? 'Any status' : transition.from.map(statusName).join(', ') || 'Create';
  const rules = rulesOf(workflow).filter((found) => found.transition.id === transition.id);
  const item = (found: FoundRule) =>
    html`<li>
      <span class="lozenge">${found.kind === 'condition' ? 'Restrict' : 'Validate'}</span>
      <span>${ruleName(context, found)}</span> <code>${savedConfig(context.parts, found.rule)}</code>
      <a
        href="/settings/workflows/${encodeURIComponent(workflow.id)}/rules/${encodeURIComponent(found.rule.id)}"
        aria-label="Configure ${ruleName(context, found)} on ${transition.name}"
        >Configure</a
      >
    </li>`;
  return html`<section class="panel">
    <h2>${transition.name}</h2>
    <p class="subtle">${from} → ${statusName(transition.to)}</p>
    ${
      rules.length === 0
        ? html`<p class="subtle">No rules of the app.</p>`
        : html`<ul class="links">
            ${rules.map(item)}
          </ul>`
    }
  </section>`;
}

/** `/settings/workflows/<id>`: the transitions with the app's rules. */
export async function workflowPage(context: PageContext, id: string): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const workflow = context.parts.seed.workflows.find((candidate) => candidate.id === id);
  if (workflow === undefined) return notFound(context, `There is no workflow ${id}.`);
  const content = html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/settings/workflows">Workflows</a> / <span>${workflow.name}</span>
    </nav>
    <h1>${workflow.name}</h1>
    ${workflow.transitions.map((transition) => transitionSection(context, workflow, transition))}`;
  return htmlAnswer(layout(context, { title: workflow.name, sidebar: settingsSidebar(context), content }));
}
