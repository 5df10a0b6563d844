import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** The screen Detection and repair: what it says, that its figures are those of Jira, and what lies behind them. */
jest.setTimeout(240_000);

const page = '/projects/SHOP/apps/holdpoint/repair';
const nothing = { overflow: 0, barriers: [], complaints: [] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2000 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

async function open(sandbox: RunningSandbox, path = page, look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open(path);
  await visit.app.locator('[data-chart="repair"]').waitFor();
  return visit;
}

const field = z.object({ id: z.string(), name: z.string() });
const issuePage = z.object({
  issues: z.array(
    z.object({
      fields: z.looseObject({
        created: z.string(),
        resolutiondate: z.string().nullable(),
        status: z.object({ statusCategory: z.object({ key: z.string() }) }),
      }),
    }),
  ),
  nextPageToken: z.string().optional(),
});

/** How many days each defect that was detected in a stage has lasted, and whether it is over; by Jira's own answers alone. */
async function lastedByJira(sandbox: RunningSandbox, stage: string): Promise<{ days: number; over: boolean }[]> {
  const fields = z.array(field).parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/field')).body);
  const detectedIn = fields.find(({ name }) => name === 'Detected in')?.id ?? '';
  const now = Date.parse(await sandbox.now());
  const all: { days: number; over: boolean }[] = [];
  for (let nextPageToken: string | undefined; ;) {
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', {
      ...{
        jql: 'project = SHOP AND issuetype = Bug',
        maxResults: 100,
        fields: ['created', 'resolutiondate', 'status', detectedIn],
      },
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const answer = issuePage.parse(body);
    for (const { fields: values } of answer.issues) {
      if (values[detectedIn] !== stage) continue;
      const over = values.status.statusCategory.key === 'done';
      const end = over ? Date.parse((values.resolutiondate ?? '').replace(/(\d\d)(\d\d)$/, '$1:$2')) : now;
      const begin = Date.parse(values.created.replace(/(\d\d)(\d\d)$/, '$1:$2'));
      all.push({ days: (end - begin) / 86_400_000, over });
    }
    nextPageToken = answer.nextPageToken;
    if (nextPageToken === undefined) return all;
  }
}

/** The first time at which the product of what is left is down to a half. */
function medianByHand(all: readonly { days: number; over: boolean }[]): number | null {
  let left = 1;
  for (const days of [...new Set(all.filter(({ over }) => over).map((one) => one.days))].sort((a, b) => a - b)) {
    const atRisk = all.filter((one) => one.days >= days).length;
    left *= 1 - all.filter((one) => one.over && one.days === days).length / atRisk;
    if (left <= 0.5 + 1e-12) return days;
  }
  return null;
}

describe('SHOP', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `${page}?range=all`, look);
    await visit.app.locator('[data-section="dora"] summary').first().click();
    expect(await found(visit, 'repair', look)).toEqual(nothing);
    await visit.end();
  });

  test('the median of a stage is the one that Jira’s own dates give, open ones counted in', async () => {
    const all = await lastedByJira(sandbox, 'staging');
    const median = medianByHand(all) ?? NaN;
    const words = (median < 9.95 ? Math.round(median * 10) / 10 : Math.round(median)).toLocaleString('en');
    const [over, open_] = [all.filter((one) => one.over).length, all.filter((one) => !one.over).length];
    const visit = await open(sandbox, `${page}?range=all`);
    const said = await visit.app.locator('[data-measure="repair"] [data-stage="staging"]').innerText();
    expect(said).toMatch(`Half are repaired within ${words} days (`);
    expect(said).toMatch(`${over} repaired, ${open_} still open`);
    await visit.end();
  });

  test('the sentence compares the two, and the chart can be walked by keyboard', async () => {
    const visit = await open(sandbox, `${page}?range=all`);
    await visit.app
      .getByText(/repairs faster than|No difference between Staging and Production/)
      .first()
      .waitFor();
    const chart = visit.app.getByRole('slider');
    await chart.focus();
    await chart.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^After 0 days not repaired: Staging 100 % \(100 to 100\)/);
    await chart.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuetext')).not.toMatch(/^After 0 days/);
    await visit.app.getByRole('button', { name: 'Show as table' }).click();
    await visit.app.getByRole('columnheader', { name: 'Not repaired, %' }).waitFor();
    await visit.end();
  });

  test('what is compared is part of the address', async () => {
    const visit = await open(sandbox);
    await visit.app.getByLabel('Compare', { exact: true }).selectOption('test');
    await visit.app.getByRole('columnheader', { name: 'Test' }).waitFor();
    await visit.app.getByRole('button', { name: '1 year' }).click();
    await visit.page.waitForURL(/range=365/);
    expect(visit.page.url()).toMatch(/one=test&other=production/);
    await visit.page.reload();
    await visit.app.getByRole('columnheader', { name: 'Test' }).waitFor();
    expect(await visit.app.getByRole('button', { name: '1 year' }).getAttribute('aria-pressed')).toBe('true');
    await visit.end();
  });

  test('a figure opens its issues, and closing gives the focus back', async () => {
    const visit = await open(sandbox, `${page}?range=all`);
    const button = visit.app.getByRole('button', { name: /^Still open \d+ in Production$/ });
    const count = /\d+/.exec((await button.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await button.click();
    const list = visit.app.locator('[data-section="drill-down"]');
    await list.getByRole('heading', { name: `Detected and still open in Production: ${count} defects` }).waitFor();
    await list.getByRole('link', { name: 'Open in Jira' }).waitFor();
    await visit.picture('repair-list');
    await list.getByRole('button', { name: 'Close' }).click();
    await list.waitFor({ state: 'detached' });
    await visit.end();
  });

  test('DORA’s measures name the deployment that failed, and what they leave out', async () => {
    const visit = await open(sandbox, `${page}?range=all`);
    const dora = visit.app.locator('[data-section="dora"]');
    for (const name of [
      'Deployment frequency',
      'Lead time for changes',
      'Change failure rate',
      'Failed deployment recovery time',
    ])
      await dora.getByText(name, { exact: true }).first().waitFor();
    await dora.locator('summary').last().click();
    await dora.getByText(/INC-7: Orders are charged twice.*taken back/).waitFor();
    await dora.locator('summary').first().click();
    await dora.getByText(/whether a service keeps its targets/).waitFor();
    await visit.end();
  });
});

const onExport = existsSync(exportPath) ? test : test.skip;
onExport('an imported export is measured, and says that no pipeline has told of it', async () => {
  const sandbox = await RunningSandbox.start(`import:${exportPath}`);
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Detection and repair' }).click();
  await visit.app.getByRole('heading', { name: 'Detection and repair', level: 1 }).waitFor();
  await visit.app.getByRole('button', { name: 'All', exact: true }).click();
  await visit.app.getByText(/^In all environments half are repaired within|^In all environments fewer than half/).waitFor();
  await visit.app.getByText('No pipeline has told of a deployment to Production yet').waitFor();
  expect(await found(visit, 'repair-import', { width: 1280, colorScheme: 'light' })).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});

test.each(looks)('an empty project says that there is nothing to measure at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Detection and repair' }).click();
  await visit.app.getByText('Nothing to measure yet').waitFor();
  expect(await found(visit, 'repair-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
