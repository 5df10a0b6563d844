import * as fc from 'fast-check';
import { ExportProblem } from './export-problem';
import { issueJson, readAll, statusHistory } from './exported.fixture';
import { readExport } from './read-export';

const keysOf = (text: string, length?: number) => readAll(text, length).issues.map(({ key }) => key);
const json = (value: unknown) => JSON.stringify(value);

test('reads an issue with all that is asked of it', () => {
  const histories = [
    statusHistory('12', '2026-11-02T08:00:00.000+0000', '1', '2'),
    statusHistory('11', '2026-11-01T09:30:00.000+0000', '9', '1'),
  ];
  const fields = {
    resolutiondate: '2026-11-02T09:00:00.000+0100',
    status: { id: '2', name: 'Done', statusCategory: { key: 'done' } },
  };
  const page = { startAt: 0, total: 7, isLast: false, issues: [issueJson('SHOP-1', fields, { total: 3, histories })] };
  const { issues, pages, notes } = readAll(json(page));
  const named = (id: string) => ({ id, name: `name of ${id}` });
  expect(issues).toEqual([
    {
      ...{ key: 'SHOP-1', severity: { id: '3', name: 'Medium' }, status: { id: '2', name: 'Done' }, category: 'done' },
      ...{ created: Date.parse('2026-11-01T09:00:00Z'), updated: Date.parse('2026-11-03T09:00:00Z') },
      ...{ resolved: Date.parse('2026-11-02T08:00:00Z'), tellsResolution: true, latest: Date.parse('2026-11-03T09:00:00Z') },
      changes: [
        { at: Date.parse('2026-11-02T08:00:00Z'), order: 12, from: named('1'), to: named('2') },
        { at: Date.parse('2026-11-01T09:30:00Z'), order: 11, from: named('9'), to: named('1') },
      ],
      historiesLeftOut: 1,
    },
  ]);
  expect([pages, notes]).toEqual([[{ total: 7, isLast: false }], []]);
});

const [one, two, three] = ['A-1', 'A-2', 'A-3'].map((key) => issueJson(key));
const page = { expand: 'names', total: 2, issues: [one, two], names: { status: 'Status' } };

test.each([
  ['a page', json(page), 2],
  ['a page with blanks', JSON.stringify(page, null, 2), 2],
  ['pages one after the other', `${json(page)}\n${json({ issues: [three] })}`, 3],
  ['a list of pages', json([page, { issues: [three] }]), 3],
  ['a list of issues', json([one, two, three]), 3],
  ['lines of issues', [one, two, three].map(json).join('\n'), 3],
  ['lines of issues with carriage returns', [one, two, three].map(json).join('\r\n'), 3],
  ['lines of pages and issues', `${json(page)}\n${json(three)}\n`, 3],
  ['one issue', JSON.stringify(one, null, 4), 1],
  ['a byte order mark', `\uFEFF${json(page)}`, 2],
  ['an empty page', json({ issues: [], total: 0 }), 0],
  ['nothing in a list', '[]', 0],
  ['a page whose name comes last', '{"total":1,"issues":[' + json(one) + ']}', 1],
])('reads %s, wherever its pieces end', (_what, text, count) => {
  const keys = ['A-1', 'A-2', 'A-3'].slice(0, count);
  for (const length of [1, 2, 3, 7, 64, 511, 513, Infinity]) expect(keysOf(text, length)).toEqual(keys);
});

test('gives the same whatever the pieces, and whatever else the issues hold', () => {
  const anything = fc.dictionary(fc.constantFrom('issues', 'key', 'a', 'total', 'é'), fc.jsonValue());
  const issue = fc
    .tuple(fc.string({ minLength: 1, maxLength: 20 }), anything, fc.array(fc.nat(1_000)))
    .map(([key, fields, minutes]) =>
      issueJson(
        key,
        { a: fields, description: json(fields) },
        {
          histories: minutes.map((at, n) =>
            statusHistory(String(n), new Date(at * 60_000).toISOString(), `${n % 3}`, `${(n + 1) % 3}"\\`),
          ),
          issues: [fields],
        },
      ),
    );
  fc.assert(
    fc.property(
      fc.array(issue, { maxLength: 5 }),
      fc.constantFrom(undefined, 1),
      fc.integer({ min: 1, max: 3_000 }),
      (issues, indent, length) => {
        const text = JSON.stringify({ total: 3, issues }, null, indent);
        const whole = readAll(text);
        expect(whole.issues.map(({ key }) => key)).toEqual(issues.map((each) => ('key' in each ? each.key : null)));
        expect(readAll(text, length)).toEqual(whole);
      },
    ),
    { numRuns: 60 },
  );
});

test('a file that is cut off anywhere is refused', () => {
  const text = json([page, { issues: [three] }]);
  for (let length = 1; length < text.length; length += 5) {
    // Only a blank file is empty, and only a whole one is not cut.
    expect(() => readAll(text.slice(0, length))).toThrow(
      /^The file is cut off: it ends after \d+ bytes in the middle of something\.$/,
    );
  }
});

const huge = (opening: string, inside: string, megabytes: number) =>
  opening + inside.repeat(Math.ceil((megabytes * 1e6) / inside.length));

test.each([
  ['nothing', '', 'It is empty.'],
  ['blanks', ' \n\n ', 'It is empty.'],
  ['a page for a browser', '<!DOCTYPE html><html><title>Log in</title></html>', 'It is a page for a browser (or XML)'],
  ['bytes of anything', '\u0001\u0000\u0002', 'It holds zero bytes'],
  ['a text', 'Hello', "It is neither JSON nor Jira's CSV"],
  [
    'a zero byte',
    `${json(page).slice(0, 600)}\u0000${json(page).slice(600)}`,
    'At byte 601 stands what JSON does not allow there.',
  ],
  ['two files in one', `${json(page)}${json(page).slice(50)}`, 'stands what JSON does not allow there.'],
  [
    'an error of Jira',
    json({ errorMessages: ['The value "X" does not exist.'], errors: {} }),
    'Jira answered with an error instead of issues: The value "X" does not exist.',
  ],
  [
    'a page with ids alone',
    json({ issues: [{ id: '10002' }], isLast: true }),
    'The issue at byte 12 is not as Jira writes issues: it has no "key".',
  ],
  [
    'a page with keys alone',
    json({ issues: [{ id: '1', key: 'A-1' }] }),
    'A-1 is not as Jira writes issues: it has no "fields"; ask Jira for all fields',
  ],
  ['other JSON', json({ name: 'shop', version: '1.0.0' }), 'This is JSON, but no Jira issue: it has "name", "version".'],
  ['an empty object', '{}', 'This is JSON, but no Jira issue: it has nothing.'],
  ['a number', '[1]', 'At byte 2 stands what JSON does not allow there.'],
  ['a comma too many', `[${json(one)},]`, 'stands what JSON does not allow there.'],
  ['a comma too few', `[${json(one)}${json(two)}]`, 'stands what JSON does not allow there.'],
  ['a list in a list', '[[]]', 'At byte 2 stands'],
  ['issues twice', '{"issues":[],"issues":[]}', 'a page has "issues" a second time'],
  ['deep nesting', huge('{"issues":[{"fields":{"a":', '[', 1), 'nested more than 500 deep'],
  [
    'no date',
    json([issueJson('A-1', { created: 'yesterday' })]),
    'A-1 is not as Jira writes issues: "created" is no date with a time zone',
  ],
  ['a number for a date', json([issueJson('A-1', { created: 5 })]), '"created" is no date.'],
  ['no creation', json([{ key: 'A-1', fields: { status: { name: 'Open' } } }]), '"fields" has no "created"'],
  ['no status', json([issueJson('A-1', { status: null })]), '"status" has neither a name nor an id'],
  ['no fields', json([{ key: 'A-1', fields: [] }]), '"fields" is not an object'],
  ['an empty key', json([issueJson('')]), '"key" is empty or very long'],
  ['a number for a key', json([{ ...one, key: 5 }]), 'The issue at byte 2 is not as Jira writes issues: "key" is no text.'],
  ['a history without a date', json([issueJson('A-1', {}, { histories: [{ items: [] }] })]), 'has no "created" or no "items"'],
  ['histories of another kind', json([issueJson('A-1', {}, { histories: {} })]), '"histories" is not a list'],
  ['items of another kind', json([issueJson('A-1', {}, { histories: [{ items: [5] }] })]), '"items" is not an object'],
])('refuses %s with one sentence', (_what, text, sentence) => {
  for (const length of [65_536, Infinity]) {
    expect(() => readAll(text, length)).toThrow(ExportProblem);
    expect(() => readAll(text, length)).toThrow(sentence);
  }
});

test.each([
  ['a string', '{"issues":[{"fields":{"a":"'],
  ['a page', '{"names":{"a":"'],
  ['an escape', '{"issues":[{"fields":{"a":"\\u0000'],
])('stops reading %s that does not end', (_what, opening) => {
  expect(() => readAll(huge(opening, 'x', 70), 1024 * 1024)).toThrow('larger than 32 MB: that is no issue.');
});

test.each([
  ['UTF-16', [0xff, 0xfe, 0x7b, 0x00], 'It is UTF-16: save it as UTF-8.'],
  ['UTF-16 the other way round', [0xfe, 0xff, 0x00, 0x7b], 'It is UTF-16: save it as UTF-8.'],
  ['UTF-16 without a mark', [0x7b, 0x00, 0x22, 0x00], 'It holds zero bytes: it is a binary file, or UTF-16.'],
  ['gzip', [0x1f, 0x8b, 0x08], 'It is compressed: unpack it first.'],
  ['a spreadsheet', [0x50, 0x4b, 0x03, 0x04], 'It is a zip file or a spreadsheet'],
  ['another encoding', [0x47, 0x72, 0xfc, 0xdf, 0x65], 'it is not written in UTF-8'],
])('knows %s by its first bytes', (_what, bytes, sentence) => {
  expect(() => readAll(Uint8Array.from(bytes))).toThrow(sentence);
  expect(() => readAll(Uint8Array.from(bytes), 1)).toThrow(sentence);
});

test('changes of one moment stand in the order of their histories, whichever way the changelog runs', () => {
  const at = '2026-11-02T08:00:00.000+0000';
  const moves = [
    statusHistory('9', at, '1', '2'),
    statusHistory('10', at, '2', '3'),
    statusHistory('11', '2026-11-02T08:00:01.000+0000', '3', '4'),
  ];
  const inOrder = (histories: object[]) =>
    readAll(json([issueJson('A-1', {}, { histories })]))
      .issues.flatMap(({ changes }) => changes ?? [])
      .sort((a, b) => a.at - b.at || a.order - b.order)
      .map(({ to }) => to.id);
  const without = moves.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'id')));
  expect([inOrder(moves), inOrder([...moves].reverse())]).toEqual([
    ['2', '3', '4'],
    ['2', '3', '4'],
  ]);
  expect([inOrder(without), inOrder([...without].reverse())]).toEqual([
    ['2', '3', '4'],
    ['2', '3', '4'],
  ]);
});

test('a site’s own field called "status" is none, and Jira Server’s items need no fieldId', () => {
  const item = { fromString: 'a', toString: 'b', from: null, to: null };
  const kinds = [
    { ...item, field: 'status', fieldtype: 'custom', fieldId: 'customfield_1' },
    { ...item, field: 'status', fieldtype: 'custom' },
    { ...item, field: 'Status', fieldtype: 'jira' },
    { ...item, field: 'status', fieldtype: 'jira', fieldId: '', from: '' },
    { ...item, fieldId: 'status', field: 'Zustand' },
  ];
  const histories = kinds.map((each, n) => ({ id: n, created: '2026-11-02T08:00:00.000+0000', items: [each] }));
  const [issue] = readAll(json([issueJson('A-1', {}, { histories })])).issues;
  expect(issue?.changes?.map(({ order, from }) => [order, from])).toEqual([
    [3, { id: '', name: 'a' }],
    [4, { id: null, name: 'a' }],
  ]);
});

test.each([
  ['an option', { id: '7', value: 'S1', self: 'x' }, { id: '7', name: 'S1' }],
  ['a text', 'S1', { id: null, name: 'S1' }],
  ['a number for an id', { id: 7, name: 'S1' }, { id: '7', name: 'S1' }],
  ['an empty text', '', null],
  ['null', null, null],
  ['a list', [{ value: 'S1' }], null],
  ['something else', { key: 'S1' }, null],
])('reads a severity that is %s', (_what, value, severity) => {
  const { issues } = readAll(json([issueJson('A-1', { customfield_10042: value })]), Infinity, 'customfield_10042');
  expect(issues[0]?.severity).toEqual(severity);
});

test('says what an issue does not tell', () => {
  const [known, silent] = readAll(json([issueJson('A-1', { resolutiondate: undefined }, null), issueJson('A-2', {}, {})])).issues;
  expect(known).toMatchObject({ changes: null, tellsResolution: false, resolved: null, historiesLeftOut: 0 });
  expect(silent).toMatchObject({ changes: null, tellsResolution: true });
});

test('the last of two members of one name counts, as it does for everybody', () => {
  const text = `{"key":"A-1","key":"A-2","fields":${json({ created: '2026-11-01T10:00:00Z', status: { name: 'Open' } })},"changelog":${json({ histories: [statusHistory('1', '2026-11-01T10:00:00Z', '1', '2')] })},"changelog":null}`;
  expect(readAll(text).issues).toMatchObject([{ key: 'A-2', changes: null }]);
});

test('names with escapes and of other writings are read as they are', () => {
  const text = json([issueJson('GRÜN-1', { status: { id: '5', name: '已完成 "a"\n' } })]);
  const escaped = text.replace('已', '\\u5df2');
  expect([readAll(text).issues, readAll(escaped, 5).issues]).toMatchObject([
    [{ key: 'GRÜN-1', status: { id: '5', name: '已完成 "a"\n' } }],
    [{ key: 'GRÜN-1', status: { id: '5', name: '已完成 "a"\n' } }],
  ]);
});

test('an export of ten thousand different names is read as one of a few', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => issueJson(`A-${n}`, { status: { id: String(n), name: `Status ${n}` } }));
  const { issues } = readAll(json(many), 65_536);
  expect(issues.every(({ status }, n) => status.name === `Status ${n}` && status.id === String(n))).toBe(true);
});

test('summaries and names are there only where they are asked for, whatever their shape', () => {
  const fields = [
    { summary: 'Basket "loses" <items> \u2028', assignee: { self: 'x', displayName: 'Ada Ö.', active: true } },
    { summary: '', assignee: null },
    { summary: { text: 'no text' }, assignee: 'ada' },
    {},
  ];
  const issues = fields.map((words, n) => issueJson(`A-${n}`, words));
  const words: unknown[] = [];
  for (const withWords of [true, false]) {
    const reader = readExport(
      'priority',
      { issue: (issue) => words.push(issue.words), page: () => {}, note: () => {} },
      withWords,
    );
    reader.write(new TextEncoder().encode(JSON.stringify({ issues })));
    reader.end();
  }
  expect(words).toEqual([
    { summary: 'Basket "loses" <items> \u2028', assignee: 'Ada Ö.' },
    { summary: '', assignee: null },
    { summary: null, assignee: null },
    { summary: 'About A-3', assignee: null },
    ...fields.map(() => undefined),
  ]);
});
