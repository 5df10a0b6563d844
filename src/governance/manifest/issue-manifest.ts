import { sha256 } from '../../kernel/hash';
import { canonical } from '../../kernel/json';
import type { Json } from '../../kernel/json';
import { contentOf, isEmpty, momentOf } from './content';

/** What is counted of an issue. */
export const manifestKinds = ['statuses', 'comments', 'links', 'attachments', 'fields'] as const;
export type ManifestKind = (typeof manifestKinds)[number];

/** An issue as it was read, before it is reduced. People by account id; moments as Jira writes them. */
export interface SourceIssue {
  readonly key: string;
  readonly created: string;
  readonly summary: string;
  readonly statuses: readonly { readonly at: string; readonly by: string | null; readonly from: string; readonly to: string }[];
  readonly comments: readonly { readonly at: string; readonly by: string | null; readonly body: Json }[];
  /** `side` as Jira says it, e.g. `is blocked by`. */
  readonly links: readonly { readonly type: string; readonly side: string; readonly key: string }[];
  readonly attachments: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly name: string;
    readonly size: number;
    readonly type: string;
  }[];
  /** By the name that people see. */
  readonly fields: readonly { readonly name: string; readonly value: Json }[];
}

/** One thing that must survive: what names it stands apart, so that a comparison can translate it; the rest is a hash. */
export interface ManifestItem {
  /** To the second, in UTC; null where it has no moment of its own. */
  readonly at: string | null;
  /** Names that another site may call otherwise: `status:Open`, `field:Severity`, `link:Blocks`, `file:log.txt`. */
  readonly labels: readonly string[];
  /** See {@link Content}. */
  readonly refs: readonly string[];
  readonly bag: readonly string[];
  /** Over the content; empty where there is none beside the names. */
  readonly hash: string;
}

export interface ManifestPart {
  readonly count: number;
  /** Over the items as they stand here. */
  readonly hash: string;
  readonly items: readonly ManifestItem[];
}

/** An issue in a manifest: counts and hashes, and no word of what was written. */
export interface IssueManifest extends Readonly<Record<ManifestKind, ManifestPart>> {
  readonly key: string;
  readonly created: string | null;
  /** Hash of the summary, by which an issue is found again that has another key. */
  readonly gist: string;
}

/** @param site origin of the site that the issue comes from */
export function manifestOf(issue: SourceIssue, site: string): IssueManifest {
  const summary = contentOf(issue.summary, site);
  const by = (person: string | null) => (person === null ? [] : [`person:${person}`]);
  const plainItem = { refs: [], bag: [], hash: '' };
  return {
    key: issue.key,
    created: momentOf(issue.created),
    gist: sha256(canonical(summary.shape)),
    statuses: part(
      issue.statuses.map(({ at, by: person, from, to }) => ({
        ...{ ...plainItem, at: momentOf(at), labels: [`status:${from}`, `status:${to}`], refs: by(person) },
      })),
    ),
    comments: part(
      issue.comments.map(({ at, by: person, body }) => {
        const { shape, refs, bag } = contentOf(body, site);
        return { at: momentOf(at), labels: [], refs: [...by(person), ...refs], bag, hash: sha256(canonical(shape)) };
      }),
    ),
    links: part(
      issue.links.map(({ type, side, key }) => ({
        ...{ ...plainItem, at: null, labels: [`link:${type}`, `side:${side}`], refs: [`issue:${key}`] },
      })),
    ),
    attachments: part(
      issue.attachments.map(({ at, by: person, name, size, type }) => ({
        ...{ at: momentOf(at), labels: [`file:${name.normalize('NFC')}`], refs: by(person), bag: [] },
        hash: sha256(canonical([size, type])),
      })),
    ),
    fields: part(issue.fields.filter(({ value }) => !isEmpty(value)).map(({ name, value }) => fieldItem(name, value, site))),
  };
}

function fieldItem(name: string, value: Json, site: string): ManifestItem {
  const { shape, refs, bag } = contentOf(value, site);
  // A status may have another name over there: its name is a label as it is in the history.
  if (name === 'Status' && typeof shape === 'string')
    return { at: null, labels: [`field:${name}`, `status:${shape}`], refs, bag, hash: '' };
  return { at: null, labels: [`field:${name}`], refs, bag, hash: sha256(canonical(shape)) };
}

function part(items: readonly ManifestItem[]): ManifestPart {
  const sorted = items.map((item) => ({ item, text: textOf(item) })).sort((a, b) => (a.text < b.text ? -1 : 1));
  return { count: items.length, hash: sha256(sorted.map(({ text }) => text).join('\n')), items: sorted.map(({ item }) => item) };
}

/** The same items give the same text, and sort by time first. */
export function textOf({ at, labels, refs, bag, hash }: ManifestItem): string {
  return canonical([at, labels, refs, bag, hash]);
}
