import type { EditableField, Option } from './field-kinds';
import { html } from './html';
import type { Html } from './html';
import { moduleFrame } from './module-frame';
import type { PageContext } from './page-context';
import type { Place } from './place';

export interface InputOptions {
  readonly field: EditableField;
  readonly current: readonly string[];
  readonly projectKey: string;
  /** Of the issue being edited; null on the create form. */
  readonly issueKey: string | null;
  readonly required?: boolean;
}

function choice(id: string, options: readonly Option[], current: readonly string[]): Html {
  const item = ({ value, label }: Option) =>
    html`<option value="${value}" ${current.includes(value) && html`selected`}>${label}</option>`;
  return html`<select id="field-${id}" name="${id}">
    <option value="">None</option>
    ${options.map(item)}
  </select>`;
}

function many(label: string, id: string, options: readonly Option[], current: readonly string[]): Html {
  const item = ({ value, label: text }: Option) =>
    html`<label class="check">
      <input type="checkbox" name="${id}" value="${value}" ${current.includes(value) && html`checked`} />${text}
    </label>`;
  return html`<fieldset class="checks">
    <legend>${label}</legend>
    ${options.length === 0 ? 'Nothing to choose from.' : options.map(item)}
  </fieldset>`;
}

function appEditor(context: PageContext, { field, current, projectKey, issueKey }: InputOptions): Html {
  const { appField } = field;
  const editor = appField?.editor ?? null;
  if (appField === undefined || editor === null) return html``;
  const renderContext = issueKey === null ? ('issue-create' as const) : ('issue-view' as const);
  const place: Place = {
    moduleKey: appField.moduleKey,
    projectKey,
    fieldId: field.id,
    renderContext,
    ...(issueKey === null ? {} : { issueKey }),
  };
  const closesTo = issueKey === null ? null : `/browse/${encodeURIComponent(issueKey)}`;
  const frame = moduleFrame({
    module: { ...editor, title: field.label },
    place,
    origin: context.exchange.origin,
    minHeight: 60,
    base: null,
    field: { input: field.id, saves: issueKey !== null, closesTo },
  });
  return html`<input type="hidden" name="${field.id}" value="${current[0] ?? 'null'}" />${frame}`;
}

/** A field's label and input in a form. */
export async function fieldInput(context: PageContext, options: InputOptions): Promise<Html> {
  const { field, current, projectKey } = options;
  const { id, label } = field;
  const value = current[0] ?? '';
  const labelled = (input: Html) =>
    html`<div class="form-field"><label for="field-${id}">${label}${options.required && ' *'}</label>${input}</div>`;
  const required = options.required === true && html`required`;
  if (field.input === 'app')
    return html`<div class="form-field" role="group" aria-label="${label}">
      <span class="form-label">${label}</span>${appEditor(context, options)}
    </div>`;
  if (field.input === 'area') return labelled(html`<textarea id="field-${id}" name="${id}" rows="8">${value}</textarea>`);
  if (field.input === 'number')
    return labelled(html`<input id="field-${id}" name="${id}" type="number" step="any" value="${value}" />`);
  if (field.input === 'day') return labelled(html`<input id="field-${id}" name="${id}" type="date" value="${value}" />`);
  if (field.input === 'text') return labelled(html`<input id="field-${id}" name="${id}" value="${value}" ${required} />`);
  const choices = (await field.options?.(context.jira, projectKey)) ?? [];
  return field.input === 'choice' ? labelled(choice(id, choices, current)) : many(label, id, choices, current);
}
