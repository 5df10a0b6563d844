import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { exportPath } from '../../tests/shared-material';
import { Misuse } from '../command';
import { analyse } from './analyse';

let folder: string;
let printed: string;
let complained: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-analyse-'));
  printed = complained = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    printed += typeof text === 'string' ? text : new TextDecoder().decode(text);
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const members = z.record(z.string(), z.unknown());

/** What `--json` prints. */
async function analysed(...args: readonly string[]): Promise<Record<string, unknown>> {
  printed = '';
  expect(await analyse.run([...args, '--json'])).toBe(0);
  return members.parse(JSON.parse(printed));
}

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'metrics.md'), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text ?? '');
const [example = ''] = blocks('jsonl');

test('the guide’s example gives what the guide says', async () => {
  const told = await analysed(file('example.jsonl', example));
  expect(complained).toBe('');
  const shown = blocks('json').map((text) => members.parse(JSON.parse(text)));
  const ours = shown.filter((block) => Object.keys(block).every((member) => member in told));
  for (const block of ours) expect(told).toMatchObject(block);
  expect(new Set(ours.flatMap((block) => Object.keys(block)))).toEqual(new Set(Object.keys(told)));
});

test('the guide’s example as a report', async () => {
  expect(await analyse.run([file('example.jsonl', example)])).toBe(0);
  expect(printed.replace(folder, '')).toBe(`/example.jsonl: 4 issues at 2026-11-10 12:00 UTC, 2 resolved and 2 open

Lead time, created to resolved  resolved  half within  85 % within  95 % within
  High                                 2      2 d 1 h          4 d          4 d
  Low                                  0    not known    not known    not known
  all                                  2      2 d 1 h          4 d          4 d

Time to repair, open ones included  resolved     median         95 % interval
  High                                2 of 3        4 d  2 d 1 h to not known
  Low                                 0 of 1  not known

Time in status  stays  average so far  together
  To Do             4         1 d 4 h  4 d 17 h
  In Progress       4         2 d 2 h  8 d 11 h
  In Review         1             1 h       1 h
  Done              2        4 d 14 h   9 d 4 h

Oldest open  severity  status           age           took no longer
  SHOP-3     High      In Progress      6 d  100 % of those resolved
  SHOP-4     Low       To Do        1 d 4 h

Backlog, the last 2 weeks
  arrived                  ██      4
  resolved                 ▁█      2
  open                     ██  2 now
`);
  expect(complained).toBe('');
});

test('what lies after the moment is not known', async () => {
  const path = file('example.jsonl', example);
  const told = await analysed(path, '--at', '2026-11-04T10:30:00Z');
  const span = (status: string, from: string, to: string | null) => ({
    status,
    from: `${from}.000Z`,
    to: to === null ? null : `${to}.000Z`,
  });
  expect(told['issues']).toEqual([
    {
      ...{ key: 'SHOP-1', leadTimeMinutes: null },
      statusSpans: [
        span('To Do', '2026-11-02T09:00:00', '2026-11-02T10:00:00'),
        span('In Progress', '2026-11-02T10:00:00', '2026-11-03T15:00:00'),
        span('In Review', '2026-11-03T15:00:00', '2026-11-03T16:00:00'),
        span('In Progress', '2026-11-03T16:00:00', null),
      ],
    },
    { key: 'SHOP-2', leadTimeMinutes: null, statusSpans: [span('To Do', '2026-11-03T09:00:00', null)] },
  ]);
  expect(told).toMatchObject({
    at: '2026-11-04T10:30:00.000Z',
    flow: {
      days: ['2026-11-02', '2026-11-03', '2026-11-04'],
      counts: [
        [0, 1, 0, 0],
        [1, 1, 0, 0],
        [1, 1, 0, 0],
      ],
    },
    backlog: { arrived: [1, 1, 0], resolved: [0, 0, 0], open: [1, 2, 2] },
    aging: {
      open: [
        { key: 'SHOP-1', status: 'In Progress' },
        { key: 'SHOP-2', status: 'To Do' },
      ],
    },
  });
  const dayAlone = await analysed(path, '--at', '2026-11-04');
  expect(dayAlone).toMatchObject({
    at: '2026-11-04T00:00:00.000Z',
    flow: {
      counts: [
        [0, 1, 0, 0],
        [1, 1, 0, 0],
        [1, 1, 0, 0],
      ],
    },
  });
});

test('several files are one export, and an issue that is there twice counts as it was updated last', async () => {
  const lines = example.trimEnd().split('\n');
  const older =
    lines[3]?.replace('"updated":"2026-11-10', '"updated":"2026-11-09').replace('"name":"To Do"', '"name":"New"') ?? '';
  const newer = lines[0]?.replaceAll('2026-11-04T10:30:45', '2026-11-05T10:30:45') ?? '';
  const told = await analysed(file('a.jsonl', lines.join('\n')), file('b.jsonl', `${older}\n${newer}`));
  expect(told['issues']).toMatchObject(['SHOP-2', 'SHOP-3', 'SHOP-4', 'SHOP-1'].map((key) => ({ key })));
  expect(told).toMatchObject({
    notes: ['2 issues are there more than once; of each the one updated last counts (SHOP-4, SHOP-1).'],
    issues: [{}, {}, { statusSpans: [{ status: 'To Do' }] }, { leadTimeMinutes: 2970 + 1440 }],
    backlog: { arrived: [1, 1, 1, 0, 0, 0, 0, 1, 0] },
  });
});

test('notes what the export does not tell, in the report and on standard error', async () => {
  const page = {
    total: 9,
    isLast: false,
    issues: example
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  };
  const text = JSON.stringify(page)
    .replace('"total":4', '"total":140')
    .replace('"changelog":{"total":0,"histories":[]}', '"x":1')
    .replace('"resolutiondate":"2026-11-07T09:00:00.000+0000"', '"resolutiondate":"2026-11-01T09:00:00.000+0000"')
    .replace('"2026-11-06T00:00:00.000+0000","items"', '"2026-11-04T00:00:00.000+0000","items"')
    .replace('2026-11-04T12:00:00.000+0000","resolutiondate":null', '2026-11-04T12:00:00.000+0000"');
  const { notes } = await analysed(file('page.json', text));
  const expected = [
    'Jira found 9 issues, the export has 4: pages are missing.',
    '1 issue has no changelog: it counts with its present status since its creation; JSON with expand=changelog has it (SHOP-4).',
    '1 issue has more histories in Jira than in the export: changes of status may be missing (SHOP-1).',
    '1 issue has no resolutiondate: it counts as unresolved; export with all fields (SHOP-3).',
    '1 issue is resolved before it was created: it took 0 minutes (SHOP-2).',
    '1 issue changed its status before it was created: such changes count from the creation on (SHOP-3).',
  ];
  expect(notes).toEqual(expected);
  expect(complained).toBe(expected.map((note) => `holdpoint: ${note}\n`).join(''));
  printed = '';
  await analyse.run([join(folder, 'page.json')]);
  expect(printed).toContain(`\nMind\n  ${expected[0] ?? ''}\n  ${expected[1] ?? ''}`);
});

test('reads CSV, and a severity by its own field', async () => {
  const csv =
    'Issue key,Status,Created,Resolved,Custom field (Risk)\nA-1,Done,2026-11-01 10:00,2026-11-02 10:00,S1\nA-2,Open,2026-11-02 10:00,,\n';
  const told = await analysed(file('issues.csv', csv), '--severity', 'Risk');
  expect(told).toMatchObject({
    severityField: 'Risk',
    notes: [
      'The CSV names no time zone: its times are taken as UTC.',
      '2 issues have no changelog: they count with their present status since their creation; JSON with expand=changelog has it (A-1, A-2).',
    ],
    leadTime: {
      bySeverity: [
        { severity: 'S1', n: 1, p50Minutes: 1440 },
        { severity: null, n: 0 },
      ],
    },
  });
});

test('no build server finds an order in what people wrote', async () => {
  const csv = 'Issue key,Status,Created,Priority\n##vso[a],##[error]b,2026-11-01,###[c]\n';
  const path = file('orders.csv', csv);
  const told = await analysed(path);
  expect(printed).not.toContain('##');
  expect(told).toMatchObject({
    issues: [{ key: '##vso[a]', statusSpans: [{ status: '##[error]b' }] }],
    repair: [{ severity: '###[c]' }],
  });
  printed = '';
  await analyse.run([path]);
  expect(printed + complained).not.toMatch(/##\w*\[/);
});

test.each([
  ['no such file', null, 'There is no such file.'],
  ['an empty file', '', 'It is empty.'],
  ['an export without issues', '{"issues":[]}', 'It holds no issues.'],
  ['a file that is cut off', example.slice(0, 900), 'The file is cut off'],
  ['a page for a browser', '<html>', 'It is a page for a browser'],
  ['an error of Jira', '{"errorMessages":["no\\nway"],"errors":{}}', 'Jira answered with an error instead of issues: no way'],
  ['other JSON', '{"name":"##[error]x"}', 'This is JSON, but no Jira issue: it has "name".'],
])('says on one line what is wrong with %s', async (_what, text, sentence) => {
  const path = text === null ? join(folder, 'none') : file('bad', text);
  expect(await analyse.run([path])).toBe(1);
  expect(complained).toMatch(/^holdpoint: [^\n]+\n$/);
  expect(complained).toContain(sentence);
  expect(printed).toBe('');
});

test('a directory, and a field that is no severity, are refused', async () => {
  expect(await analyse.run([folder])).toBe(1);
  expect(complained).toContain('It is a directory.');
  const many = Array.from({ length: 501 }, (_, n) => `A-${n},Open,2026-11-01,text ${n}`);
  expect(
    await analyse.run([file('many.csv', `Issue key,Status,Created,Summary\n${many.join('\n')}`), '--severity', 'Summary']),
  ).toBe(1);
  expect(complained).toContain('more than 500 different values');
});

test('a moment before the first issue leaves nothing', async () => {
  expect(await analyse.run([file('example.jsonl', example), '--at', '2020-01-01'])).toBe(1);
  expect(complained).toBe('holdpoint: It holds no issues that had been created by then.\n');
});

test.each([
  [[]],
  [['--at', 'yesterday', 'x']],
  [['--at', '2026-02-30', 'x']],
  [['--at', '2026-11-02T09:00:00', 'x']],
  [['--severity', '', 'x']],
  [['--severity', ' ', 'x']],
])('does not understand %j', async (args) => {
  await expect(analyse.run(args)).rejects.toThrow(Misuse);
});

test('its help says what its exit codes mean', () => {
  expect(analyse.help).toMatch(/Exit code: 0 .* 1 .* 2 /s);
});

const hasExport = (() => {
  try {
    return readFileSync(exportPath).length > 0;
  } catch {
    return false;
  }
})();

const exportSchema = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({ created: z.string(), resolutiondate: z.string().nullable(), status: z.object({ name: z.string() }) }),
      changelog: z.object({
        histories: z.array(
          z.object({
            id: z.string(),
            created: z.string(),
            items: z.array(z.object({ field: z.string(), fromString: z.string().nullable(), toString: z.string().nullable() })),
          }),
        ),
      }),
    }),
  ),
});
const flowSchema = z.object({ days: z.array(z.string()), statuses: z.array(z.string()), counts: z.array(z.array(z.number())) });

(hasExport ? test : test.skip)(
  'a real export gives the spans and lead times that its changelog tells, and its flow',
  async () => {
    const told = await analysed(exportPath);
    const { issues } = exportSchema.parse(JSON.parse(readFileSync(exportPath, 'utf8')));
    const iso = (text: string) => new Date(text).toISOString();
    const expected = issues.map(({ key, fields, changelog }) => {
      const changes = [...changelog.histories]
        .sort((a, b) => Date.parse(a.created) - Date.parse(b.created) || Number(a.id) - Number(b.id))
        .flatMap(({ created, items }) =>
          items
            .filter(({ field }) => field === 'status')
            .map((item) => ({ from: item.fromString, to: item.toString, at: iso(created) })),
        );
      const beginnings = [
        { status: changes[0]?.from ?? fields.status.name, from: iso(fields.created) },
        ...changes.map((change) => ({ status: change.to, from: change.at })),
      ];
      const minutes = (Date.parse(fields.resolutiondate ?? '') - Date.parse(fields.created)) / 60_000;
      return {
        ...{ key, leadTimeMinutes: fields.resolutiondate === null ? null : Math.floor(minutes) },
        statusSpans: beginnings.map((span, n) => ({ ...span, to: beginnings[n + 1]?.from ?? null })),
      };
    });
    expect(expected).toHaveLength(33);
    expect(told['issues']).toEqual(expected);
    const { days, statuses, counts } = flowSchema.parse(told['flow']);
    for (const [n, day] of days.entries()) {
      const end = new Date(Date.parse(day) + 86_400_000).toISOString();
      const held = expected.map(({ statusSpans }) => statusSpans.filter(({ from }) => from < end).at(-1)?.status);
      expect(counts[n]).toEqual(statuses.map((status) => held.filter((each) => each === status).length));
    }
  },
);
