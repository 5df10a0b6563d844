import { appFields } from '../app-fields';
import { formOf, htmlAnswer, redirect } from '../exchange';
import type { Answer } from '../exchange';
import { editableAppField, systemFields } from '../field-kinds';
import type { EditableField } from '../field-kinds';
import { fieldInput } from '../field-input';
import { html } from '../html';
import { createdSchema, createMetaSchema, projectSchema } from '../jira-answers';
import type { ProjectAnswer } from '../jira-answers';
import { layout, refusal } from '../layout';
import type { PageContext } from '../page-context';
import { projectSidebar } from '../project-sidebar';
import { JiraRefusal } from '../viewer-jira';

const shownSystem = ['summary', 'description', 'priority', 'assignee', 'fixVersions', 'versions', 'components', 'labels'];

/** The fields of the create screen as Jira names them for the project's first work type; read-only ones are not among them. */
async function formFields(context: PageContext, project: ProjectAnswer): Promise<readonly EditableField[]> {
  const own = await appFields(context);
  const all = [...systemFields.filter(({ id }) => shownSystem.includes(id)), ...own.map(editableAppField)];
  const type = project.issueTypes?.[0]?.id ?? '';
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(project.key)}/issuetypes/${encodeURIComponent(type)}`;
  const meta = await context.jira.tryRead(createMetaSchema, `${path}?maxResults=200`);
  if (meta === null) return all;
  const onScreen = new Set(meta.fields.map(({ fieldId }) => fieldId));
  return all.filter(({ id }) => onScreen.has(id));
}

async function form(
  context: PageContext,
  project: ProjectAnswer,
  entered: URLSearchParams | null,
  refused: readonly string[],
): Promise<Answer> {
  const fields = await formFields(context, project);
  const inputs = await Promise.all(
    fields.map((field) =>
      fieldInput(context, {
        field,
        current: entered === null ? [] : entered.getAll(field.id),
        projectKey: project.key,
        issueKey: null,
        required: field.id === 'summary',
      }),
    ),
  );
  const types = (project.issueTypes ?? []).filter(({ subtask }) => !subtask);
  const chosen = entered?.get('issuetype') ?? types.find(({ name }) => name === 'Bug')?.id;
  const option = ({ id, name }: (typeof types)[number]) =>
    html`<option value="${id}" ${id === chosen && html`selected`}>${name}</option>`;
  const content = html`<h1>Create work item</h1>
    ${refusal(refused, 'create-error')}
    <form class="create-form" method="post" action="/projects/${encodeURIComponent(project.key)}/create">
      <div class="form-field">
        <label for="field-issuetype">Work type</label
        ><select id="field-issuetype" name="issuetype">
          ${types.map(option)}
        </select>
      </div>
      ${inputs}
      <div class="form-buttons"><button class="button button--primary">Create</button></div>
    </form>`;
  const page = layout(context, { title: `Create - ${project.name}`, sidebar: projectSidebar(context, project), content });
  return htmlAnswer(page, refused.length === 0 ? 200 : 400);
}

const readProject = ({ jira }: PageContext, key: string): Promise<ProjectAnswer> =>
  jira.read(projectSchema, `/rest/api/3/project/${encodeURIComponent(key)}`);

/** GET `/projects/<KEY>/create`. */
export async function createIssuePage(context: PageContext, key: string): Promise<Answer> {
  return form(context, await readProject(context, key), null, []);
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** POST `/projects/<KEY>/create`: leads to the new issue, or shows the form again with Jira's own words. */
export async function createIssue(context: PageContext, key: string): Promise<Answer> {
  const project = await readProject(context, key);
  const entered = formOf(context.exchange);
  const fields = await formFields(context, project);
  const values = fields
    .map((field) => [field.id, field.parse(entered.getAll(field.id))] as const)
    .filter(([, value]) => !isEmpty(value));
  const body = {
    fields: { project: { key: project.key }, issuetype: { id: entered.get('issuetype') ?? '' }, ...Object.fromEntries(values) },
  };
  try {
    const created = createdSchema.parse(await context.jira.write('POST', '/rest/api/3/issue', body));
    return redirect(`/browse/${encodeURIComponent(created.key)}`);
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    return form(context, project, entered, error.sentences);
  }
}
