import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { agingCalls } from '../src/contracts/aging';
import { defaultSettings } from '../src/settings';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** How old open defects are, as people see it: the chart, its figures against Jira's own history, the line in the panel. */
jest.setTimeout(300_000);

const page = '/projects/SHOP/apps/holdpoint/aging';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const dayMs = 86_400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const chart = (visit: Visit) => visit.app.getByRole('slider', { name: /^Open defects by age/ });
const section = (visit: Visit, name: string) => visit.app.locator(`[data-section="${name}"]`);

async function open(sandbox: RunningSandbox, path: string, sign: string, look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look, height = 2400) {
  await visit.page.setViewportSize({ width, height });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

const issueSchema = z.object({
  key: z.string(),
  fields: z.looseObject({
    created: z.string(),
    resolutiondate: z.string().nullable(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    components: z.array(z.object({ id: z.string(), name: z.string() })),
    assignee: z.object({ displayName: z.string() }).nullable(),
  }),
});
const pageSchema = z.object({ issues: z.array(issueSchema), nextPageToken: z.string().optional() });

/** Every defect of SHOP as Jira tells it, with the name of the field of severities. */
async function defectsOf(sandbox: RunningSandbox) {
  const { body: all } = await sandbox.rest('rhea', 'GET', '/rest/api/3/field');
  const field = z
    .array(z.looseObject({ id: z.string(), name: z.string() }))
    .parse(all)
    .find(({ name }) => name === 'Defect severity')?.id;
  if (field === undefined) throw new Error('There is no field of severities.');
  const issues: z.output<typeof issueSchema>[] = [];
  for (let nextPageToken: string | undefined, first = true; first || nextPageToken !== undefined; first = false) {
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', {
      ...{
        jql: 'project = SHOP AND issuetype = Bug',
        fields: ['created', 'resolutiondate', 'status', 'components', 'assignee', field],
        maxResults: 100,
      },
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const read = pageSchema.parse(body);
    issues.push(...read.issues);
    nextPageToken = read.nextPageToken;
  }
  return issues.map(({ key, fields }) => ({ key, ...fields, severity: fields[field] }));
}

/** When an issue came into its status, by its changelog. */
async function inStatusSince(sandbox: RunningSandbox, key: string, created: string): Promise<number> {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${key}/changelog?maxResults=100`);
  const { values } = z
    .object({ values: z.array(z.object({ created: z.string(), items: z.array(z.looseObject({ field: z.string() })) })) })
    .parse(body);
  const changes = values.filter(({ items }) => items.some(({ field }) => field === 'status'));
  return Math.max(Date.parse(created), ...changes.map((change) => Date.parse(change.created)));
}

/** How long those took that were closed in the last 180 days, in milliseconds, ascending. */
function leadTimes(defects: Awaited<ReturnType<typeof defectsOf>>, now: number): number[] {
  return defects
    .filter(({ status, resolutiondate }) => status.statusCategory.key === 'done' && resolutiondate !== null)
    .filter(({ resolutiondate }) => Date.parse(resolutiondate ?? '') > now - 180 * dayMs)
    .map(({ created, resolutiondate }) => Date.parse(resolutiondate ?? '') - Date.parse(created))
    .sort((a, b) => a - b);
}

const days = (count: number): string =>
  count < 1 ? 'less than a day' : count === 1 ? '1 day' : `${count.toLocaleString('en')} days`;

describe('SHOP with 600 defects', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('Aging at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, '.dot', look);
    await visit.app.getByRole('button', { name: 'What is this?' }).click();
    expect(await found(visit, 'aging', look)).toEqual(nothing);
    await visit.app.getByRole('button', { name: 'By severity' }).click();
    await visit.app.getByRole('heading', { name: 'Open defects by severity and age' }).waitFor();
    expect(await found(visit, 'aging-severity', look)).toEqual(nothing);
    await visit.end();
  });

  test("what closed ones took, and how old the oldest is, are what Jira's own history comes to", async () => {
    const visit = await open(sandbox, page, '.dot');
    const defects = await defectsOf(sandbox);
    const now = Date.parse(await sandbox.now());
    const isOpen = ({ status }: (typeof defects)[number]) => status.statusCategory.key !== 'done';
    const times = defects
      .filter(({ severity, resolutiondate }) => severity === 'S3' && resolutiondate !== null)
      .filter((one) => !isOpen(one) && Date.parse(one.resolutiondate ?? '') > now - 180 * dayMs)
      .map(({ created, resolutiondate }) => Date.parse(resolutiondate ?? '') - Date.parse(created))
      .sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(20);
    const p85 = times[Math.ceil(0.85 * times.length) - 1] ?? NaN;
    const openOnes = defects.filter(isOpen);
    const late = openOnes.filter(({ severity, created }) => severity === 'S3' && now - Date.parse(created) > p85);
    const row = visit.app.locator('tr[data-severity="S3"] td');
    expect((await row.allInnerTexts()).map((text) => text.trim())).toEqual([
      String(openOnes.filter(({ severity }) => severity === 'S3').length),
      String(late.length),
      expect.stringMatching(/^[\d,]+ days?$/),
      expect.any(String),
      days(Math.ceil(Math.round((p85 / dayMs) * 100) / 100)),
      expect.any(String),
      String(times.length),
    ]);
    const [oldest] = [...openOnes].sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
    if (oldest === undefined) throw new Error('Nothing is open.');
    const since = await inStatusSince(sandbox, oldest.key, oldest.created);
    const words = await visit.app.locator(`[data-oldest="${oldest.key}"] .oldest-age`).innerText();
    const age = Math.floor((now - Date.parse(oldest.created)) / dayMs);
    const inStatus = Math.floor((now - since) / dayMs);
    const share = inStatus === age ? 'all the time' : `${days(inStatus)} of them`;
    expect(words).toContain(`${days(age)} old, ${share} in ${oldest.status.name}`);
    const counts = await visit.app.locator('.aging-column-count').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(openOnes.length);
    await visit.end();
  });

  test('with the keyboard alone somebody walks to a dot and opens it: where its days went', async () => {
    const visit = await open(sandbox, page, '.dot');
    await chart(visit).focus();
    const before = await chart(visit).getAttribute('aria-valuetext');
    await visit.page.keyboard.press('ArrowDown');
    const words = (await chart(visit).getAttribute('aria-valuetext')) ?? '';
    expect(words).not.toBe(before);
    expect(words).toMatch(/(SHOP-\d+, .* old, .* in this status for )|(\d+ defects \()/);
    await visit.page.keyboard.press('Home');
    await visit.page.keyboard.press('Enter');
    const detail = section(visit, 'defect');
    await detail.getByRole('heading', { name: 'Days in each status' }).waitFor();
    expect(await detail.getByRole('link', { name: /^SHOP-\d+$/ }).count()).toBe(1);
    expect(await detail.locator('.spent li').count()).toBeGreaterThan(0);
    await detail.getByRole('button', { name: 'Close' }).focus();
    await visit.page.keyboard.press('Enter');
    await detail.waitFor({ state: 'detached' });
    expect(await visit.app.locator('*:focus').getAttribute('role')).toBe('slider');
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test.each(looks)('the count of a column opens the defects behind it at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, '.dot', look);
    const count = visit.app.getByRole('button', { name: /^\d+ open in .*: list them$/ }).first();
    const told = Number(/^\d+/.exec((await count.getAttribute('aria-label')) ?? '')?.[0]);
    await count.click();
    const list = section(visit, 'drill-down');
    await list
      .getByRole('link', { name: /^SHOP-\d+$/ })
      .first()
      .waitFor();
    expect(await list.getByRole('heading').first().innerText()).toMatch(new RegExp(`: ${told} defects?$`));
    expect(await found(visit, 'aging-column', look, 3200)).toEqual(nothing);
    await visit.end();
  });

  test('a past day is part of the address, and the page tells of that day', async () => {
    const visit = await open(sandbox, page, '.dot');
    const then = new Date(Date.parse(await sandbox.now()) - 60 * dayMs).toISOString().slice(0, 10);
    await visit.app.getByLabel('As of', { exact: true }).fill(then);
    await visit.app.getByText(/^At the end of /).waitFor();
    await visit.page.waitForURL(new RegExp(`day=${then}`));
    const slider = visit.app.getByRole('slider', { name: 'As of which day' });
    await slider.focus();
    await visit.page.keyboard.press('ArrowLeft');
    await visit.page.waitForURL((url) => !url.search.includes(then));
    await visit.app.getByRole('button', { name: 'Back to today' }).click();
    await visit.app.getByText(/^At the end of /).waitFor({ state: 'detached' });
    await visit.end();
  });

  test('what was chosen before stays, marked, until what is chosen is there; going back asks nothing', async () => {
    const visit = await open(sandbox, page, '[data-chart=aging] .dot');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let calls = 0;
    await visit.page.route('**/sandbox-chrome/invoke', async (route) => {
      if (/"aging"/.test(route.request().postData() ?? '')) {
        calls += 1;
        await held;
      }
      await route.continue();
    });
    const region = (columns: string) => visit.app.getByRole('region', { name: `Open defects by ${columns} and age` });
    // Pressed at once: a pointer on its way would have it asked for ahead.
    await visit.app.getByRole('button', { name: 'By severity' }).dispatchEvent('click');
    await visit.app.locator('[data-chart=aging][aria-busy=true] .dot').first().waitFor();
    release();
    await visit.app.locator('[data-chart=aging][aria-busy=false] .dot').first().waitFor();
    expect([calls, await region('severity').count()]).toEqual([1, 1]);
    await visit.app.getByRole('button', { name: 'By status' }).dispatchEvent('click');
    await region('status').waitFor();
    expect([calls, await visit.app.locator('[aria-busy=true]').count()]).toEqual([1, 0]);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('what the pointer is about to choose is asked for ahead, so that it is there when it is chosen', async () => {
    const visit = await open(sandbox, page, '[data-chart=aging] .dot');
    const isWanted = (sent: string | null) => sent?.includes('"by":"severity"') === true;
    let wanted = 0;
    visit.page.on('request', (request) => {
      if (isWanted(request.postData())) wanted += 1;
    });
    const button = visit.app.getByRole('button', { name: 'By severity' });
    expect(wanted).toBe(0);
    const answered = visit.page.waitForResponse((response) => isWanted(response.request().postData()));
    await button.hover();
    await answered;
    // From here on the back end says nothing more.
    await visit.page.route('**/sandbox-chrome/invoke', () => undefined);
    await button.click();
    await visit.app.getByRole('region', { name: 'Open defects by severity and age' }).waitFor();
    expect([wanted, await visit.app.locator('[aria-busy=true]').count()]).toEqual([1, 0]);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('a choice of a severity shows its dots alone, and its link opens as it was', async () => {
    const visit = await open(sandbox, `${page}?severity=S1&by=severity`, '.dot');
    expect(await visit.app.getByLabel('Severity', { exact: true }).inputValue()).toBe('S1');
    expect(await visit.app.locator('.chart-svg .dot:not(.layer-S1)').count()).toBe(0);
    await visit.app.getByRole('button', { name: 'Show as table' }).click();
    await visit.app.getByRole('columnheader', { name: 'Days in this status' }).waitFor();
    await visit.end();
  });

  test("the viewer's own service level is measured against what Jira's own history says, and is part of the address", async () => {
    const visit = await open(sandbox, page, '.dot');
    const defects = await defectsOf(sandbox);
    const now = Date.parse(await sandbox.now());
    await visit.app.getByLabel('Of 100 defects').fill('90');
    await visit.app.getByLabel('Within days').fill('12');
    await visit.page.keyboard.press('Enter');
    await visit.page.waitForURL(/level=90-12/);
    const figure = visit.app.locator('.figure').filter({ hasText: 'Your service level' });
    await figure.waitFor();
    const times = leadTimes(defects, now);
    const met = times.filter((time) => time <= 12 * dayMs).length;
    const past = defects.filter(
      ({ status, created }) => status.statusCategory.key !== 'done' && now - Date.parse(created) > 12 * dayMs,
    ).length;
    expect(times.length).toBeGreaterThan(100);
    expect(past).toBeGreaterThan(0);
    const words = await figure.innerText();
    expect(words).toContain(`${Math.floor((100 * met) / times.length)} of 100`);
    expect(words).toContain(`${met} of ${times.length} were closed within 12 days, 90 of 100 are wanted`);
    const reached = Math.round(((times[Math.ceil(0.9 * times.length) - 1] ?? NaN) / dayMs) * 100) / 100;
    expect(words).toContain(100 * met >= 90 * times.length ? 'kept' : `90 of 100 took up to ${days(Math.ceil(reached))}`);
    expect(words).toContain(`${past} open ${past === 1 ? 'one is' : 'ones are'} past it already`);
    expect(await visit.app.locator('.level-line text').textContent()).toBe('your level: 12 d');
    await visit.end();
    const again = await open(sandbox, `${page}?level=90-12&severity=S3`, '.level-line');
    expect(await again.app.getByLabel('Within days').inputValue()).toBe('12');
    await again.app.getByRole('button', { name: 'Remove the line' }).click();
    await again.app.locator('.level-line').waitFor({ state: 'detached' });
    await again.page.waitForURL((url) => !url.search.includes('level'));
    await again.end();
  });

  test.each(looks)('with a service level, by component, at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `${page}?by=component&level=85-20`, '.level-line', look);
    await visit.app.getByRole('heading', { name: 'Open defects by component and age' }).waitFor();
    await visit.app.locator('[data-step]').first().waitFor();
    expect(await found(visit, 'aging-component', look)).toEqual(nothing);
    await visit.end();
  });

  test('a component shows its open ones alone, against its own closed ones', async () => {
    const visit = await open(sandbox, page, '.dot');
    const defects = await defectsOf(sandbox);
    const now = Date.parse(await sandbox.now());
    const choice = visit.app.getByLabel('Component', { exact: true });
    const name = (await choice.locator('option').nth(1).textContent()) ?? '';
    await choice.selectOption({ label: name });
    await visit.page.waitForURL(/component=\d+/);
    const own = defects.filter(({ components }) => components.some((component) => component.name === name));
    const openOnes = own.filter(({ status }) => status.statusCategory.key !== 'done');
    expect(openOnes.length).toBeGreaterThan(0);
    await visit.app.locator('.figure').filter({ hasText: 'Open' }).getByText(String(openOnes.length), { exact: true }).waitFor();
    const closed = await visit.app.locator('tr[data-severity] td:last-child').allInnerTexts();
    expect(closed.reduce((sum, count) => sum + Number(count), 0)).toBe(leadTimes(own, now).length);
    await visit.app.getByRole('button', { name: 'Clear filters' }).click();
    await visit.page.waitForURL((url) => !url.search.includes('component'));
    await visit.end();
  });

  test('the oldest say who owns them now and what to do next', async () => {
    const visit = await open(sandbox, page, '.dot');
    const first = visit.app.locator('[data-oldest]').first();
    await first.locator('[data-step]').waitFor();
    const key = (await first.getAttribute('data-oldest')) ?? '';
    const defect = (await defectsOf(sandbox)).find((one) => one.key === key);
    expect(await first.locator('.owner-now').innerText()).toMatch(/^Owner now: .+, .+/);
    const step = first.locator('[data-step]');
    const kind = await step.getAttribute('data-step');
    expect(['assign', 'overdue']).toContain(kind);
    expect(kind === 'assign').toBe(defect?.assignee === null);
    const late = /([\d,]+) days past its resolution target$/.exec(await step.innerText())?.[1]?.replace(',', '');
    const age = (Date.parse(await sandbox.now()) - Date.parse(defect?.created ?? '')) / dayMs;
    const target = z.record(z.string(), z.number()).parse(defaultSettings.slaTargetDays)[String(defect?.severity)] ?? NaN;
    expect(Number(late)).toBe(Math.floor(age - target));
    await visit.end();
  });

  test('a dot that was opened stays marked, with its words, its owner and its next step', async () => {
    const visit = await open(sandbox, page, '.dot');
    await chart(visit).focus();
    await visit.page.keyboard.press('Enter');
    const detail = section(visit, 'defect');
    await detail.locator('[data-step]').waitFor();
    expect(await detail.locator('.oldest-facts').innerText()).toMatch(/days old, since \d+ \w+ \d{4}|days old, since/);
    expect(await visit.app.locator('.dot-ring').count()).toBe(1);
    await visit.page.mouse.move(2, 2);
    expect(await visit.app.locator('.aging-reading').innerText()).toMatch(/SHOP-\d+, .* old, since /);
    await detail.getByRole('button', { name: 'Close' }).click();
    await visit.app.locator('.dot-ring').waitFor({ state: 'detached' });
    await visit.end();
  });

  test('what the panel measures an open defect against is what the screen shows of its severity', async () => {
    const { body } = await sandbox.rest('rhea', 'GET', '/rest/api/3/project/SHOP');
    const { id: projectId } = z.object({ id: z.string() }).parse(body);
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const screen = await sandbox.screen('rhea', place, 'aging', agingCalls.aging.view, { projectId });
    const seen = new Set<string>();
    for (const [n, issueId] of screen.dots.ids.entries()) {
      const severity = screen.dots.severity[n] ?? 'none';
      if (seen.has(severity)) continue;
      seen.add(severity);
      const panel = { moduleKey: 'holdpoint-panel', projectKey: 'SHOP', issueKey: screen.dots.keys[n] ?? '' };
      const view = await sandbox.screen('rhea', panel, 'defectAging', agingCalls.defectAging.view, { issueId });
      const row = screen.severities.find((one) => one.severity === severity);
      expect(view).toMatchObject({ kind: 'open', severity, rank: screen.dots.rank[n] });
      expect(view).toMatchObject({ reference: { p50: row?.p50, p85: row?.p85, p95: row?.p95, restsOn: row?.restsOn } });
      const past = await sandbox.screen('rhea', panel, 'defectAging', agingCalls.defectAging.view, {
        issueId,
        day: screen.today,
      });
      expect(past).toMatchObject({
        kind: 'open',
        rank: screen.dots.rank[n],
        reference: { p85: row?.p85, restsOn: row?.restsOn },
      });
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  test.each(looks)('the panel keeps the room of its charts while they are read, at $width px, $colorScheme', async (look) => {
    const [defect] = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done ORDER BY created ASC');
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await visit.page.route('**/sandbox-chrome/invoke', async (route) => {
      if (route.request().postData()?.includes('defectAging') === true) await held;
      await route.continue();
    });
    await visit.open(`/browse/${defect?.key ?? ''}`);
    const panel = visit.app.locator('[data-panel="aging"]');
    await visit.app.locator('[data-panel="aging"][aria-busy="true"]').waitFor();
    await visit.app.locator('[data-panel="score"]').waitFor();
    const before = await panel.boundingBox();
    release();
    await visit.app.locator('[data-panel="aging"][aria-busy="false"] .status-swatch').first().waitFor();
    expect((await panel.boundingBox())?.height).toBe(before?.height);
    await visit.page.setViewportSize({ width: look.width, height: 3600 });
    await visit.page.waitForTimeout(400);
    await visit.picture(`aging-panel-charts-${look.width}-${look.colorScheme}`);
    expect(await panel.getByRole('list', { name: 'Days in each status' }).innerText()).toMatch(/(day|days)$/m);
    await visit.end();
  });

  test.each(looks)('the panel says how old an open defect is at $width px, $colorScheme', async (look) => {
    const [defect] = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done ORDER BY created ASC');
    const visit = await open(sandbox, `/browse/${defect?.key ?? ''}`, '[data-panel="aging"] .age-bar', look);
    expect(await visit.app.locator('[data-panel="aging"]').innerText()).toMatch(
      /In this status for .*; open for [\d,]+ days: longer than (all|\d+ of 100) closed S\d defects/,
    );
    expect(await found(visit, 'aging-panel', look)).toEqual(nothing);
    await visit.end();
  });

  test('the panel of a closed defect says nothing of its age', async () => {
    const [defect] = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory = Done');
    const visit = await open(sandbox, `/browse/${defect?.key ?? ''}`, '.facts');
    await visit.app.locator('[data-panel="score"]').waitFor();
    expect(await visit.app.locator('[data-panel="aging"]').count()).toBe(0);
    await visit.end();
  });
});

const onExport = existsSync(exportPath) ? describe : describe.skip;
onExport('an imported export', () => {
  test('without open defects says calmly that there are none', async () => {
    const sandbox = await RunningSandbox.start(`import:${exportPath}`);
    const visit = await Visit.begin(browser, sandbox, 'admin');
    await visit.open('/');
    await visit.app.getByRole('link', { name: 'Aging' }).click();
    await visit.app
      .getByText(/^No defect (is open|to look at yet)/)
      .first()
      .waitFor();
    expect(await found(visit, 'aging-import', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    await visit.end();
    expect(await sandbox.stop()).toEqual([]);
  });
});

test.each(looks)('an empty project says honestly that there is nothing yet at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Aging' }).click();
  await visit.app.getByText('No defect to look at yet').waitFor();
  expect(await found(visit, 'aging-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
