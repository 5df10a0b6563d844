import { toInstant } from '../../kernel/instant';
import type { Json } from '../../kernel/json';

/**
 * What a value says, without what a migration changes of itself: ids, addresses of the site, pictures, forms of time zones, order of
 * sets. People and issues are taken out as references, since their names change from site to site.
 */
export interface Content {
  readonly shape: Json;
  /** In the order in which they stand: `person:ID`, `issue:KEY` for a field's reference, `text:KEY` for a key within a text. */
  readonly refs: readonly string[];
  /** References of a set, sorted. */
  readonly bag: readonly string[];
}

/** Members that say nothing of what a thing is. */
const noise = new Set([
  ...['self', 'id', 'ids', 'avatarUrls', 'avatarId', 'iconUrl', 'expand', 'localId', 'boardId', 'projectId', 'scope'],
  ...['version', 'collection', 'occurrenceKey', 'accessLevel', '_links', 'url', 'entityId', 'hierarchyLevel'],
]);
const issueKey = /^[A-Z][A-Z0-9_]+-[1-9]\d*$/;

/** @param site origin of the site that the value comes from, e.g. `https://example.atlassian.net` */
export function contentOf(value: Json, site: string): Content {
  const reader = new Reader(site);
  const shape = reader.read(value, false);
  return { shape, refs: reader.refs, bag: reader.bag.sort() };
}

/** A moment to the second, in UTC: some ways of migrating lose the milliseconds. Null where it is none. */
export function momentOf(text: string): string | null {
  try {
    return `${toInstant(text).slice(0, 19)}Z`;
  } catch {
    return null;
  }
}

class Reader {
  readonly refs: string[] = [];
  readonly bag: string[] = [];

  constructor(private readonly site: string) {}

  read(value: Json, inSet: boolean): Json {
    if (typeof value === 'string') return this.text(value);
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return this.set(value);
    return this.thing(value, inSet);
  }

  private set(values: readonly Json[]): Json {
    const shapes = values.filter((value) => value !== null).map((value) => this.read(value, true));
    return shapes
      .map((shape) => ({ shape, order: JSON.stringify(shape) }))
      .sort(byOrder)
      .map(({ shape }) => shape);
  }

  private thing(value: Members, inSet: boolean): Json {
    if (value['type'] === 'doc' && value['content'] !== undefined) return this.node(value);
    const person = personOf(value);
    if (person !== null) return this.refer(`person:${person}`, inSet);
    const { key, name, value: option, child } = value;
    if (typeof key === 'string' && issueKey.test(key)) return this.refer(`issue:${key}`, inSet);
    if (typeof option === 'string') return child == null ? this.text(option) : [this.text(option), this.read(child, inSet)];
    if (typeof name === 'string') return this.text(name);
    return this.members(value, (member) => this.read(member, inSet));
  }

  /** A node of a document in Atlassian's format: here order matters. */
  private node(value: Members): Json {
    const { type, attrs } = value;
    if (type === 'mention' && attrs != null && isThing(attrs) && typeof attrs['id'] === 'string') {
      this.refs.push(`person:${attrs['id']}`);
      return 'mention';
    }
    const url = attrs != null && isThing(attrs) && typeof attrs['url'] === 'string' ? this.text(attrs['url']) : null;
    const shape = this.members(value, (member) => this.within(member));
    return url === null ? shape : [shape, url];
  }

  private within(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (value === null || typeof value !== 'object') return value;
    return isList(value) ? value.map((member) => this.within(member)) : this.node(value);
  }

  private members(value: Members, read: (member: Json) => Json): Json {
    const members: [string, Json][] = [];
    for (const [name, member] of Object.entries(value)) {
      if (noise.has(name) || isEmpty(member)) continue;
      const shape = read(member);
      if (!isEmpty(shape)) members.push([name, shape]);
    }
    return Object.fromEntries(members);
  }

  private refer(ref: string, inSet: boolean): string {
    (inSet ? this.bag : this.refs).push(ref);
    return ref.startsWith('person:') ? 'person' : 'issue';
  }

  private text(text: string): string {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) {
      const moment = momentOf(text);
      if (moment !== null) return moment;
    }
    return text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .trim()
      .replaceAll(this.site, 'site:')
      .replace(/(\/attachment\/(?:content\/|thumbnail\/)?)\d+/g, '$1')
      .replace(/\[~(?:accountid:)?([^\]\s]{1,128})\]|\b[A-Z][A-Z0-9_]+-[1-9]\d*\b/g, (found: string, person?: string) => {
        this.refs.push(person === undefined ? `text:${found}` : `person:${person}`);
        return person === undefined ? '[key]' : '[person]';
      });
  }
}

type Members = Readonly<Record<string, Json>>;

function personOf(value: Members): string | null {
  const { accountId, displayName, name, key } = value;
  if (typeof accountId === 'string') return accountId;
  if (typeof displayName !== 'string' || !('avatarUrls' in value || 'emailAddress' in value)) return null;
  return typeof key === 'string' ? key : typeof name === 'string' ? name : displayName;
}

/** Nothing is said by null, nothing, and an empty list or thing: one site shows such a member, another leaves it out. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  return isList(value) ? value.every(isEmpty) : Object.keys(value).length === 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isThing(value: Json): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function byOrder(a: { readonly order: string }, b: { readonly order: string }): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}
