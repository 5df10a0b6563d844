import type { Comment, History, Issue } from '../../jira/model';
import { plainTextDocument } from '../reports/adf';
import type { ExportedIssue } from './export-schema';
import type { ImportedPeople } from './import-people';
import type { ImportedVersions } from './import-versions';
import type { FreeId, OptionBook } from './option-book';

/** The books in which the parts of an issue are looked up. */
export interface Books {
  readonly types: OptionBook;
  readonly priorities: OptionBook;
  readonly resolutions: OptionBook;
  readonly securityLevels: OptionBook;
  readonly components: OptionBook;
  readonly people: ImportedPeople;
  readonly versions: ImportedVersions;
  readonly freeId: FreeId;
}

/** REST version 2 gives texts in wiki markup, version 3 as documents; markup is kept as plain text. */
const documentOf = (value: unknown): unknown => {
  if (typeof value === 'string') return plainTextDocument(value);
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc' ? value : null;
};

/** Exports list the newest first; a seed wants the oldest first, and entries of one instant in the order of their ids. */
const historiesOf = ({ changelog }: ExportedIssue, { people, freeId }: Books): History[] =>
  (changelog?.histories ?? [])
    .map((history) => ({
      id: history.id ?? freeId(),
      author: people.accountIdOf(history.author),
      created: history.created,
      items: history.items.map((item) => people.withoutNames(item)),
    }))
    .toSorted((left, right) => left.created.localeCompare(right.created) || Number(left.id) - Number(right.id));

const commentsOf = ({ fields }: ExportedIssue, { people, freeId }: Books): Comment[] =>
  (fields.comment?.comments ?? [])
    .flatMap((comment) => {
      const author = people.accountIdOf(comment.author);
      if (author === null) return [];
      const body = documentOf(comment.body) ?? plainTextDocument('(empty)');
      return [
        { id: comment.id ?? freeId(), author, created: comment.created, updated: comment.updated ?? comment.created, body },
      ];
    })
    .toSorted((left, right) => left.created.localeCompare(right.created));

const latest = (instants: readonly string[]): string =>
  instants.reduce((newest, instant) => (instant > newest ? instant : newest));

const resolvedAt = ({ fields }: ExportedIssue, histories: readonly History[], updated: string): string | null => {
  if (!fields.resolution) return null;
  const told = histories.findLast(({ items }) => items.some(({ fieldId, to }) => fieldId === 'resolution' && to !== null));
  return fields.resolutiondate ?? told?.created ?? updated;
};

/** The choices of an issue by their ids here. */
const choicesOf = ({ fields }: ExportedIssue, projectId: string, books: Books) => ({
  issueTypeId: books.types.register(fields.issuetype),
  priorityId: fields.priority ? books.priorities.register(fields.priority) : null,
  resolutionId: fields.resolution ? books.resolutions.register(fields.resolution) : null,
  assignee: books.people.accountIdOf(fields.assignee),
  reporter: books.people.accountIdOf(fields.reporter),
  creator: books.people.accountIdOf(fields.creator ?? fields.reporter),
  componentIds: (fields.components ?? []).map((component) => books.components.register(component)),
  fixVersionIds: (fields.fixVersions ?? []).map((version) => books.versions.idOf(version, projectId)),
  affectsVersionIds: (fields.versions ?? []).map((version) => books.versions.idOf(version, projectId)),
  securityLevelId: fields.security ? books.securityLevels.register(fields.security) : null,
});

export const importIssue = (exported: ExportedIssue, place: { projectId: string; statusId: string }, books: Books): Issue => {
  const { fields } = exported;
  const histories = historiesOf(exported, books);
  const comments = commentsOf(exported, books);
  // Jira does not touch `updated` for every entry of the changelog; here it must not lie before any of them.
  const updated = latest([
    fields.created,
    fields.updated ?? fields.created,
    ...histories.map(({ created }) => created),
    ...comments.map((comment) => comment.updated),
  ]);
  return {
    id: exported.id ?? books.freeId(),
    key: exported.key,
    ...place,
    ...choicesOf(exported, place.projectId, books),
    summary: fields.summary,
    description: documentOf(fields.description),
    labels: fields.labels ?? [],
    created: fields.created,
    updated,
    resolutionDate: resolvedAt(exported, histories, updated),
    dueDate: fields.duedate ?? null,
    customFields: {},
    comments,
    properties: {},
    histories,
  };
};
