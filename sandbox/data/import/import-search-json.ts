import type { Component, Issue, IssueType, SiteSeed, Status } from '../../jira/model';
import { priorities, resolutions } from '../catalogue';
import { demoGroups, demoUsers } from '../people';
import { instantOf, MINUTE, SANDBOX_START } from '../time';
import type { ReleaseParts } from './add-releases';
import { addedTickets, releaseParts } from './add-releases';
import { chooseDefectTypes } from './choose-defect-types';
import type { ExportedIssue } from './export-schema';
import type { Books } from './import-issue';
import { importIssue } from './import-issue';
import { importLinks } from './import-links';
import { importNotes } from './import-notes';
import { importPeople } from './import-people';
import type { ProjectKeyAndName } from './import-projects';
import { importedProject, openWorkflow, projectKeyOf, projectsIn } from './import-projects';
import type { ImportedStatuses } from './import-statuses';
import { importStatuses } from './import-statuses';
import { importVersions } from './import-versions';
import type { FreeId } from './option-book';
import { createOptionBook, freeIdsFor } from './option-book';
import { ImportError, parseExport } from './parse-export';

export interface ImportOptions {
  /** Names of work types to take for defects; empty leaves the choice to the import. */
  readonly defectTypes: readonly string[];
  /** Where the clock starts; else the sandbox's usual start, or a little after the newest instant of a younger export. */
  readonly now?: string;
}

const startFor = (issues: readonly Issue[], asked: string | undefined): string => {
  if (asked !== undefined) return asked;
  const newest = issues.reduce((latest, { updated }) => (updated > latest ? updated : latest), '');
  return newest >= SANDBOX_START ? instantOf(Date.parse(newest) + 5 * MINUTE) : SANDBOX_START;
};

/** Everything that the issues themselves say. */
interface Read {
  readonly exported: readonly ExportedIssue[];
  readonly projects: readonly ProjectKeyAndName[];
  readonly statuses: ImportedStatuses;
  readonly books: Books;
  readonly issues: readonly Issue[];
}

const read = (exported: readonly ExportedIssue[], freeId: FreeId): Read => {
  const projects = projectsIn(exported, freeId);
  const projectIds = exported.map((issue) => projects.get(projectKeyOf(issue))?.id ?? '');
  const statuses = importStatuses(exported, freeId);
  const books: Books = {
    types: createOptionBook(freeId),
    priorities: createOptionBook(freeId),
    resolutions: createOptionBook(freeId),
    securityLevels: createOptionBook(freeId),
    components: createOptionBook(freeId),
    people: importPeople(exported),
    versions: importVersions(exported, projectIds, freeId),
    freeId,
  };
  const issues = exported.map((issue, index) =>
    importIssue(issue, { projectId: projectIds[index] ?? '', statusId: statuses.statusIds[index] ?? '' }, books),
  );
  return { exported, projects: [...projects.values()], statuses, books, issues };
};

const typesOf = ({ exported, books }: Read): IssueType[] =>
  books.types.all().map(({ id, name }) => {
    const sample = exported.find(({ fields }) => fields.issuetype.id === id)?.fields.issuetype;
    return { id, name, description: sample?.description ?? '', subtask: sample?.subtask ?? false };
  });

const componentsOf = ({ books, issues }: Read): Component[] =>
  books.components.all().map((component) => ({
    ...component,
    projectId: issues.find(({ componentIds }) => componentIds.includes(component.id))?.projectId ?? '',
  }));

/** What the project's issues have been in; where that has no end, the ends of the other projects with it. */
const workableStatuses = (statuses: readonly Status[], isSeen: (id: string) => boolean): Status[] => {
  const hasEnd = statuses.some(({ id, category }) => category === 'done' && isSeen(id));
  return statuses.filter(({ id, category }) => isSeen(id) || (!hasEnd && category === 'done'));
};

const projectsWithWorkflows = (
  parts: Read,
  types: readonly IssueType[],
  release: ReleaseParts,
): Pick<SiteSeed, 'projects' | 'workflows'> => {
  const { projects, statuses, books, issues } = parts;
  const people = books.people.users.filter(({ accountType }) => accountType === 'atlassian').map(({ accountId }) => accountId);
  const built = projects.map((project) => {
    const own = issues.flatMap((issue, index) =>
      issue.projectId === project.id ? [{ issue, seen: statuses.seenBy[index] ?? new Set<string>() }] : [],
    );
    const found = workableStatuses(statuses.statuses, (id) => own.some(({ seen }) => seen.has(id)));
    const workflow = openWorkflow(books.freeId(), `Workflow of ${project.key}`, found);
    const imported = importedProject(project, {
      types: types.filter((type) => own.some(({ issue }) => issue.issueTypeId === type.id)),
      workflowId: workflow.id,
      releaseTypeId: release.type.id,
      releaseWorkflowId: release.workflow.id,
      people,
      securityLevels: books.securityLevels.all().filter(({ id }) => own.some(({ issue }) => issue.securityLevelId === id)),
    });
    return { workflow, imported };
  });
  return {
    projects: built.map(({ imported }) => imported),
    workflows: [...built.map(({ workflow }) => workflow), release.workflow],
  };
};

const orDefault = <T>(found: readonly T[], otherwise: () => T[]): T[] => (found.length > 0 ? [...found] : otherwise());

/** The project with most defects; where there are none, with most issues. */
const homeOf = ({ projects, issues }: Read, defectTypeIds: ReadonlySet<string>): string => {
  const rank = (projectId: string): number =>
    issues
      .filter((issue) => issue.projectId === projectId)
      .reduce((sum, issue) => sum + (defectTypeIds.has(issue.issueTypeId) ? 10_000 : 1), 0);
  return projects.toSorted((left, right) => rank(right.id) - rank(left.id))[0]?.key ?? '';
};

const releasesNote = (tickets: readonly Issue[], type: IssueType): string =>
  tickets.length > 0
    ? `Added ${tickets.length} tickets of work type ${type.name}, one for each unreleased version: ${tickets.map(({ key }) => key).join(', ')}.`
    : 'The export has no unreleased version, so that there is no release to hold: create one on the page of releases.';

const aliasNotes = ({ books }: Read, types: readonly IssueType[]): string[] =>
  types
    .map(({ id, name }) => ({ name, names: books.types.namesOf(id) }))
    .filter(({ names }) => names.length > 1)
    .map(({ name, names }) => `The work type called ${names.join(' and ')} is one; ${name} is its name here.`);

/**
 * Makes a site of REST search JSON: issues with their histories, statuses, versions and people under pseudonyms, with the
 * demo's users and a release ticket for each unreleased version.
 * @throws ImportError with a sentence for the person who started the import.
 */
export const importSearchJson = (text: string, options: ImportOptions): SiteSeed => {
  const exported = parseExport(text);
  if (exported.length === 0) throw new ImportError('The export has no issues.');
  const freeId = freeIdsFor(text);
  const parts = read(exported, freeId);
  const { books, statuses, issues } = parts;
  const types = typesOf(parts);
  const counted = types.map(({ id, name }) => ({
    name,
    names: books.types.namesOf(id),
    count: issues.filter(({ issueTypeId }) => issueTypeId === id).length,
  }));
  const defects = chooseDefectTypes(counted, options.defectTypes);
  const release = releaseParts(statuses.statuses, types, freeId);
  const now = startFor(issues, options.now);
  const allPriorities = orDefault(books.priorities.all(), priorities);
  const shell = { now, priorityId: allPriorities[0]?.id ?? null, freeId };
  const tickets = parts.projects.flatMap((project) => addedTickets(project, books.versions.versions, issues, release, shell));
  const links = importLinks(exported, issues, freeId);
  const defectTypeIds = new Set(types.filter(({ name }) => defects.names.includes(name)).map(({ id }) => id));
  return {
    now,
    users: [...demoUsers(), ...books.people.users],
    groups: demoGroups(),
    statuses: [...statuses.statuses, ...release.newStatuses],
    issueTypes: types.includes(release.type) ? types : [...types, release.type],
    priorities: allPriorities,
    resolutions: orDefault(books.resolutions.all(), resolutions),
    issueLinkTypes: links.issueLinkTypes,
    ...projectsWithWorkflows(parts, types, release),
    versions: books.versions.versions,
    components: componentsOf(parts),
    issues: [...issues, ...tickets],
    issueLinks: links.issueLinks,
    deliveries: [],
    homeProjectKey: homeOf(parts, defectTypeIds),
    defectTypes: defects.names,
    notes: [
      ...importNotes(exported, issues, books.people.users.length, links.dropped),
      defects.note,
      ...aliasNotes(parts, types),
      ...statuses.notes,
      ...books.versions.notes,
      releasesNote(tickets, release.type),
    ],
  };
};
