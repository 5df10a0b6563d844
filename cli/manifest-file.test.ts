import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf } from '../src/governance/manifest';
import type { IssueManifest } from '../src/governance/manifest';
import { manifestLines, readTwo } from './manifest-file';
import { readMapping } from './mapping-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const anIssue = (key: string, summary: string): IssueManifest =>
  manifestOf(
    {
      ...{ key, created: '2026-11-02T10:00:00.000+0100', summary, statuses: [], comments: [], attachments: [] },
      ...{ links: [], fields: [{ name: 'Summary', value: summary }] },
    },
    'https://example.org',
  );
async function aFile(name: string, issues: readonly IssueManifest[]): Promise<string> {
  const path = join(folder, name);
  const head = {
    holdpointManifest: 1,
    site: 'https://example.org',
    jql: 'project = SHOP',
    at: '2026-11-02T09:00:00.000Z',
  } as const;
  const some = async function* () {
    yield* issues;
  };
  let text = '';
  for await (const line of manifestLines(head, some())) text += line;
  writeFileSync(path, text);
  return path;
}

test('what is written is read again, and what is the same in both is only counted', async () => {
  const one = await aFile('one', [anIssue('SHOP-1', 'a'), anIssue('SHOP-2', 'b')]);
  const two = await aFile('two', [anIssue('SHOP-1', 'a'), anIssue('SHOP-2', 'c')]);
  const read = await readTwo(one, two);
  expect(read.same).toBe(1);
  expect([read.source, read.target]).toEqual([[anIssue('SHOP-2', 'b')], [anIssue('SHOP-2', 'c')]]);
});

test.each([
  ['cut off', (text: string) => text.slice(0, text.lastIndexOf('{"end"')), 'is cut off'],
  ['without a line', (text: string) => text.replace(/\{"key":"SHOP-2".*\n/, ''), 'lacks 1 of its 2 issues'],
  ['with a spoilt line', (text: string) => text.replace('"gist"', '"list"'), 'issue 1, cannot be read'],
  ['without an item', (text: string) => text.replace(/"items":\[\{[^\]]*\]/, '"items":['), 'cannot be read'],
  [
    'with another count',
    (text: string) => text.replace('"fields":{"count":1', '"fields":{"count":2'),
    'its counts and its items differ',
  ],
  ['of another kind', () => '{"hello":1}\n', 'is no manifest'],
])('a manifest %s is not compared', async (_, spoil, words) => {
  const path = await aFile('one', [anIssue('SHOP-1', 'a'), anIssue('SHOP-2', 'b')]);
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  await expect(readTwo(path, path)).rejects.toThrow(words);
});

test('a mapping is JSON, or CSV of kinds, or CSV of keys alone', () => {
  const file = (text: string) => {
    writeFileSync(join(folder, 'mapping'), text);
    return join(folder, 'mapping');
  };
  const expected = {
    ...{ issues: new Map([['SHOP-1', 'STORE-7']]), people: new Map([['a', 'b']]) },
    ...{ fields: new Map([['Severity', 'Severity, "old"']]), statuses: new Map() },
  };
  const json = { issues: { 'SHOP-1': 'STORE-7' }, people: { a: 'b' }, fields: { Severity: 'Severity, "old"' } };
  expect(readMapping(file(JSON.stringify(json)))).toEqual(expected);
  expect(readMapping(file('kind,old,new\nissue,SHOP-1,STORE-7\nperson,a,b\r\nfield,Severity,"Severity, ""old"""\n'))).toEqual(
    expected,
  );
  expect(readMapping(file('SHOP-1;STORE-7\n')).issues).toEqual(expected.issues);
  expect(() => readMapping(file('kind,old,new\nthing,a,b\n'))).toThrow('line 2');
  expect(() => readMapping(file('{"issue": {}}'))).toThrow('is no mapping');
});
