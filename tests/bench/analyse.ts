/** `holdpoint analyse` on large exports: computing time and memory of the whole command; and what it computes, without the reading. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBundled } from './bundled';

const root = join(__dirname, '..', '..');

/** How many issues; how often; milliseconds of computing and megabytes that it may take. */
const sizes = [
  { n: 1_000, rounds: 5, limit: 700, mostMb: 220 },
  { n: 10_000, rounds: 5, limit: 700, mostMb: 220 },
  { n: 100_000, rounds: 1, limit: 5_000, mostMb: 700 },
] as const;

/** Prints a line of JSON for each size, and what one issue more costs from one size to the next. */
export async function benchAnalyse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    runBundled('analytics-run.ts');
    const built = spawnSync(process.execPath, [join(root, 'tools', 'build-cli.mjs')], { stdio: 'inherit' });
    if (built.status !== 0) throw new Error('The command could not be built.');
    const file = join(folder, 'export.json');
    let before: { readonly n: number; readonly p50: number } | null = null;
    for (const { n, rounds, limit, mostMb } of sizes) {
      const megabytes = Math.round(writeExport(file, n) / 1e6);
      const runs = Array.from({ length: rounds }, () => run(file));
      const times = runs.map(({ time }) => time).sort((a, b) => a - b);
      const [p50, p95] = [times[Math.floor(rounds / 2)] ?? 0, times[rounds - 1] ?? 0];
      const more: object =
        before === null ? {} : { microsecondsPerIssueMore: Math.round(((p50 - before.p50) / (n - before.n)) * 1_000) };
      const figure = {
        name: 'analyse',
        n,
        p50,
        p95,
        unit: 'ms',
        megabytes,
        ...more,
        peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
        mostMb,
      };
      console.log(JSON.stringify({ ...figure, reference: limit, ratio: Math.round((p50 / limit) * 1_000) / 1_000 }));
      before = { n, p50 };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command in a process of its own, which says at its end how long it was computing and how much memory it held at most. */
function run(file: string): { readonly time: number; readonly peakMb: number } {
  const say = 'process.on("exit", () => process.stderr.write(JSON.stringify(process.resourceUsage())))';
  const args = ['--import', `data:text/javascript,${say}`, join(root, 'cli', 'bin', 'holdpoint.mjs'), 'analyse', file, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1e9 });
  if (status !== 0 || !stdout.subarray(-2).equals(Buffer.from('}\n')))
    throw new Error(`The command failed: ${stderr.toString().slice(0, 500)}`);
  const said = /"userCPUTime":(\d+),"systemCPUTime":(\d+),"maxRSS":(\d+)/.exec(stderr.toString());
  if (said === null) throw new Error('The command did not say what it took.');
  const [user = 0, system = 0, kilobytes = 0] = said.slice(1).map(Number);
  return { time: Math.round((user + system) / 1_000), peakMb: Math.round((kilobytes * 1_024) / 1e6) };
}

const statuses = ['Open', 'To Do', 'In Progress', 'In Review', 'Blocked', 'Testing', 'Resolved', 'Done'];
const iso = (moment: number) => new Date(moment).toISOString().replace('Z', '+0000');
const person = (n: number) => ({
  ...{ self: `https://example.atlassian.net/rest/api/3/user?accountId=account-${n % 50}`, accountId: `account-${n % 50}` },
  ...{ displayName: `User ${n % 50}`, active: true, timeZone: 'Europe/Berlin', accountType: 'atlassian' },
});

/** Search results as Jira gives them, with some 13 changes of the status for each issue. @returns their bytes */
function writeExport(path: string, n: number): number {
  const file = openSync(path, 'w');
  writeSync(file, `{"expand":"schema,names","startAt":0,"maxResults":${n},"total":${n},"issues":[`);
  let text = '';
  for (let issue = 0; issue < n; issue += 1) {
    text += `${issue === 0 ? '' : ','}${JSON.stringify(issueOf(issue))}`;
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, `${text}]}\n`);
  closeSync(file);
  return statSync(path).size;
}

function issueOf(n: number): object {
  const created = Date.parse('2024-11-01T00:00:00Z') + ((n * 7_919) % (700 * 1_440)) * 60_000;
  const count = 8 + ((n * 31) % 11);
  const last = created + count * 30 * 3_600_000;
  const histories = Array.from({ length: count }, (_, change) => {
    const [from, to] = [(n + change) % 7, change === count - 1 ? 7 : (n + change + 1) % 7];
    const names = { from: String(10_000 + from), fromString: statuses[from], to: String(10_000 + to), toString: statuses[to] };
    const items = [{ field: 'status', fieldtype: 'jira', fieldId: 'status', ...names }];
    return {
      id: String(100_000 + n * 20 + change),
      author: person(n),
      created: iso(created + (change + 1) * 30 * 3_600_000),
      items,
    };
  }).reverse();
  const status = { name: 'Done', id: '10007', statusCategory: { id: 3, key: 'done', colorName: 'green', name: 'Done' } };
  const fields = {
    ...{ summary: `The basket loses item ${n} when the page is reloaded`, created: iso(created), updated: iso(last), status },
    ...{ resolutiondate: n % 10 === 0 ? null : iso(last), priority: { id: String(1 + (n % 5)), name: `Priority ${n % 5}` } },
    ...{
      issuetype: { id: '10004', name: 'Bug', subtask: false },
      reporter: person(n),
      assignee: person(n + 1),
      labels: ['checkout'],
    },
    description: 'Steps to reproduce: open the shop, put something into the basket, reload the page. '.repeat(5),
  };
  const changelog = { startAt: 0, maxResults: count, total: count, histories };
  return {
    id: String(10_000 + n),
    key: `BIG-${n + 1}`,
    self: `https://example.atlassian.net/rest/api/3/issue/${n}`,
    fields,
    changelog,
  };
}
