import { textToAdf } from '../adf-text';
import { appFields } from '../app-fields';
import { formOf, redirect, textAnswer } from '../exchange';
import type { Answer } from '../exchange';
import { editableAppField, systemFields } from '../field-kinds';
import type { PageContext } from '../page-context';
import { JiraRefusal } from '../viewer-jira';
import { issuePage } from './issue';

const path = (key: string): string => `/rest/api/3/issue/${encodeURIComponent(key)}`;

async function transition({ jira }: PageContext, key: string, form: URLSearchParams): Promise<void> {
  await jira.write('POST', `${path(key)}/transitions`, { transition: { id: form.get('transition') ?? '' } });
}

async function edit(context: PageContext, key: string, form: URLSearchParams): Promise<void> {
  const own = await appFields(context);
  const id = form.get('field');
  const field = [...systemFields, ...own.map(editableAppField)].find((candidate) => candidate.id === id);
  if (field === undefined) throw new JiraRefusal(400, [`The page cannot edit the field ${id ?? ''}.`]);
  await context.jira.write('PUT', path(key), { fields: { [field.id]: field.parse(form.getAll(field.id)) } });
}

async function comment({ jira }: PageContext, key: string, form: URLSearchParams): Promise<void> {
  const body = textToAdf(form.get('body') ?? '');
  if (body === null) throw new JiraRefusal(400, ['The comment is empty.']);
  await jira.write('POST', `${path(key)}/comment`, { body });
}

const actions = { transition, edit, comment } as const;
const isAction = (name: string): name is keyof typeof actions => Object.hasOwn(actions, name);

/** POST `/browse/<KEY-1>`: a transition, a field or a comment; shows the page anew with Jira's own words where it refuses. */
export async function changeIssue(context: PageContext, key: string): Promise<Answer> {
  const form = formOf(context.exchange);
  const name = form.get('action') ?? '';
  if (!isAction(name)) return textAnswer(400, `The page has no action ${name}.`);
  try {
    await actions[name](context, key, form);
    return redirect(`/browse/${encodeURIComponent(key)}`);
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    return issuePage(context, key, [{ testId: `${name}-error`, sentences: error.sentences }]);
  }
}
