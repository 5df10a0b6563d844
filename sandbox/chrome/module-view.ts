import type { ModuleView, UiModule } from '../forge/forge';
import { findModule } from './app-modules';
import { fieldsSchema, issueSchema, projectSchema } from './jira-answers';
import type { IssueAnswer, ProjectAnswer } from './jira-answers';
import type { ChromeParts } from './parts';
import type { Place } from './place';
import { conditionConfigKey, findRule, moduleKeyOf } from './workflow-rules';
import { isAdmin } from './permissions';
import type { ViewerJira } from './viewer-jira';

/** The page may not show this screen to this viewer; the message is for people. */
export class ViewRefusal extends Error {}

interface Builder {
  readonly parts: ChromeParts;
  readonly jira: ViewerJira;
  readonly place: Place;
  readonly module: UiModule;
}

const projectPart = (project: ProjectAnswer) => ({ id: project.id, key: project.key, type: project.projectTypeKey });
const issuePart = ({ id, key, fields }: IssueAnswer) => ({ id, key, type: fields.issuetype.name, typeId: fields.issuetype.id });

function readIssue({ jira, place }: Builder): Promise<IssueAnswer> {
  if (place.issueKey === undefined) throw new ViewRefusal('This screen of the app belongs to an issue.');
  return jira.read(issueSchema, `/rest/api/3/issue/${encodeURIComponent(place.issueKey)}`);
}

async function projectPage({ jira, place }: Builder): Promise<object> {
  if (place.projectKey === undefined) throw new ViewRefusal('This screen of the app belongs to a project.');
  const project = await jira.read(projectSchema, `/rest/api/3/project/${encodeURIComponent(place.projectKey)}`);
  return { project: projectPart(project) };
}

async function issueContext(builder: Builder): Promise<object> {
  const issue = await readIssue(builder);
  return { issue: issuePart(issue), project: projectPart(issue.fields.project) };
}

async function customField(builder: Builder): Promise<object> {
  const { jira, place } = builder;
  const fields = await jira.read(fieldsSchema, '/rest/api/3/field');
  const field = fields.find((candidate) => candidate.id === place.fieldId);
  if (field === undefined || !field.key?.endsWith(`__${place.moduleKey}`)) throw new ViewRefusal('This field is not the app’s.');
  const common = {
    entryPoint: 'edit',
    fieldId: field.id,
    fieldType: field.schema?.type ?? 'string',
    renderContext: place.renderContext,
  };
  if (place.renderContext !== 'issue-view') return { ...common, fieldValue: null, ...(await projectPage(builder)) };
  const issue = await readIssue(builder);
  return {
    ...common,
    fieldValue: issue.fields[field.id] ?? null,
    issue: issuePart(issue),
    project: projectPart(issue.fields.project),
  };
}

async function adminPage({ jira }: Builder): Promise<object> {
  if (!(await isAdmin(jira))) throw new ViewRefusal('You need to be a Jira administrator to see this screen.');
  return {};
}

/** Names of the saved configuration: docs/platform.md A.3 (by analogy, a switch) and A.4. */
async function workflowRule(builder: Builder): Promise<object> {
  await adminPage(builder);
  const { parts, jira, place, module } = builder;
  const found = await findRule(jira, parts, place.ruleId ?? '');
  if (found === null || moduleKeyOf(found.rule) !== module.key) throw new ViewRefusal('There is no such rule in the workflows.');
  const name = found.kind === 'condition' ? conditionConfigKey(parts) : 'validatorConfig';
  return {
    entryPoint: 'edit',
    [name]: found.rule.parameters.config,
    isNewEditor: true,
    workflowId: found.workflow.id,
    scopedProjectId: null,
  };
}

/** Everybody who sees the dashboard sees its gadgets, and what they were configured to show. */
function dashboardGadget({ parts, place }: Builder): Promise<object> {
  const gadget = parts.dashboard.find(place.gadgetId ?? '');
  if (gadget?.moduleKey !== place.moduleKey) throw new ViewRefusal('There is no such gadget on the dashboard.');
  return Promise.resolve({
    entryPoint: place.gadgetMode ?? 'view',
    gadget: { id: gadget.id },
    dashboard: { id: parts.dashboard.id },
    gadgetConfiguration: gadget.configuration ?? {},
  });
}

const builders: Readonly<Record<string, (builder: Builder) => Promise<object>>> = {
  'jira:projectPage': projectPage,
  'jira:issueContext': issueContext,
  'jira:adminPage': adminPage,
  'jira:customField': customField,
  'jira:dashboardGadget': dashboardGadget,
  'jira:workflowCondition': workflowRule,
  'jira:workflowValidator': workflowRule,
};

/** `extension` of a module's context in the shape that docs/platform.md A.3 to A.8 gives; rejects with ViewRefusal or JiraRefusal. */
export async function buildView(parts: ChromeParts, jira: ViewerJira, accountId: string, place: Place): Promise<ModuleView> {
  const entryPoint = place.ruleId !== undefined || place.fieldId !== undefined || place.gadgetMode === 'edit' ? 'edit' : null;
  const module = findModule(parts.forge, place.moduleKey, entryPoint);
  if (module === undefined) throw new ViewRefusal(`manifest.yml has no screen "${place.moduleKey}".`);
  const build = Object.hasOwn(builders, module.type) ? builders[module.type] : undefined;
  if (build === undefined) throw new ViewRefusal(`The sandbox does not model the module ${module.type}.`);
  const extension = { type: module.type, ...(await build({ parts, jira, place, module })) };
  return { moduleKey: module.key, accountId, extension, localId: localIdOf(parts, module) };
}

/** Looks like the platform's, and is the same for the same screen. */
function localIdOf({ forge }: ChromeParts, module: UiModule): string {
  const app = forge.appId.split('/').at(-1) ?? forge.appId;
  return `ari:cloud:ecosystem::extension/${app}/${forge.environmentId}/static/${module.key}`;
}
