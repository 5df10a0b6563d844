import type { Issue, IssueLink, IssueLinkType } from '../../jira/model';
import { issueLinkTypes } from '../catalogue';
import type { ExportedIssue } from './export-schema';
import type { FreeId } from './option-book';

export interface ImportedLinks {
  readonly issueLinks: IssueLink[];
  readonly issueLinkTypes: IssueLinkType[];
  /** Links to issues outside the export. */
  readonly dropped: number;
}

type ExportedLink = NonNullable<ExportedIssue['fields']['issuelinks']>[number];

/** Ends by keys, source first: on the source, Jira shows the other one as `outwardIssue`. */
const endsOf = (key: string, link: ExportedLink): readonly [string, string] | null => {
  if (link.outwardIssue) return [key, link.outwardIssue.key];
  return link.inwardIssue ? [link.inwardIssue.key, key] : null;
};

/** Links of which both ends are in the export; each is listed at both of them and kept once. */
export const importLinks = (exported: readonly ExportedIssue[], issues: readonly Issue[], freeId: FreeId): ImportedLinks => {
  const idByKey = new Map(issues.map(({ key, id }) => [key, id]));
  const types = new Map(issueLinkTypes().map((type) => [type.name, type]));
  const links = new Map<string, IssueLink>();
  const outside = new Set<string>();
  for (const { key, fields } of exported) {
    for (const link of fields.issuelinks ?? []) {
      const type = types.get(link.type.name) ?? { ...link.type, id: link.type.id ?? freeId() };
      types.set(type.name, type);
      const ends = endsOf(key, link);
      const [source, destination] = (ends ?? []).map((end) => idByKey.get(end));
      const identity = link.id ?? `${type.name}/${ends?.join('/') ?? ''}`;
      if (source === undefined || destination === undefined) outside.add(identity);
      else if (!links.has(identity)) {
        links.set(identity, { id: link.id ?? freeId(), typeId: type.id, inwardIssueId: source, outwardIssueId: destination });
      }
    }
  }
  return { issueLinks: [...links.values()], issueLinkTypes: [...types.values()], dropped: outside.size };
};
