import { readAll } from './exported.fixture';

const head =
  'Summary,Issue key,Issue id,Status,Priority,Custom field (Risk),Created,Updated,Resolved,Comment,Comment,Status Category';
const first =
  '"The ""basket"", lost",SHOP-1,10001,Done,High,S1,01/Nov/26 9:00 AM,02/Nov/26 9:30 AM,02/Nov/26 9:30 AM,a,"b\nc",Done';
const second = 'Other,SHOP-2,10002,To Do,,,2026-11-01T12:00:00+0100,,,,,To Do';
const csv = [head, first, second, ''].join('\n');
const at = (text: string) => Date.parse(text);

test('reads the columns it needs, wherever the pieces end', () => {
  const whole = readAll(csv);
  expect(whole.issues).toEqual([
    {
      ...{ key: 'SHOP-1', status: { id: null, name: 'Done' }, category: 'done', severity: { id: null, name: 'High' } },
      ...{ created: at('2026-11-01T09:00:00Z'), updated: at('2026-11-02T09:30:00Z'), resolved: at('2026-11-02T09:30:00Z') },
      ...{ tellsResolution: true, changes: null, historiesLeftOut: 0, latest: at('2026-11-02T09:30:00Z') },
    },
    {
      ...{ key: 'SHOP-2', status: { id: null, name: 'To Do' }, category: 'new', severity: null },
      ...{ created: at('2026-11-01T11:00:00Z'), updated: null, resolved: null, tellsResolution: true, changes: null },
      ...{ historiesLeftOut: 0, latest: at('2026-11-01T11:00:00Z') },
    },
  ]);
  expect(whole.notes).toEqual(['The CSV names no time zone: its times are taken as UTC.']);
  for (const length of [1, 3, 100, 513]) expect(readAll(csv, length)).toEqual(whole);
});

test.each([
  ['semicolons', (text: string) => text.replaceAll(',', ';').replace('"";', '"",')],
  ['tabs', (text: string) => text.replaceAll(',', '\t')],
  ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['no line end behind the last row', (text: string) => text.trimEnd()],
])('reads it with %s', (_what, written) => {
  expect(readAll(written(csv)).issues.map(({ key, resolved }) => [key, resolved])).toEqual([
    ['SHOP-1', at('2026-11-02T09:30:00Z')],
    ['SHOP-2', null],
  ]);
});

test('finds the severity by the name of its column, also that of a field of the site', () => {
  const severities = (field: string) => readAll(csv, Infinity, field).issues.map(({ severity }) => severity?.name);
  expect([severities('risk'), severities('Custom field (Risk)'), severities('nothing')]).toEqual([
    ['S1', undefined],
    ['S1', undefined],
    [undefined, undefined],
  ]);
});

test('an export without the column of the resolution does not tell it', () => {
  const [issue] = readAll('Issue key,Status,Created\nA-1,Open,2026-11-01\n').issues;
  expect(issue).toMatchObject({ tellsResolution: false, resolved: null, category: null, severity: null });
});

test.each([
  [
    'columns of another language',
    'Vorgangsschlüssel,Status,Erstellt\nA-1,Open,2026-11-01',
    'The CSV has no column "Issue key", "Created": export all fields, in English.',
  ],
  ['other columns', 'name,price\nbasket,5', "It is neither JSON nor Jira's CSV: the first row has no column"],
  [
    'a row that is cut off',
    csv.slice(0, csv.indexOf('To Do')),
    'Row 3 has 4 cells where the first has 12: the file is cut off or mixed up.',
  ],
  ['quotes that are cut off', csv.slice(0, csv.indexOf('c",Done')), 'cut off: it ends inside the quotes of row 2'],
  [
    'a date that could be two',
    csv.replace('02/Nov/26 9:30 AM', '01/02/26'),
    'Row 2 (SHOP-1): "Updated" is "01/02/26", which is no date that can mean one thing only',
  ],
  ['no date', csv.replace('01/Nov/26 9:00 AM', ''), 'Row 2 (SHOP-1) has no "Created".'],
  ['no key', csv.replace('SHOP-1', ''), 'Row 2 has no "Issue key".'],
  ['no status', csv.replace('To Do,,', ',,'), 'Row 3 (SHOP-2) has no "Status".'],
])('refuses %s', (_what, text, sentence) => {
  expect(() => readAll(text)).toThrow(sentence);
  expect(() => readAll(text, 7)).toThrow(sentence);
});
