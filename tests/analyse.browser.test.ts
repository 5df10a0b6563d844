import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, type Look } from './open-browser';
import { exportPath } from './shared-material';

/** The page that `holdpoint analyse --html` writes, opened from the disk as people do. The command is the built one. */
jest.setTimeout(240_000);

const command = join(__dirname, '..', 'cli', 'bin', 'holdpoint.mjs');
const pictures = join(__dirname, '..', '.sandbox', 'screenshots');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeResult = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) });
const day = 86_400_000;

let browser: Browser;
let folder: string;
let server: Server;
let address: string;
/** What anything asked of the one server that the hostile export names. */
const asked: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-page-'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).on('connection', () => asked.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const told = server.address();
  address = `http://127.0.0.1:${typeof told === 'object' && told !== null ? told.port : 0}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function analyse(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const environment = { ...process.env, JIRA_BASE_URL: '' };
    const child = spawn(process.execPath, [command, 'analyse', ...args], { env: environment });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** Writes the page of an export. @returns its path */
async function pageOf(name: string, issues: readonly object[], ...options: readonly string[]): Promise<string> {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ issues }));
  return written(path, `${name}.html`, ...options);
}

async function written(path: string, name: string, ...options: readonly string[]): Promise<string> {
  const page = join(folder, name);
  const ended = await analyse(path, '--html', page, ...options);
  if (ended.code !== 0) throw new Error(ended.err);
  return page;
}

class Opened {
  private constructor(
    readonly page: Page,
    /** What the browser complains about, and what was asked of any network. */
    readonly complaints: string[],
  ) {}

  static async open(path: string, { width, colorScheme }: Look = { width: 1280, colorScheme: 'light' }): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(pathToFileURL(path).href);
    await page.locator('#not-known').waitFor();
    await page.locator('[data-part="aging"] h1').waitFor();
    await page.locator('[data-part="repair"] [data-group="all"]').waitFor();
    return new Opened(page, complaints);
  }

  /** Everything that is wrong with the page as it is. */
  async wrong(name: string): Promise<object> {
    await this.page.waitForTimeout(300);
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    await this.page.evaluate(axeSource);
    const found = await this.page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
    const barriers = axeResult
      .parse(found)
      .violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    const overflow = await this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    return { overflow, barriers, complaints: this.complaints };
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
const nothing = { overflow: 0, barriers: [], complaints: [] };

const start = Date.parse('2026-03-02T08:00:00Z');
const iso = (at: number) => new Date(at).toISOString().replace('Z', '+0000');
const statuses = [
  { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
  { id: '2', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
  { id: '3', name: 'In Review', statusCategory: { key: 'indeterminate' } },
  { id: '4', name: 'Done', statusCategory: { key: 'done' } },
] as const;
const priorities = ['Highest', 'High', 'Medium', 'Low'].map((name, n) => ({ id: String(n + 1), name }));

/** How far issue n has come: some stay on their way, and some come back from review. */
function pathOf(n: number): number[] {
  if (n % 7 === 0) return [0];
  if (n % 5 === 0) return [0, 1];
  if (n % 11 === 0) return [0, 1, 2];
  return n % 4 === 0 ? [0, 1, 2, 1, 2, 3] : [0, 1, 2, 3];
}

interface Made {
  readonly key: string;
  readonly fields: { readonly created: string; readonly resolutiondate: string | null };
  readonly changelog: { readonly histories: readonly { readonly created: string; readonly items: readonly { to: string }[] }[] };
}

/** Issues that take longer the milder they are, one every eleven hours. */
function generated(count: number): Made[] {
  return Array.from({ length: count }, (_, n) => {
    const created = start + n * 11 * 3_600_000;
    const path = pathOf(n);
    const pace = (0.4 + (n % 4)) * day;
    const histories = path.slice(1).map((to, step) => ({
      ...{ id: String(1_000 * n + step), created: iso(created + (step + 1) * pace + (n % 3) * 3_600_000) },
      items: [
        {
          ...{ field: 'status', fieldId: 'status', fieldtype: 'jira', from: statuses[path[step] ?? 0]?.id },
          ...{ fromString: statuses[path[step] ?? 0]?.name, to: statuses[to]?.id ?? '', toString: statuses[to]?.name },
        },
      ],
    }));
    const last = histories.at(-1)?.created ?? iso(created);
    const isDone = path.at(-1) === 3;
    return {
      key: `SHOP-${n + 1}`,
      fields: {
        ...{ summary: `The basket loses item ${n}`, created: iso(created), updated: last, priority: priorities[n % 4] },
        ...{ status: statuses[path.at(-1) ?? 0], resolutiondate: isDone ? last : null },
        assignee: n % 3 === 0 ? null : { accountId: `a-${n % 5}`, displayName: `Person ${n % 5}` },
      },
      changelog: { total: histories.length, histories: [...histories].reverse() },
    };
  });
}

/** Issues in a status at the end of a day, counted from their changelogs alone. */
function inStatusAt(issues: readonly Made[], id: string, at: number): string[] {
  return issues
    .filter(({ fields }) => Date.parse(fields.created) <= at)
    .filter(({ changelog: { histories } }) => {
      const past = [...histories].reverse().filter(({ created }) => Date.parse(created) <= at);
      return (past.at(-1)?.items[0]?.to ?? '1') === id;
    })
    .map(({ key }) => key);
}

describe('an export of some issues', () => {
  const issues = generated(160);
  let path: string;
  beforeAll(async () => {
    path = await pageOf('some', issues, '--site', 'https://example.atlassian.net/');
  });

  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const opened = await Opened.open(path, look);
    await opened.page.locator('[data-chart="flow"] .flow-layer').first().waitFor();
    expect(await opened.wrong(`page-some-${look.width}-${look.colorScheme}`)).toEqual(nothing);
    const verdicts = await opened.page.locator('.analysis-verdicts').boundingBox();
    if (look.width === 1280) expect((verdicts?.y ?? 900) + (verdicts?.height ?? 0)).toBeLessThan(900);
    await opened.end();
  });

  test('shows what the changelogs come to, and leads from a point to its issues', async () => {
    const latest = Math.max(...issues.flatMap(({ changelog }) => changelog.histories.map(({ created }) => Date.parse(created))));
    const inReview = inStatusAt(issues, '3', latest);
    const open = issues.filter(({ fields }) => fields.resolutiondate === null).length;
    const opened = await Opened.open(path);
    const { page } = opened;
    await page.getByText(`160 issues, ${open} open, as of`).waitFor();
    await page.locator('[data-oldest="SHOP-6"]', { hasText: 'Person 0' }).waitFor();
    const flow = page.locator('[data-part="flow"]');
    await flow.locator('.flow-legend button', { hasText: `In Review ${inReview.length}` }).waitFor();
    // The walk begins at the lowest band of the newest day: one up from there is review, or further.
    const slider = flow.getByRole('slider', { name: /^Defects by day and band/ });
    await slider.focus();
    for (let step = 0; step < 4; step += 1) {
      if ((await slider.getAttribute('aria-valuetext'))?.includes('In Review') === true) break;
      await page.keyboard.press('ArrowUp');
    }
    expect(await slider.getAttribute('aria-valuetext')).toContain(`In Review ${inReview.length}`);
    await page.keyboard.press('Enter');
    const list = flow.locator('[data-section="drill-down"]');
    const rows = await list.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => /SHOP-\d+/.exec(row)?.[0]).sort()).toEqual([...inReview].sort());
    expect(rows[0]).toContain('The basket loses item');
    const link = list.getByRole('link', { name: inReview[0] ?? '', exact: true });
    expect(await link.getAttribute('href')).toBe(`https://example.atlassian.net/browse/${inReview[0] ?? ''}`);
    expect(opened.complaints).toEqual([]);
    await opened.end();
  });

  test('filters, groups and the day of Aging are answered within the page', async () => {
    const opened = await Opened.open(path);
    const { page } = opened;
    const flow = page.locator('[data-part="flow"]');
    await flow.getByRole('button', { name: 'Severity', exact: true }).click();
    await flow.locator('.flow-legend button', { hasText: 'S1' }).waitFor();
    const aging = page.locator('[data-part="aging"]');
    const before = await aging.locator('.figure-value').first().innerText();
    await aging.locator('input[type="date"]').fill('2026-03-20');
    await aging
      .getByText(/^At the end of 20 March 2026/)
      .first()
      .waitFor();
    expect(await aging.locator('.figure-value').first().innerText()).not.toBe(before);
    const repair = page.locator('[data-part="repair"]');
    await repair.getByLabel('Compare', { exact: true }).selectOption('S1');
    await repair.getByLabel('with', { exact: true }).selectOption('S4');
    await repair.getByText('S1, Highest is repaired faster than S4, Low').waitFor();
    await repair.getByRole('button', { name: /^Still open \d+: S4, Low$/ }).click();
    await repair.locator('[data-section="drill-down"] tbody tr').first().waitFor();
    const backlog = page.locator('[data-part="backlog"]');
    await backlog.getByRole('button', { name: /^Open at its end \d+$/ }).click();
    await backlog.locator('[data-section="drill-down"]').waitFor();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.locator('html[data-color-mode="dark"]').waitFor();
    expect(await opened.wrong('page-some-used')).toEqual(nothing);
    await opened.end();
  });

  test('prints light, with all parts and without what can only be pressed', async () => {
    const opened = await Opened.open(path, { width: 1280, colorScheme: 'dark' });
    const { page } = opened;
    await page.evaluate('globalThis.dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('light');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1040, height: 720 });
    expect(await page.getByRole('button', { name: 'Show as table' }).count()).toBe(0);
    await page.waitForTimeout(300);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate('globalThis.dispatchEvent(new Event("afterprint"))');
    await page.locator('html[data-color-mode="dark"]').waitFor();
    await opened.end();
  });
});

(existsSync(exportPath) ? describe : describe.skip)('a real export', () => {
  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const path = await written(exportPath, `real-${look.width}-${look.colorScheme}.html`);
    const opened = await Opened.open(path, look);
    await opened.page.getByText('33 issues, 3 open, as of').waitFor();
    expect(await opened.wrong(`page-real-${look.width}-${look.colorScheme}`)).toEqual(nothing);
    // Nobody said where Jira is: issues are named and lead nowhere.
    expect(await opened.page.locator('.issue-key a').count()).toBe(0);
    await opened.end();
  });
});

describe('an export that wants out', () => {
  const texts = () => [
    `</script><script>globalThis.broken=1;fetch('${address}/script')</script>`,
    `<img src="${address}/image" onerror="globalThis.broken=1">`,
    `"><style>@import url(${address}/style)</style><!--`,
    '\u2028\u2029 $& $` {{constructor.constructor("globalThis.broken=1")()}}',
    '\u202egnp.exe \u0000 javascript:globalThis.broken=1',
    `${'x'.repeat(5_000)}`,
    '{"__proto__":{"broken":1}}',
  ];
  const hostile = () =>
    generated(21).map((issue, n) => {
      const text = texts()[n % texts().length] ?? '';
      const { fields } = issue;
      return {
        ...issue,
        key: n % 3 === 0 ? `<b>${n}</b>-1` : issue.key,
        fields: {
          ...{ ...fields, summary: text, assignee: { displayName: text }, priority: { id: String(n), name: text.slice(0, 80) } },
          status: { id: `s${n % 2}`, name: text.slice(0, 60), statusCategory: { key: 'new' } },
        },
      };
    });

  test.each(looks)('stays in its page, at $width px, $colorScheme', async (look) => {
    asked.length = 0;
    const path = await pageOf(`"><script>globalThis.broken=1<`, hostile(), '--site', address);
    const opened = await Opened.open(path, look);
    const { page } = opened;
    await page.getByRole('button', { name: /^Still open \d+: All issues$/ }).click();
    await page.locator('[data-part="repair"] [data-section="drill-down"]').getByText('<img src=').first().waitFor();
    expect(await opened.wrong(`page-hostile-${look.width}-${look.colorScheme}`)).toEqual(nothing);
    expect(await page.evaluate('[globalThis.broken, ({}).broken, document.querySelectorAll("img, iframe, b").length]')).toEqual([
      ...[undefined, undefined, 0],
    ]);
    expect(await page.locator('script').count()).toBe(3);
    await opened.end();
    expect(asked).toEqual([]);
  });

  test('and its policy lets nothing out, even where something runs', async () => {
    asked.length = 0;
    const path = await pageOf('policy', generated(3));
    const opened = await Opened.open(path);
    const tried = await opened.page.evaluate(`(async () => {
      const outcome = [];
      await fetch('${address}/fetch').then(() => outcome.push('fetch'), () => undefined);
      try { new WebSocket('${address.replace('http', 'ws')}/socket'); await new Promise((done) => setTimeout(done, 200)); } catch {}
      navigator.sendBeacon('${address}/beacon');
      const image = new Image(); image.src = '${address}/image';
      const script = document.createElement('script'); script.textContent = 'globalThis.ran = 1'; document.body.append(script);
      const style = document.createElement('style'); style.textContent = 'body{background:url(${address}/background)}'; document.head.append(style);
      const frame = document.createElement('iframe'); frame.src = '${address}/frame'; document.body.append(frame);
      await new Promise((done) => setTimeout(done, 500));
      return [...outcome, globalThis.ran];
    })()`);
    expect(tried).toEqual([undefined]);
    // For a frame, Chromium opens a connection before it looks into the policy; nothing is asked over it.
    expect(asked.filter((what) => what !== 'connection')).toEqual([]);
    await opened.end();
  });
});

test('an export without issues makes no page, and leaves the one that is there', async () => {
  const path = join(folder, 'empty.json');
  const page = join(folder, 'kept.html');
  writeFileSync(path, '{"issues":[],"total":0}');
  writeFileSync(page, 'before');
  expect(await analyse(path, '--html', page)).toEqual({ code: 1, out: '', err: 'holdpoint: It holds no issues.\n' });
  expect(readFileSync(page, 'utf8')).toBe('before');
});

test('an export without a changelog says that it cannot tell the flow', async () => {
  const csv = join(folder, 'issues.csv');
  writeFileSync(
    csv,
    'Issue key,Summary,Status,Created,Resolved\nA-1,One,Done,2026-11-01 10:00,2026-11-02 10:00\nA-2,Two,Open,2026-11-02 10:00,\n',
  );
  const opened = await Opened.open(await written(csv, 'csv.html'));
  await opened.page.locator('#flow', { hasText: 'Not drawn: the export has no changelog' }).waitFor();
  expect(await opened.page.locator('[data-chart="flow"]').count()).toBe(0);
  await opened.page.getByText('No issue has a value in the field “priority”').waitFor();
  expect(await opened.wrong('page-csv')).toEqual(nothing);
  await opened.end();
});

test('a page that cannot be written is told, and nothing is left beside it', async () => {
  const path = join(folder, 'one.json');
  const place = join(folder, 'place');
  mkdirSync(join(place, 'taken'), { recursive: true });
  writeFileSync(path, JSON.stringify({ issues: generated(1) }));
  const into = (name: string) => analyse(path, '--html', join(place, name));
  const said = (name: string, why: string) => ({ code: 2, out: '', err: `holdpoint: ${join(place, name)}: ${why}\n` });
  expect(await into('taken')).toEqual(said('taken', 'it is a directory.'));
  expect(await into('none/page.html')).toEqual(said('none/page.html', 'the folder does not exist.'));
  const { code, out, err } = await into('page.html');
  expect([code, out.includes('1 issue at'), err]).toEqual([
    0,
    true,
    expect.stringMatching(/page\.html: a page of 1 issue, \d\.\d MB\./),
  ]);
  expect(readdirSync(place).sort()).toEqual(['page.html', 'taken']);
  expect((await analyse(path, '--html', '-')).code).toBe(2);
  expect((await analyse(path, '--html', join(place, 'x.html'), '--site', 'ftp://x')).code).toBe(2);
});
