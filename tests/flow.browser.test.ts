import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { flowViewSchema } from '../src/contracts/flow';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** Where defects stood, day by day, as people see it; its figures against Jira's own history. */
jest.setTimeout(300_000);

const page = '/projects/SHOP/apps/holdpoint/flow';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const dayMs = 86_400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const chart = (visit: Visit) => visit.app.getByRole('slider', { name: /^Defects by day and band/ });
const valueText = async (visit: Visit) => (await chart(visit).getAttribute('aria-valuetext')) ?? '';
const drill = (visit: Visit) => visit.app.locator('[data-section="drill-down"]');

async function open(sandbox: RunningSandbox, path: string, look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open(path);
  await visit.app.locator('.flow-layer').first().waitFor();
  return visit;
}

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2000 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

/** The file that a click on a button saves. */
async function saved(visit: Visit, button: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const arriving = visit.page.waitForEvent('download');
  await visit.app.getByRole('button', { name: button }).click();
  const download = await arriving;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

const searched = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ created: z.string(), status: z.object({ id: z.string() }) }) })),
  nextPageToken: z.string().optional(),
});
const histories = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(
        z.object({
          created: z.union([z.string(), z.number()]),
          items: z.array(z.looseObject({ field: z.string(), from: z.string().nullish(), to: z.string().nullish() })),
        }),
      ),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
const named = z.array(z.looseObject({ id: z.string(), name: z.string(), statusCategory: z.looseObject({ key: z.string() }) }));

/** A defect of SHOP as Jira tells of it: when it was created, and the status that it had from each moment on. */
interface Told {
  readonly created: number;
  readonly steps: readonly { readonly at: number; readonly status: string }[];
}

async function toldByJira(sandbox: RunningSandbox): Promise<Told[]> {
  const issues: z.output<typeof searched>['issues'] = [];
  for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', {
      ...{ jql: 'project = SHOP AND issuetype = Bug', fields: ['created', 'status'], maxResults: 100 },
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    const read = searched.parse(body);
    issues.push(...read.issues);
    token = read.nextPageToken;
  }
  const changes = new Map<string, { readonly at: number; readonly from: string; readonly to: string }[]>();
  for (let start = 0; start < issues.length; start += 200) {
    const asked = issues.slice(start, start + 200).map(({ id }) => id);
    for (let token: string | null | undefined, first = true; first || token != null; first = false) {
      const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/changelog/bulkfetch', {
        ...{ issueIdsOrKeys: asked, fieldIds: ['status'], maxResults: 1000 },
        ...(token == null ? {} : { nextPageToken: token }),
      });
      const read = histories.parse(body);
      for (const { issueId, changeHistories } of read.issueChangeLogs) {
        const of = changes.get(issueId) ?? [];
        changes.set(issueId, of);
        for (const { created, items } of changeHistories) {
          for (const { field, from, to } of items) {
            if (field === 'status') of.push({ at: new Date(created).getTime(), from: from ?? '', to: to ?? '' });
          }
        }
      }
      token = read.nextPageToken;
    }
  }
  return issues.map(({ id, fields }) => {
    const ordered = (changes.get(id) ?? []).sort((one, other) => one.at - other.at);
    const created = Date.parse(fields.created);
    return {
      created,
      steps: [
        { at: created, status: ordered[0]?.from ?? fields.status.id },
        ...ordered.map(({ at, to }) => ({ at, status: to })),
      ],
    };
  });
}

async function statusesOf(sandbox: RunningSandbox): Promise<z.output<typeof named>> {
  return named.parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/status')).body);
}

/** How many defects of SHOP were in each status at a moment, by what Jira tells of them: their names now, and counts. */
async function countedByJira(sandbox: RunningSandbox, at: number): Promise<Record<string, number>> {
  const names = new Map((await statusesOf(sandbox)).map(({ id, name }) => [id, name]));
  const counts: Record<string, number> = {};
  for (const { created, steps } of await toldByJira(sandbox)) {
    if (created > at) continue;
    const status = steps.findLast((step) => step.at <= at)?.status ?? steps[0]?.status ?? '';
    const name = names.get(status) ?? status;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** How many defects came to be open and how many came to be done between two moments, by what Jira tells of them. */
async function movesByJira(sandbox: RunningSandbox, after: number, upTo: number): Promise<{ came: number; went: number }> {
  const done = new Set(
    (await statusesOf(sandbox)).flatMap(({ id, statusCategory }) => (statusCategory.key === 'done' ? [id] : [])),
  );
  const moves = { came: 0, went: 0 };
  for (const { steps } of await toldByJira(sandbox)) {
    let wasOpen = false;
    for (const { at, status } of steps) {
      const isOpen = !done.has(status);
      if (at > after && at <= upTo && isOpen !== wasOpen) moves[isOpen ? 'came' : 'went'] += 1;
      wasOpen = isOpen;
    }
  }
  return moves;
}

/** How often the page asked the back end for the flow since then. */
function countCalls(visit: Visit): () => number {
  let calls = 0;
  visit.page.on('request', (request) => {
    if (/"flow"/.test(request.postData() ?? '')) calls += 1;
  });
  return () => calls;
}

const newest = (visit: Visit) => visit.app.locator('.flow-day', { hasText: /^Now/ });
const chosenDays = (visit: Visit) => visit.app.locator('.flow-chart').getByText(/^Only .+ to .+\./);

describe('SHOP with 600 defects', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('Flow at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, look);
    await visit.app.getByRole('button', { name: 'What is this?' }).click();
    expect(await found(visit, 'flow', look)).toEqual(nothing);
    await visit.app.getByRole('button', { name: 'What is this?' }).click();
    await visit.app.getByText('Options', { exact: true }).click();
    await visit.app.getByRole('group', { name: 'Stages of the flow' }).waitFor();
    expect(await found(visit, 'flow-options', look)).toEqual(nothing);
    await visit.app.getByText('Options', { exact: true }).click();
    await visit.app.getByRole('button', { name: 'Severity' }).click();
    await visit.app.getByRole('heading', { name: 'Cumulative flow by severity' }).waitFor();
    await chart(visit).focus();
    await visit.page.keyboard.press('Enter');
    await drill(visit).getByRole('link', { name: 'Open in Jira' }).waitFor();
    expect(await found(visit, 'flow-severity', look)).toEqual(nothing);
    await visit.end();
  });

  test("a day's bands are what Jira's own history comes to, and every day adds up", async () => {
    const visit = await open(sandbox, page);
    const today = Math.floor(Date.parse(await sandbox.now()) / dayMs);
    const day = today - 20;
    const counts = await countedByJira(sandbox, (day + 1) * dayMs - 1);
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const projectId = z.object({ id: z.string() }).parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const request = { projectId, range: '90', by: 'status' };
    const view = await sandbox.screen('rhea', place, 'flow', flowViewSchema, request);
    const shown = view.bands.map(({ name, counts: days }) => [name, days[day - view.firstDay] ?? 0] as const);
    expect(Object.fromEntries(shown.filter(([, count]) => count > 0))).toEqual(counts);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
    const openThen = view.bands.filter(({ kind }) => kind !== 'done').reduce((sum, { name }) => sum + (counts[name] ?? 0), 0);
    await chart(visit).focus();
    for (let step = 0; step < 20; step += 1) await visit.page.keyboard.press('ArrowLeft');
    expect(await valueText(visit)).toContain(`, ${openThen.toLocaleString('en')} open in all, `);
    await visit.app.locator('[data-check="holds"]').getByText('Every day adds up').waitFor();
    await visit.end();
  });

  test("a rate is what Jira's own history comes to, divided by the days", async () => {
    const visit = await open(sandbox, page);
    const today = Math.floor(Date.parse(await sandbox.now()) / dayMs);
    const end = (today - 20 + 1) * dayMs - 1;
    const { came, went } = await movesByJira(sandbox, end - 30 * dayMs, end);
    expect(Math.min(came, went)).toBeGreaterThan(5);
    const rate = (count: number): string => (count / 30).toLocaleString('en', { maximumFractionDigits: count < 30 ? 2 : 1 });
    await chart(visit).focus();
    for (let step = 0; step < 20; step += 1) await visit.page.keyboard.press('ArrowLeft');
    expect(await visit.app.locator('.flow-law').innerText()).toContain(
      `In the 30 days up to then ${came} came (${rate(came)} a day) and ${went} went (${rate(went)} a day)`,
    );
    const numbers = await visit.app.locator('.flow-rate-words text').allTextContents();
    expect(numbers).toEqual([`${rate(came)} came a day`, `${rate(went)} went a day`]);
    await visit.end();
  });

  test('with the keyboard and by dragging somebody looks closer, without asking the back end, and goes back', async () => {
    const visit = await open(sandbox, page);
    const calls = countCalls(visit);
    await chart(visit).focus();
    for (let step = 0; step < 20; step += 1) await visit.page.keyboard.press('ArrowLeft');
    const before = await valueText(visit);
    await visit.page.keyboard.press('+');
    await chosenDays(visit).waitFor();
    expect(await valueText(visit)).toBe(before);
    await visit.page.waitForURL(/zoom=\d{4}-\d\d-\d\d\.\d{4}/);
    await visit.page.keyboard.press('End');
    await visit.page.keyboard.press('-');
    await chosenDays(visit).waitFor({ state: 'detached' });
    await visit.app.locator('.chart-walk:focus').waitFor();
    const box = await chart(visit).boundingBox();
    if (box === null) throw new Error('There is no chart.');
    await visit.page.mouse.move(box.x + box.width * 0.4, box.y + 200);
    await visit.page.mouse.down();
    await visit.page.mouse.move(box.x + box.width * 0.7, box.y + 220, { steps: 5 });
    await visit.app.locator('.flow-brush').waitFor();
    await visit.page.mouse.up();
    await chosenDays(visit).waitFor();
    expect(await drill(visit).count()).toBe(0);
    const shown = await chosenDays(visit).innerText();
    await visit.app.getByRole('button', { name: 'Per cent' }).click();
    await visit.app.getByText('100 %').waitFor();
    const asAtFirst = calls();
    await visit.page.reload();
    await chosenDays(visit).waitFor();
    expect(await chosenDays(visit).innerText()).toBe(shown);
    const asked = calls();
    expect([asAtFirst, asked > 0]).toEqual([0, true]);
    await visit.app.getByRole('button', { name: 'Show all 90 days' }).click();
    await chosenDays(visit).waitFor({ state: 'detached' });
    await visit.app.locator('.chart-walk:focus').waitFor();
    expect(calls()).toBe(asked);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('other days and other bands are cut out of what is there: the back end is not asked, and would say the same', async () => {
    const visit = await open(sandbox, page);
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const projectId = z.object({ id: z.string() }).parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const calls = countCalls(visit);
    const choices = [
      ['30 days', 'Status', '30', 'status'],
      ['All', 'Severity', 'all', 'severity'],
      ['180 days', 'Age', '180', 'age'],
      ['1 year', 'Category', '365', 'category'],
    ] as const;
    for (const [days, bands, range, by] of choices) {
      await visit.app.getByRole('button', { name: days, exact: true }).click();
      await visit.app.getByRole('button', { name: bands, exact: true }).click();
      await visit.app.getByRole('heading', { name: `Cumulative flow by ${by}` }).waitFor();
      const view = await sandbox.screen('rhea', place, 'flow', flowViewSchema, { projectId, range, by });
      const csv = (await saved(visit, 'Export as CSV')).content.toString('utf8').trim().split('\r\n');
      expect([by, csv.length - 1]).toEqual([by, view.days]);
      const oldest = view.bands.map(({ counts }) => String(counts[0]));
      expect(
        csv
          .at(-1)
          ?.split(',')
          .slice(1, oldest.length + 1),
      ).toEqual(oldest);
    }
    expect(calls()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('where the back end has to be asked, the chart stays meanwhile and is marked as old', async () => {
    const visit = await open(sandbox, page);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await visit.page.route('**/sandbox-chrome/invoke', async (route) => {
      if (/"flow"/.test(route.request().postData() ?? '')) await held;
      await route.continue();
    });
    await visit.app.getByText('Options', { exact: true }).click();
    await visit.app.getByRole('group', { name: 'Stages of the flow' }).getByRole('combobox').nth(2).selectOption('joined');
    await visit.app.getByRole('button', { name: 'Use these stages' }).click();
    await visit.app.locator('[data-chart="flow"][aria-busy="true"] .flow-layer').first().waitFor();
    await visit.app.locator('[role="status"]', { hasText: 'Working it out' }).waitFor({ state: 'attached' });
    await visit.picture('flow-busy');
    release();
    await visit.app.locator('[data-chart="flow"][aria-busy="false"] .flow-layer').first().waitFor();
    const calls = countCalls(visit);
    await visit.app.getByRole('button', { name: 'As the project has them' }).click();
    await visit.app.getByText('Own stages:').waitFor({ state: 'detached' });
    expect([calls(), await visit.app.locator('[aria-busy="true"]').count()]).toEqual([0, 0]);
    await visit.end();
  });

  test('somebody chooses own dates, and they are part of the address', async () => {
    const visit = await open(sandbox, page);
    const day = (ago: number, now: string) => new Date(Date.parse(now) - ago * dayMs).toISOString().slice(0, 10);
    const now = await sandbox.now();
    const [from, to] = [day(60, now), day(40, now)];
    await visit.app.getByLabel('From', { exact: true }).fill(from);
    await visit.page.waitForURL(new RegExp(`from=${from}`));
    await visit.app.getByLabel('to', { exact: true }).fill(to);
    await visit.page.waitForURL(new RegExp(`to=${to}`));
    await newest(visit).waitFor({ state: 'detached' });
    const csv = await saved(visit, 'Export as CSV');
    const lines = csv.content.toString('utf8').trim().split('\r\n').slice(1);
    expect([lines.length, lines[0]?.slice(0, 10), lines.at(-1)?.slice(0, 10)]).toEqual([21, to, from]);
    await visit.app.getByRole('button', { name: '30 days', exact: true }).click();
    await newest(visit).waitFor();
    expect(new URL(visit.page.url()).search).not.toContain('from=');
    await visit.end();
  });

  test('somebody chooses where the flow begins and ends, and what is one stage', async () => {
    const visit = await open(sandbox, page);
    await visit.app.getByText('Options', { exact: true }).click();
    const stages = visit.app.getByRole('group', { name: 'Stages of the flow' });
    const roles = stages.getByRole('combobox');
    const count = await roles.count();
    await roles.first().selectOption('out');
    await roles.nth(2).selectOption('joined');
    await stages.getByRole('textbox').first().fill('Being worked on');
    await stages.getByRole('button', { name: 'Use these stages' }).click();
    await visit.app.getByText(/^Own stages: from “Being worked on” to “.+”\. Left out: .+ \(\d+ now\)\.$/).waitFor();
    const legend = visit.app.getByRole('group', { name: 'Bands that are shown' }).getByRole('button');
    expect(await legend.first().innerText()).toMatch(/^Being worked on/);
    expect(await legend.count()).toBeLessThan(count);
    await visit.app.locator('[data-check="holds"]').waitFor();
    await chart(visit).focus();
    await visit.page.keyboard.press('End');
    for (let step = 0; step < 9; step += 1) await visit.page.keyboard.press('ArrowUp');
    const [, counted = ''] = /: Being worked on ([\d,]+), /.exec(await valueText(visit)) ?? [];
    await visit.page.keyboard.press('Enter');
    const heading = drill(visit).getByRole('heading', { level: 2 });
    await heading.waitFor();
    expect(await heading.innerText()).toMatch(new RegExp(`^Being worked on now: ${counted} defects?$`));
    await visit.page.reload();
    await visit.app.getByText('Own stages:').waitFor();
    await visit.app.getByText('Options', { exact: true }).click();
    await visit.app.getByRole('button', { name: 'As the project has them' }).click();
    await visit.app.getByText('Own stages:').waitFor({ state: 'detached' });
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('what stands beside the bands can be left away, and what happened is a list as well', async () => {
    const visit = await open(sandbox, `${page}?range=180`);
    await visit.app.getByText(/^Releases and deployments in these days: \d+$/).click();
    const listed = visit.app.locator('.flow-events li');
    await listed.first().waitFor();
    expect(await visit.app.locator('.marker line').count()).toBeGreaterThan(0);
    await visit.app.getByText('Options', { exact: true }).click();
    expect(await visit.app.locator('.flow-below').count()).toBeGreaterThan(0);
    for (const name of ['How many come and go a day', 'Releases, freezes and deployments', 'Little’s law', 'moved back']) {
      await visit.app.getByRole('checkbox', { name }).click();
    }
    await visit.page.waitForURL(/without=rates\.law\.events\.back/);
    expect(await visit.app.locator('.flow-below').count()).toBe(0);
    expect(await visit.app.locator('.flow-rates, .flow-law, .marker line, .flow-deployment').count()).toBe(0);
    expect(await listed.count()).toBeGreaterThan(0);
    await visit.end();
  });

  test('who may not see everything is told so beside the chart', async () => {
    const visit = await Visit.begin(browser, sandbox, 'viewer');
    await visit.open(page);
    await visit.app
      .getByText(/^There (is|are) [\d,]+ more defects? that Jira hides from you: no figure counts (it|them)\.$/)
      .waitFor();
    expect(await found(visit, 'flow-viewer', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    await visit.end();
  });

  test.each(looks.filter(({ width }) => width === 1280))('on paper, from $colorScheme', async (look) => {
    const visit = await open(sandbox, page, look);
    await visit.app.getByRole('button', { name: 'Show as table' }).click();
    const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
    await visit.page.emulateMedia({ media: 'print', colorScheme: look.colorScheme });
    await visit.page.waitForTimeout(500);
    await frame?.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const seen = (selector: string) => visit.app.locator(selector).first().isVisible();
    for (const selector of [
      'h1',
      'svg.chart-svg',
      '.chart-definition',
      '.chart-table',
      '.flow-legend',
      '.on-paper-only',
      '.figures',
    ])
      expect([selector, await seen(selector)]).toEqual([selector, true]);
    for (const selector of ['nav', '.chart-tools', '.chart-choices', '.flow-options', 'input', 'select'])
      expect([selector, await seen(selector)]).toEqual([selector, false]);
    const [chartBox, tableBox] = await Promise.all(
      ['svg.chart-svg', '.chart-table'].map((selector) => visit.app.locator(selector).first().boundingBox()),
    );
    expect(chartBox?.width).toBe(700);
    expect((chartBox?.y ?? 0) + (chartBox?.height ?? 0)).toBeLessThan(tableBox?.y ?? 0);
    const ink = await frame?.evaluate(`getComputedStyle(document.querySelector('.flow-day')).color`);
    expect(ink).toBe('rgb(0, 0, 0)');
    await visit.picture(`flow-paper-${look.colorScheme}`);
    await frame?.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await visit.page.emulateMedia({ media: 'screen', colorScheme: look.colorScheme });
    expect(await seen('.chart-tools')).toBe(true);
    expect(await visit.overflow()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('what the viewer may not see is in no figure, and said to be missing', async () => {
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const projectId = z.object({ id: z.string() }).parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const views = await Promise.all(
      (['admin', 'viewer'] as const).map((who) =>
        sandbox.screen(who, place, 'flow', flowViewSchema, { projectId, range: '30', by: 'category' }),
      ),
    );
    const [all, less] = views.map(({ check, hidden, bands }) => ({
      ...{ all: check.defects + hidden, seen: check.defects, wrong: [check.wrongDays, check.differing] },
      drawn: bands.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0),
    }));
    expect(less?.all).toBe(all?.all);
    expect([less?.drawn, all?.drawn]).toEqual([less?.seen, all?.seen]);
    expect([less?.wrong, all?.wrong]).toEqual([
      [0, []],
      [0, []],
    ]);
  });

  test('with the keyboard alone somebody walks to a point, opens the defects behind it, and comes back', async () => {
    const visit = await open(sandbox, page);
    await chart(visit).focus();
    const newest = await valueText(visit);
    await visit.page.keyboard.press('PageUp');
    const before = await valueText(visit);
    expect(before).not.toBe(newest);
    await visit.page.keyboard.press('ArrowUp');
    const above = await valueText(visit);
    expect(above).not.toBe(before);
    const [, band = '', count = ''] = /: (.+?) ([\d,]+), /.exec(above) ?? [];
    await visit.page.keyboard.press('Enter');
    const heading = drill(visit).getByRole('heading', { level: 2 });
    await heading.waitFor();
    expect(await heading.innerText()).toMatch(new RegExp(`^${band} at the end of .+: ${count} defects?$`));
    await drill(visit).locator('h2:focus').waitFor();
    const keys = drill(visit).getByRole('link', { name: /^SHOP-\d+$/ });
    await keys.first().waitFor();
    expect(await keys.count()).toBe(Math.min(20, Number(count.replace(',', ''))));
    await drill(visit).getByRole('button', { name: 'Close' }).press('Enter');
    await drill(visit).waitFor({ state: 'detached' });
    await visit.app.locator('.chart-walk:focus').waitFor();
    expect(await valueText(visit)).toBe(above);
    await visit.end();
  });

  test('a click on a band lists its defects, and a band can be hidden', async () => {
    const visit = await open(sandbox, page);
    const bands = visit.app.getByRole('group', { name: 'Bands that are shown' }).getByRole('button');
    const drawn = await visit.app.locator('.flow-layer').count();
    expect(await bands.count()).toBeGreaterThan(drawn);
    await bands.first().click();
    await visit.app
      .locator('.flow-layer')
      .nth(drawn - 1)
      .waitFor({ state: 'detached' });
    expect(await bands.first().getAttribute('aria-pressed')).toBe('false');
    const box = await visit.app.locator('.flow-layer').first().boundingBox();
    if (box === null) throw new Error('There is no chart.');
    await visit.page.mouse.click(box.x + box.width / 2, box.y + box.height - 4);
    await drill(visit).getByRole('table').waitFor();
    await visit.end();
  });

  test('the choice is part of the address', async () => {
    const visit = await open(sandbox, page);
    await visit.app.getByRole('button', { name: 'Category' }).click();
    await visit.app.getByRole('button', { name: '30 days', exact: true }).click();
    await visit.app.getByRole('button', { name: 'Per cent' }).click();
    await visit.app.getByText('100 %').waitFor();
    await visit.page.waitForURL(/range=30&by=category&as=share/);
    await visit.page.reload();
    await visit.app.getByRole('heading', { name: 'Cumulative flow by category' }).waitFor();
    for (const name of ['Category', '30 days', 'Per cent']) {
      expect(await visit.app.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
    }
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('its figures can be read as a table and taken away as a file, and the chart as a picture', async () => {
    const visit = await open(sandbox, `${page}?range=30`);
    const csv = await saved(visit, 'Export as CSV');
    const lines = csv.content
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(csv.name).toBe('SHOP-flow-by-status.csv');
    expect(lines).toHaveLength(31);
    expect(lines[0]).toMatch(/^Day \(UTC\),.+,Came,Went,Moved back,/);
    const svg = await saved(visit, 'Export as SVG');
    const text = svg.content.toString('utf8');
    expect(text).toMatch(/^<\?xml [^>]+>\n<svg /);
    expect(text).toContain('Cumulative flow by status');
    expect(text).not.toMatch(/var\(--|class=/);
    const png = await saved(visit, 'Export as PNG');
    expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(png.content.length).toBeGreaterThan(10_000);
    await visit.app.getByRole('button', { name: 'Show as table' }).click();
    const table = visit.app.getByRole('region', { name: 'Cumulative flow by status' }).getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(31);
    const first = (await table.getByRole('row').nth(1).locator('th, td').allInnerTexts()).map((cell) => cell.replaceAll(',', ''));
    expect(lines[1]?.split(',').slice(0, 4)).toEqual(first.slice(0, 4));
    expect(await found(visit, 'flow-table', { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    await visit.end();
  });
});

const onExport = existsSync(exportPath) ? describe : describe.skip;
onExport('an imported export', () => {
  test('is drawn as a whole', async () => {
    const sandbox = await RunningSandbox.start(`import:${exportPath}`);
    const visit = await Visit.begin(browser, sandbox, 'admin');
    await visit.open('/');
    await visit.app.getByRole('link', { name: 'Flow', exact: true }).click();
    await visit.app.getByRole('heading', { name: 'Flow', level: 1 }).waitFor();
    await visit.app.getByRole('button', { name: 'All', exact: true }).click();
    await visit.app.locator('svg.chart-svg, .nothing').first().waitFor();
    await visit.page.waitForTimeout(1500);
    expect(await found(visit, 'flow-import', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    await visit.end();
    expect(await sandbox.stop()).toEqual([]);
  });
});

test.each(looks)('an empty project says what is to come at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Flow', exact: true }).click();
  await visit.app.getByText('There is nothing to draw yet.').waitFor();
  expect(await found(visit, 'flow-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
