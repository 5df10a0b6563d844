import type { Status, StatusCategoryKey } from '../../jira/model';
import type { ExportedIssue } from './export-schema';
import type { FreeId } from './option-book';
import { createOptionBook } from './option-book';

export interface ImportedStatuses {
  readonly statuses: Status[];
  /** Status id of an issue by its place in the export. */
  readonly statusIds: readonly string[];
  /** Status ids per issue, present and past ones. */
  readonly seenBy: readonly ReadonlySet<string>[];
  readonly notes: string[];
}

/** Ids of Jira's status categories are the same on every site; their keys came out differently in some exports. */
const CATEGORY_BY_ID: Readonly<Record<string, StatusCategoryKey>> = { '2': 'new', '3': 'done', '4': 'indeterminate' };

const NEW_WORDS =
  /to.?do|open|new\b|backlog|inbox|created|ready for dev|待办|新建|打开|重新|offen|neu\b|zu erledigen|abiert|nuevo|por hacer|ouvert|nouveau|à faire|открыт|новы|未着手/i;
const DONE_WORDS =
  /done|closed|resolved|complete|finished|fixed|released|cancel|reject|won.?t|完成|关闭|解决|erledigt|fertig|geschlossen|gelöst|cerrad|hecho|resuelt|fermé|terminé|résolu|закрыт|готово|решен|完了|解決/i;

const guessed = (name: string): StatusCategoryKey =>
  NEW_WORDS.test(name) ? 'new' : DONE_WORDS.test(name) ? 'done' : 'indeterminate';

type ExportedStatus = ExportedIssue['fields']['status'];

const categoryOf = ({ name, statusCategory }: ExportedStatus): StatusCategoryKey => {
  const byId = CATEGORY_BY_ID[statusCategory?.id ?? ''];
  const key = statusCategory?.key;
  return byId ?? (key === 'new' || key === 'indeterminate' || key === 'done' ? key : guessed(name));
};

const pastOf = (issue: ExportedIssue): { id: string; name: string }[] =>
  (issue.changelog?.histories ?? [])
    .flatMap(({ items }) => items)
    .filter(({ fieldId, field }) => fieldId === 'status' || field === 'status')
    .flatMap(({ from, fromString, to, toString }) => [
      { id: from, name: fromString },
      { id: to, name: toString },
    ])
    .flatMap(({ id, name }) => (id === null || name === null || name === '' ? [] : [{ id, name }]));

/** All statuses that the export knows, those of the past included, under their own names. */
export const importStatuses = (issues: readonly ExportedIssue[], freeId: FreeId): ImportedStatuses => {
  const book = createOptionBook(freeId);
  const known = new Map<string, { category: StatusCategoryKey; name: string; description: string }>();
  const statusIds = issues.map(({ fields: { status } }) => {
    const id = book.register(status);
    known.set(id, { category: categoryOf(status), name: status.name, description: status.description ?? '' });
    return id;
  });
  const seenBy = issues.map(
    (issue, index) => new Set([statusIds[index] ?? '', ...pastOf(issue).map((past) => book.register(past))]),
  );
  // What a status is called on an issue of today counts more than what it was called in its past.
  const statuses = book.all().map(({ id, name }) => {
    const present = known.get(id);
    return {
      id,
      name: present?.name ?? name,
      description: present?.description ?? '',
      category: present?.category ?? guessed(name),
    };
  });
  const isDoneMissing = statuses.every(({ category }) => category !== 'done');
  // An export of open issues alone would otherwise leave nowhere to move a defect to.
  if (isDoneMissing) statuses.push({ id: freeId(), name: 'Done', description: '', category: 'done' });
  const past = statuses
    .slice(0, isDoneMissing ? -1 : undefined)
    .filter(({ id }) => !known.has(id))
    .map(({ name, category }) => `${name} (${category})`);
  const notes =
    past.length === 0 ? [] : [`Statuses known from histories alone, their category guessed from the name: ${past.join(', ')}.`];
  return { statuses, statusIds, seenBy, notes };
};
