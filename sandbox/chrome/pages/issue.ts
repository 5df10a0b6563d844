import { z } from 'zod';
import { adfToHtml } from '../adf';
import { appFields } from '../app-fields';
import { moduleOfType } from '../app-modules';
import { htmlAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { systemFields } from '../field-kinds';
import { html } from '../html';
import type { Html } from '../html';
import { activity, attachments, issueLinks } from '../issue-activity';
import { detailsPanel, editForm } from '../issue-details';
import type { IssueDetails } from '../issue-details';
import { issueSchema, transitionsSchema } from '../jira-answers';
import type { IssueAnswer } from '../jira-answers';
import { layout, refusal } from '../layout';
import { statusLozenge } from '../lozenge';
import { moduleFrame } from '../module-frame';
import type { PageContext } from '../page-context';
import { permissionsOf } from '../permissions';
import { projectSidebar } from '../project-sidebar';

type Transitions = z.infer<typeof transitionsSchema>['transitions'];
const editMetaSchema = z.object({ fields: z.record(z.string(), z.unknown()) });

function transitionBar(key: string, issue: IssueAnswer, transitions: Transitions): Html {
  const button = ({ id, name }: Transitions[number]) =>
    html`<button class="button" name="transition" value="${id}" data-testid="transition-${id}">${name}</button>`;
  return html`<div class="transitions" data-issue-part="transitions">
    <span data-testid="issue-status">${statusLozenge(issue.fields.status)}</span>
    <form method="post" action="/browse/${encodeURIComponent(key)}" aria-label="Transitions">
      <input type="hidden" name="action" value="transition" />${transitions.map(button)}
    </form>
  </div>`;
}

async function editableIn(
  context: PageContext,
  key: string,
  all: readonly string[],
  mayEdit: boolean,
): Promise<ReadonlySet<string>> {
  if (!mayEdit) return new Set();
  const meta = await context.jira.tryRead(editMetaSchema, `/rest/api/3/issue/${encodeURIComponent(key)}/editmeta`);
  return new Set(meta === null ? all : all.filter((id) => Object.hasOwn(meta.fields, id)));
}

async function summary(context: PageContext, details: IssueDetails, id: 'summary' | 'description'): Promise<Html> {
  const { issue, editing, editable } = details;
  const field = systemFields.find((candidate) => candidate.id === id);
  if (editing === id && field !== undefined) return editForm(context, details, field);
  const address = `/browse/${encodeURIComponent(issue.key)}?edit=${id}`;
  const edit = editable.has(id) && html`<a class="edit-link" href="${address}" aria-label="Edit ${id}">Edit</a>`;
  if (id === 'summary')
    return html`<div class="heading-row">
      <h1>${issue.fields.summary}</h1>
      ${edit}
    </div>`;
  const text = adfToHtml(issue.fields.description);
  const shown = text.text === '' ? html`<p class="subtle">No description.</p>` : text;
  return html`<section aria-labelledby="description-heading" data-issue-part="description">
    <div class="heading-row">
      <h2 id="description-heading">Description</h2>
      ${edit}
    </div>
    <div class="rich">${shown}</div>
  </section>`;
}

function appPanel({ parts, exchange }: PageContext, key: string): Html {
  const module = moduleOfType(parts.forge, 'jira:issueContext');
  if (module === undefined) return html``;
  const label = typeof module.manifest['label'] === 'string' ? module.manifest['label'] : module.title;
  const frame = moduleFrame({
    module,
    place: { moduleKey: module.key, issueKey: key },
    origin: exchange.origin,
    minHeight: 48,
    base: null,
  });
  return html`<details class="panel panel--app" open data-testid="issue-context">
    <summary>
      <h2>${module.title}</h2>
      <span class="subtle">${label === module.title ? null : label}</span>
    </summary>
    ${frame}
  </details>`;
}

async function load(
  context: PageContext,
  key: string,
): Promise<{ details: IssueDetails; transitions: Transitions; mayComment: boolean }> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`;
  const issue = await context.jira.read(issueSchema, `${path}?fields=*all&expand=changelog`);
  const [own, found, may] = await Promise.all([
    appFields(context),
    context.jira.tryRead(transitionsSchema, `${path}/transitions`),
    permissionsOf(context.jira, ['EDIT_ISSUES', 'ADD_COMMENTS'], issue.fields.project.key),
  ]);
  const all = [...systemFields, ...own].map(({ id }) => id);
  const editable = await editableIn(context, key, all, may.has('EDIT_ISSUES'));
  const editing = context.exchange.url.searchParams.get('edit');
  const details = { issue, appFields: own, editable, editing: editing !== null && editable.has(editing) ? editing : null };
  return { details, transitions: found?.transitions ?? [], mayComment: may.has('ADD_COMMENTS') };
}

/** What Jira refused, and under which test id the page shows it. */
export interface ShownRefusal {
  readonly testId: string;
  readonly sentences: readonly string[];
}

/** `/browse/<KEY-1>`; `refused` is what Jira said to the change that was just tried. */
export async function issuePage(context: PageContext, key: string, refused: readonly ShownRefusal[]): Promise<Answer> {
  const { details, transitions, mayComment } = await load(context, key);
  const { issue } = details;
  const { project, issuetype } = issue.fields;
  const content = html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/projects/${encodeURIComponent(project.key)}/issues">${project.name}</a> / <span>${issuetype.name}</span> /
      <a href="/browse/${encodeURIComponent(issue.key)}" aria-current="page">${issue.key}</a>
    </nav>
    ${refused.map(({ testId, sentences }) => refusal(sentences, testId))}
    <div class="issue">
      <div class="issue__main">
        ${await summary(context, details, 'summary')}${transitionBar(key, issue, transitions)}
        ${await summary(context, details, 'description')}${attachments(issue)}${issueLinks(issue)}${activity(context, issue, mayComment)}
      </div>
      <aside class="issue__side" aria-label="Details">
        ${appPanel(context, issue.key)}${await detailsPanel(context, details)}
      </aside>
    </div>`;
  const page = layout(context, {
    title: `${issue.key} ${issue.fields.summary}`,
    sidebar: projectSidebar(context, project),
    content,
  });
  return htmlAnswer(page, refused.length === 0 ? 200 : 400);
}
