import type { Json } from '../../kernel/json';
import type { SourceIssue } from './issue-manifest';

/** The same seed gives the same numbers, from 0 up to, but not including, 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oldSite = 'https://old.example.org';
export const newSite = 'https://new.example.org';
const people = Array.from({ length: 12 }, (_, n) => `5b10a0${n}`);
const statuses = ['Open', 'In Progress', 'In Review', 'Done'];
const key = (n: number) => `SHOP-${n + 1}`;

const user = (site: string, id: string): Json => ({
  accountId: id,
  displayName: `Person ${id.slice(-2)}`,
  avatarUrls: { '48x48': `${site}/avatar/${id}.png` },
  self: `${site}/rest/api/3/user?accountId=${id}`,
});
const paragraph = (...content: readonly Json[]): Json => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content }] });
const said = (text: string): Json => ({ type: 'text', text });

/** Issues as a site answers them: some made in the same second, some with the same summary, some alike in everything. */
export function someIssues(seed: number, count: number): SourceIssue[] {
  const random = chance(seed);
  const below = (most: number) => Math.floor(random() * most);
  const anyone = () => people[below(people.length)] ?? '';
  let clock = Date.parse('2025-01-06T08:00:00.000Z');
  const later = () => {
    clock += 1000 * (1 + below(5000));
    return new Date(clock).toISOString().replace('Z', '+0000');
  };
  return Array.from({ length: count }, (_, n): SourceIssue => {
    if (n % 50 === 49) return twin(n);
    // Ten of each hundred were made at once, and every fourth says the same as others.
    const created = n % 100 < 10 ? '2025-01-06T07:00:00.000+0000' : later();
    const summary = n % 4 === 0 && n % 100 >= 10 ? 'Checkout fails' : `Defect ${n} of the shop, like ${key((n * 7) % count)}`;
    const steps = statuses.slice(0, 1 + below(statuses.length));
    return {
      key: key(n),
      created,
      summary,
      statuses: steps.slice(1).map((to, step) => ({ at: later(), by: anyone(), from: steps[step] ?? '', to })),
      comments: Array.from({ length: below(4) }, (_none, place) => ({
        at: later(),
        by: anyone(),
        body: paragraph(said(`Comment ${place} of ${n}: see ${key(below(count))} and ${oldSite}/browse/${key(below(count))} `), {
          type: 'mention',
          attrs: { id: anyone(), text: '@somebody' },
        }),
      })),
      links: n % 3 === 0 ? [{ type: 'Blocks', side: 'blocks', key: key((n + 1) % count) }] : [],
      attachments: Array.from({ length: below(3) }, (_none, place) => ({
        ...{ at: later(), by: anyone(), name: `log-${place}.txt`, size: 100 + below(100_000), type: 'text/plain' },
      })),
      fields: [
        { name: 'Summary', value: summary },
        {
          name: 'Status',
          value: { self: `${oldSite}/status/${n}`, id: String(n), name: steps.at(-1) ?? '', statusCategory: { id: 2 } },
        },
        { name: 'Severity', value: { self: `${oldSite}/option/1`, id: '10010', value: `S${1 + below(4)}` } },
        { name: 'Reporter', value: user(oldSite, anyone()) },
        { name: 'Reviewers', value: [user(oldSite, people[n % 5] ?? ''), user(oldSite, people[5 + (n % 7)] ?? '')] },
        { name: 'Labels', value: ['shop', `l${below(5)}`] },
        { name: 'Due', value: n % 2 === 0 ? null : '2026-01-31' },
        { name: 'Seen at', value: later() },
        { name: 'Description', value: paragraph(said(`What happened in ${n}: ${below(1e9)}`)) },
      ],
    };
  });
}

function twin(n: number): SourceIssue {
  const nothing = { statuses: [], comments: [], links: [], attachments: [] };
  return {
    key: key(n),
    created: '2025-01-05T07:00:00.000+0000',
    summary: 'Twin',
    fields: [{ name: 'Summary', value: 'Twin' }],
    ...nothing,
  };
}

/** How a migration names things anew. */
export const renamed = {
  key: (old: string) => old.replace(/SHOP-(\d+)/g, (_, number: string) => `STORE-${Number(number) + 1000}`),
  person: (old: string) => old.replace('5b10a0', '712020:'),
  status: (old: string) => (old === 'Open' ? 'To Do' : old),
  field: (old: string) => (old === 'Severity' ? 'Severity (migrated)' : old),
};

/** The same issues after a migration that lost nothing: other ids, keys, people, addresses, forms of time, another order. */
export function migrated(issues: readonly SourceIssue[]): SourceIssue[] {
  const moved = (value: Json): Json => {
    if (typeof value === 'string') {
      if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(value);
      // A key within a text stays as it was written; one in an address follows.
      return value.replaceAll(new RegExp(`${oldSite}/browse/\\S+`, 'g'), (url) => renamed.key(url)).replaceAll(oldSite, newSite);
    }
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return isOrdered(value) ? value.map(moved) : [...value].reverse().map(moved);
    const members = Object.entries(value).map(([name, member]): [string, Json] => {
      if (name === 'id' || name === 'accountId') return [name, typeof member === 'string' ? renamed.person(`${member}`) : 7];
      if (name === 'name' && 'statusCategory' in value && typeof member === 'string') return [name, renamed.status(member)];
      return [name, moved(member)];
    });
    return Object.fromEntries(members.reverse());
  };
  const by = (person: string | null) => (person === null ? null : renamed.person(person));
  return [...issues].reverse().map(({ key: old, created, summary, ...issue }) => ({
    key: renamed.key(old),
    created: moment(created),
    summary,
    statuses: [...issue.statuses]
      .reverse()
      .map(({ at, by: who, from, to }) => ({ at: moment(at), by: by(who), from: renamed.status(from), to: renamed.status(to) })),
    comments: [...issue.comments].reverse().map(({ at, by: who, body }) => ({ at: moment(at), by: by(who), body: moved(body) })),
    links: issue.links.map((link) => ({ ...link, key: renamed.key(link.key) })),
    attachments: [...issue.attachments].reverse().map(({ at, by: who, ...file }) => ({ ...file, at: moment(at), by: by(who) })),
    fields: [...issue.fields].reverse().map(({ name, value }) => ({ name: renamed.field(name), value: moved(value) })),
  }));
}

/** The same moment in another zone's clothes, without milliseconds. */
function moment(text: string): string {
  const local = new Date(Date.parse(text.replace(/\+0000$/, 'Z')) + 2 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}.000+0200`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Within a document order matters. */
function isOrdered(value: readonly Json[]): boolean {
  return value.some((member) => member !== null && typeof member === 'object' && 'type' in member);
}
