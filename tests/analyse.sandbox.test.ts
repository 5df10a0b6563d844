import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { exportPath } from './shared-material';

/** `holdpoint analyse` as a pipeline runs it: built, in a process of its own. */
jest.setTimeout(60_000);

const command = join(__dirname, '..', 'cli', 'bin', 'holdpoint.mjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function analyse(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'analyse', ...args]);
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    child.on('close', (code) => resolve({ code, ...said }));
    // It may have ended before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const told = z.object({
  at: z.string(),
  notes: z.array(z.string()),
  issues: z.array(
    z.object({
      key: z.string(),
      leadTimeMinutes: z.number().nullable(),
      statusSpans: z.array(z.object({ status: z.string(), from: z.iso.datetime(), to: z.iso.datetime().nullable() })),
    }),
  ),
});

(existsSync(exportPath) ? test : test.skip)('reads a real export, from a file and from standard input', async () => {
  const ended = await analyse([exportPath, '--json']);
  expect(ended).toMatchObject({ code: 0, err: '' });
  const { at, notes, issues } = told.parse(JSON.parse(ended.out));
  expect({ at, notes, count: issues.length }).toEqual({ at: '2022-07-15T22:31:38.616Z', notes: [], count: 33 });
  const spans = (key: string) => issues.find((issue) => issue.key === key);
  expect(spans('EE-1')).toEqual({
    ...{ key: 'EE-1', leadTimeMinutes: 10_458 },
    statusSpans: [
      { status: 'Inbox', from: '2020-06-12T00:13:13.360Z', to: '2020-06-12T01:45:24.493Z' },
      { status: 'Ready for Dev', from: '2020-06-12T01:45:24.493Z', to: '2020-06-12T03:38:39.785Z' },
      { status: 'In Development', from: '2020-06-12T03:38:39.785Z', to: '2020-06-12T06:22:49.352Z' },
      { status: 'Open', from: '2020-06-12T06:22:49.352Z', to: '2020-06-19T06:31:18.526Z' },
      { status: 'Closed', from: '2020-06-19T06:31:18.526Z', to: '2021-03-28T08:06:08.715Z' },
      { status: '已完成', from: '2021-03-28T08:06:08.715Z', to: null },
    ],
  });
  expect(spans('K5-4')).toEqual({
    ...{ key: 'K5-4', leadTimeMinutes: null },
    statusSpans: [{ status: 'To Do', from: '2022-07-15T22:31:15.981Z', to: null }],
  });
  expect((await analyse(['-', '--json'], readFileSync(exportPath, 'utf8'))).out).toBe(ended.out);
  const report = await analyse([exportPath]);
  expect(report.out.split('\n')[0]).toContain('33 issues at 2022-07-15 22:31 UTC, 30 resolved and 3 open');
  expect(report.out.split('\n').length).toBeLessThan(60);
});

(existsSync(exportPath) ? test : test.skip)('says working time beside calendar time, where a zone is named', async () => {
  const ended = await analyse([exportPath, '--json', '--working-hours', 'Europe/Berlin']);
  const working = z.object({
    workingHours: z.object({ zone: z.string() }),
    issues: z.array(z.object({ key: z.string(), leadTimeWorkingMinutes: z.number().nullable() })),
    statusTime: z.array(z.object({ minutes: z.number(), workingMinutes: z.number() })),
  });
  const { workingHours, issues, statusTime } = working.parse(JSON.parse(ended.out));
  expect(workingHours.zone).toBe('Europe/Berlin');
  // Created on a Friday before nine in Berlin, resolved on the Friday after before nine: five whole days.
  expect(issues.find(({ key }) => key === 'EE-1')?.leadTimeWorkingMinutes).toBe(5 * 8 * 60);
  expect(statusTime.every(({ minutes, workingMinutes }) => workingMinutes <= minutes)).toBe(true);
  const report = await analyse([exportPath, '--working-hours', 'Europe/Berlin']);
  expect(report.out).toContain('working, together');
  expect(await analyse([exportPath, '--working-hours', 'Mars'])).toMatchObject({ code: 2, out: '' });
});

test.each([
  ['a file that is not there', ['/nowhere/export.json'], '', 1, 'There is no such file.'],
  ['a page that asks to log in', ['-'], '<!DOCTYPE html><title>Log in</title>', 1, 'It is a page for a browser'],
  [
    'an export that is cut off',
    ['-'],
    '{"issues":[{"key":"A-1","fields":{"summary":"the bas',
    1,
    'The file is cut off: it ends after 52 bytes',
  ],
  ['something large that is none', ['-'], `{"issues":[${'['.repeat(5_000_000)}`, 1, 'stands what JSON does not allow there.'],
  ['no export', [], '', 2, 'analyse needs at least one export. See holdpoint --help.'],
  ['an unknown option', ['x', '--html'], '', 2, 'See holdpoint --help.'],
])('says on one line what is wrong with %s', async (_what, args, input, code, sentence) => {
  const ended = await analyse(args, input);
  expect({ code: ended.code, out: ended.out, lines: ended.err.match(/\n/g)?.length }).toEqual({ code, out: '', lines: 1 });
  expect(ended.err).toContain(sentence);
});
