import { showDay, showInstant } from './dates';
import { editableAppField, systemFields } from './field-kinds';
import type { EditableField } from './field-kinds';
import type { AppField } from './app-fields';
import { fieldInput } from './field-input';
import { html } from './html';
import type { Html, Part } from './html';
import type { IssueAnswer } from './jira-answers';
import { avatar } from './layout';
import type { PageContext } from './page-context';

export interface IssueDetails {
  readonly issue: IssueAnswer;
  readonly appFields: readonly AppField[];
  /** Field ids that the viewer may edit. */
  readonly editable: ReadonlySet<string>;
  /** Field whose form is open (`?edit=`), or null. */
  readonly editing: string | null;
}

const names = (items: readonly { readonly name: string }[]): string => items.map(({ name }) => name).join(', ');
const none = html`<span class="subtle">None</span>`;
const person = (someone: { readonly displayName: string } | null): Part =>
  someone === null ? none : html`<span class="person">${avatar(someone.displayName)}${someone.displayName}</span>`;

function shownSystem({ fields }: IssueAnswer): Readonly<Record<string, Part>> {
  return {
    assignee: fields.assignee === null ? html`<span class="subtle">Unassigned</span>` : person(fields.assignee),
    priority: fields.priority?.name,
    fixVersions: names(fields.fixVersions),
    versions: names(fields.versions),
    components: names(fields.components),
    labels: fields.labels.join(', '),
    duedate: fields.duedate === null ? null : showDay(fields.duedate),
  };
}

/** The field's value as it is: REST leaves a formatter's text to the pages of Jira, and no field of the app has one yet. */
function shownApp({ fields }: IssueAnswer, id: string): Part {
  const value = fields[id];
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The form that edits one field of an issue in place; the page answers its POST. */
export async function editForm(context: PageContext, { issue }: IssueDetails, field: EditableField): Promise<Html> {
  const { key, fields } = issue;
  const address = `/browse/${encodeURIComponent(key)}`;
  const input = await fieldInput(context, {
    field,
    current: field.current(fields),
    projectKey: fields.project.key,
    issueKey: key,
  });
  const buttons = html`<div class="form-buttons">
    <button class="button button--primary">Save</button><a class="button button--subtle" href="${address}">Cancel</a>
  </div>`;
  const hint = field.input === 'area' && html`<p class="subtle">Plain text: saving replaces the formatting by paragraphs.</p>`;
  return html`<form class="edit-form" method="post" action="${address}">
    <input type="hidden" name="action" value="edit" /><input type="hidden" name="field" value="${field.id}" />
    ${input}${hint}${field.input === 'app' ? html`<a class="button button--subtle" href="${address}">Cancel</a>` : buttons}
  </form>`;
}

async function row(context: PageContext, details: IssueDetails, field: EditableField, shown: Part): Promise<Html> {
  const { issue, editing, editable } = details;
  if (editing === field.id)
    return html`<div class="detail detail--open">
      <dt class="visually-hidden">${field.label}</dt>
      <dd>${await editForm(context, details, field)}</dd>
    </div>`;
  const address = `/browse/${encodeURIComponent(issue.key)}?edit=${encodeURIComponent(field.id)}`;
  const edit = html`<a class="edit-link" href="${address}" aria-label="Edit ${field.label}">Edit</a>`;
  const empty = shown === null || shown === undefined || shown === '';
  return html`<div class="detail" data-testid="field-${field.appField?.moduleKey ?? field.id}">
    <dt>${field.label}</dt>
    <dd>${empty ? none : shown}${editable.has(field.id) && edit}</dd>
  </div>`;
}

const fixed = (label: string, shown: Part): Html =>
  html`<div class="detail">
    <dt>${label}</dt>
    <dd>${shown ?? none}</dd>
  </div>`;

/** The right column's fields: Jira's and the app's. */
export async function detailsPanel(context: PageContext, details: IssueDetails): Promise<Html> {
  const { issue } = details;
  const { fields } = issue;
  const shown = shownSystem(issue);
  const ownFields = systemFields.filter(({ id }) => Object.hasOwn(shown, id));
  const system = await Promise.all(ownFields.map((field) => row(context, details, field, shown[field.id])));
  const app = await Promise.all(
    details.appFields.map((field) => row(context, details, editableAppField(field), shownApp(issue, field.id))),
  );
  const at = (instant: string | null): Part => (instant === null ? null : showInstant(instant, context.viewer.timeZone));
  return html`<section class="panel" data-issue-part="details" aria-labelledby="details-heading">
    <h2 id="details-heading">Details</h2>
    <dl>
      ${system}${app}${fixed('Reporter', person(fields.reporter))}
      ${fields.security !== null && fixed('Security level', fields.security.name)}
      ${fields.resolution !== null && fixed('Resolution', fields.resolution.name)}
      ${fixed('Created', at(fields.created))}${fixed('Updated', at(fields.updated))}
      ${fields.resolutiondate !== null && fixed('Resolved', at(fields.resolutiondate))}
    </dl>
  </section>`;
}
