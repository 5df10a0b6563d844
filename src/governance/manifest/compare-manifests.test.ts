import { compareManifests } from './compare-manifests';
import type { Comparison } from './compare-manifests';
import { addWords } from './guess-names';
import type { Vocabulary } from './guess-names';
import { manifestKinds, manifestOf } from './issue-manifest';
import type { SourceIssue } from './issue-manifest';
import { chance, migrated, newSite, oldSite, renamed, someIssues } from './migrated.fixture';
import { noMapping } from './translation';
import type { Mapping } from './translation';

function compared(source: readonly SourceIssue[], target: readonly SourceIssue[], mapping: Mapping = noMapping): Comparison {
  const before = source.map((issue) => manifestOf(issue, oldSite));
  const after = target.map((issue) => manifestOf(issue, newSite));
  const words = { source: new Set<string>(), target: new Set<string>() } satisfies Record<string, Vocabulary>;
  for (const issue of before) addWords(words.source, issue);
  for (const issue of after) addWords(words.target, issue);
  return compareManifests(before, after, mapping, words);
}

const inWords = ({ differences }: Comparison) =>
  differences.map(({ change, kind, issue, target }) => `${change} ${kind} ${issue ?? target}`).sort();

/** Spoils one thing of every hundred, of every kind; tells what must be found. */
function spoilt(issues: readonly SourceIssue[], seed: number): { issues: SourceIssue[]; expected: string[] } {
  const random = chance(seed);
  const expected: string[] = [];
  const lost = new Set<string>();
  const oldKey = (key: string) => `SHOP-${Number(key.slice('STORE-'.length)) - 1000}`;
  // Of issues that are alike in everything nobody can say which one was spoilt.
  const twins = new Set(issues.filter(({ summary }) => summary === 'Twin').map(({ key }) => key));
  const isTwin = (key: string) => twins.has(key);
  const gone = issues.filter(({ summary }) => summary.startsWith('Defect') && random() < 0.01);
  for (const { key } of gone) lost.add(key);
  const left = issues.filter(({ key }) => !lost.has(key));
  for (const key of lost) expected.push(`lost issue ${oldKey(key)}`);
  const spoil = <Item>(
    items: readonly Item[],
    kind: string,
    key: string,
    change: (item: Item) => Item,
    more: Item | null,
  ): Item[] => {
    const place = Math.floor(random() * items.length);
    const how = random();
    // One thing of a kind and an issue, so that what must be found is certain.
    if (isTwin(key) || random() >= 0.01 * Math.max(1, items.length)) return [...items];
    if (items.length === 0 || how > 0.8) {
      if (more === null) return [...items];
      expected.push(`added ${kind} ${oldKey(key)}`);
      return [...items, more];
    }
    expected.push(`${how < 0.4 ? 'lost' : 'changed'} ${kind} ${oldKey(key)}`);
    return items.flatMap((item, index) => (index !== place ? [item] : how < 0.4 ? [] : [change(item)]));
  };
  const at = '2026-05-05T05:05:05.000+0200';
  const by = renamed.person('5b10a03');
  const whatever = (): SourceIssue[] =>
    left.map((issue) => {
      const { key } = issue;
      const links = issue.links.filter((link) => !lost.has(link.key));
      if (links.length < issue.links.length) expected.push(`lost links ${oldKey(key)}`);
      return {
        ...issue,
        statuses: spoil(
          issue.statuses,
          'statuses',
          key,
          (item) =>
            random() < 0.5 ? { ...item, to: 'Rejected' } : { ...item, by: item.by === by ? renamed.person('5b10a04') : by },
          { at, by, from: 'Done', to: 'To Do' },
        ),
        comments: spoil(
          issue.comments,
          'comments',
          key,
          (item) => (random() < 0.5 ? { ...item, body: 'Something else.' } : { ...item, at }),
          { at, by, body: 'One more.' },
        ),
        links:
          links.length < issue.links.length
            ? links
            : spoil(links, 'links', key, (item) => ({ ...item, type: 'Relates', side: 'relates to' }), {
                ...{ type: 'Relates', side: 'relates to', key: issues[7]?.key ?? '' },
              }),
        attachments: spoil(
          issue.attachments,
          'attachments',
          key,
          (item) => (random() < 0.5 ? { ...item, size: item.size + 1 } : { ...item, name: 'renamed.txt' }),
          { at, by, name: 'more.txt', size: 1, type: 'text/plain' },
        ),
        fields: spoil(
          issue.fields.filter(({ value }) => value !== null),
          'fields',
          key,
          ({ name }) => ({ name, value: name === 'Reporter' ? { accountId: renamed.person('5b10a099') } : 'another value' }),
          null,
        ),
      };
    });
  return { issues: whatever(), expected: expected.sort() };
}

const seeds = [1, 2, 3, 4, 5];

test.each(seeds)('a migration that renames everything and loses nothing differs in nothing (seed %i)', (seed) => {
  const source = someIssues(seed, 300);
  const found = compared(source, migrated(source));
  expect(found.differences).toEqual([]);
  expect(found.pairs).toBe(300);
  const guessed = Object.fromEntries(found.guesses.map(({ from, to }) => [from, to]));
  expect(guessed).toMatchObject({ 'status:Open': 'status:To Do', 'field:Severity': 'field:Severity (migrated)' });
});

test.each(seeds)('one thing of every hundred that is lost, added or changed is found, and nothing else (seed %i)', (seed) => {
  const source = someIssues(seed, 300);
  const { issues, expected } = spoilt(migrated(source), seed);
  expect(expected.length).toBeGreaterThan(5);
  expect(inWords(compared(source, issues))).toEqual(expected);
});

test.each(seeds)('the same with a mapping that is told (seed %i)', (seed) => {
  const source = someIssues(seed, 300);
  const { issues, expected } = spoilt(migrated(source), seed + 100);
  const people = new Set(source.flatMap(({ statuses, comments }) => [...statuses, ...comments].flatMap(({ by }) => by ?? [])));
  const mapping: Mapping = {
    issues: new Map(source.map(({ key }) => [key, renamed.key(key)])),
    people: new Map([...people].map((person) => [person, renamed.person(person)])),
    fields: new Map([['Severity', renamed.field('Severity')]]),
    statuses: new Map([['Open', renamed.status('Open')]]),
  };
  expect(inWords(compared(source, issues, mapping))).toEqual(expected);
});

test('a changed item is named: which issue, where it is now, which item, in what', () => {
  const source = someIssues(3, 20);
  const target = source.map((issue) =>
    issue.key !== 'SHOP-3'
      ? issue
      : { ...issue, fields: issue.fields.map((field) => (field.name === 'Due' ? field : { ...field, value: 'x' })) },
  );
  const before = source.map((issue) => manifestOf(issue, oldSite));
  const after = target.map((issue) => manifestOf(issue, oldSite));
  const { differences } = compareManifests(before, after, noMapping, { source: new Set(), target: new Set() });
  expect(differences).toContainEqual({
    ...{ change: 'changed', kind: 'fields', issue: 'SHOP-3', target: 'SHOP-3' },
    ...{ item: 'Severity', aspects: ['content'] },
  });
});

test('names that both sides know are never guessed to be others', () => {
  const source = someIssues(5, 40);
  const swapped = source.map((issue) => ({
    ...issue,
    comments: issue.comments.map((comment) => ({ ...comment, by: comment.by === '5b10a01' ? '5b10a02' : comment.by })),
  }));
  const mine = source.flatMap(({ comments }) => comments).filter(({ by }) => by === '5b10a01').length;
  expect(mine).toBeGreaterThan(1);
  const words = new Set<string>();
  const before = source.map((issue) => manifestOf(issue, oldSite));
  for (const issue of before) addWords(words, issue);
  const after = swapped.map((issue) => manifestOf(issue, oldSite));
  const { differences, guesses } = compareManifests(before, after, noMapping, { source: words, target: words });
  expect(guesses).toEqual([]);
  expect(differences).toHaveLength(mine);
});

test('a manifest holds no word of what was written', () => {
  const text = JSON.stringify(someIssues(9, 50).map((issue) => manifestOf(issue, oldSite)));
  expect(text).not.toMatch(/What happened|Comment \d|Checkout fails/);
  for (const kind of manifestKinds) expect(text).toContain(`"${kind}":{"count":`);
});
