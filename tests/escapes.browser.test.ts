import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { escapeDefectsViewSchema, escapesViewSchema } from '../src/contracts/escapes';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox, type Person } from './running-sandbox';
import { exportPath } from './shared-material';

/** The page Escapes: what got past the release, where it came from, what comes back. */
jest.setTimeout(240_000);

const page = '/projects/SHOP/apps/holdpoint/escapes';
const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };
const day = 86_400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: width < 640 ? 3600 : 2800 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

async function open(sandbox: RunningSandbox, path: string, sign: string, look?: Look, who = 'rhea'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

const fieldsSchema = z.array(z.looseObject({ id: z.string(), name: z.string() }));
const pageOfIssues = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string(), fields: z.record(z.string(), z.unknown()) })),
  nextPageToken: z.string().optional(),
});
const versionsSchema = z.array(z.looseObject({ id: z.string() }));

interface RestDefect {
  readonly id: string;
  readonly created: number;
  readonly detectedIn: string | null;
  readonly affects: readonly string[];
  readonly fix: readonly string[];
}

/** Every defect of the project as Jira's own REST API tells it to a person. */
async function defectsByRest(sandbox: RunningSandbox, who: Person): Promise<RestDefect[]> {
  const fields = fieldsSchema.parse((await sandbox.rest(who, 'GET', '/rest/api/3/field')).body);
  const detected = fields.find(({ name }) => name === 'Detected in')?.id ?? '';
  const ids = (value: unknown) => versionsSchema.parse(value ?? []).map(({ id }) => id);
  const all: RestDefect[] = [];
  for (let token: string | undefined; ;) {
    const { body } = await sandbox.rest(who, 'POST', '/rest/api/3/search/jql', {
      jql: 'project = SHOP AND issuetype = Bug ORDER BY key',
      fields: ['created', 'versions', 'fixVersions', detected],
      maxResults: 100,
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    const { issues, nextPageToken } = pageOfIssues.parse(body);
    for (const { id, fields: of } of issues) {
      const [created, text] = [z.string().parse(of['created']), of[detected]];
      all.push({
        ...{ id, created: Date.parse(created), detectedIn: typeof text === 'string' ? text : null },
        ...{ affects: ids(of['versions']), fix: ids(of['fixVersions']) },
      });
    }
    if (nextPageToken === undefined) return all;
    token = nextPageToken;
  }
}

const escapesOf = (sandbox: RunningSandbox, who: Person, window: 30 | 90) =>
  sandbox.screen(who, place, 'escapes', escapesViewSchema, { projectId: '10000', window, stage: null, versionId: null });

describe.each(['600', '1'])('SHOP with %s defects', (size) => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(size);
    await sandbox.settle();
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('the page at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, '[data-chart="recurrence"]', look);
    expect(await found(visit, `escapes-${size}`, look)).toEqual(nothing);
    await visit.end();
  });
});

describe('SHOP', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    await sandbox.settle();
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each([30, 90] as const)('the figures of 4.1.0 after %i days, counted by hand from REST', async (window) => {
    const view = await escapesOf(sandbox, 'admin', window);
    const release = view.releases.find(({ name }) => name === '4.1.0');
    const all = await defectsByRest(sandbox, 'admin');
    expect(view.defects).toBe(all.length);
    const released = Date.parse(`${release?.releaseDate ?? ''}T00:00:00.000Z`);
    const over = released + day - 1;
    const id = release?.id ?? '';
    const windowed = all.filter(({ created }) => created <= over + window * day);
    const named = windowed.filter(({ affects }) => affects.includes(id));
    const after = named.filter(
      ({ created, detectedIn }) => created > over || (created >= released && detectedIn === 'production'),
    );
    const escaped = after.filter(({ detectedIn }) => detectedIn === 'production' || detectedIn === null);
    // Only a fix version, found by the team, and in time: the first release that fixes it and was not out stands in.
    const ends = new Map(view.releases.map((one) => [one.id, Date.parse(`${one.releaseDate}T00:00:00.000Z`) + day - 1]));
    const standIns = windowed.filter(({ created, affects, fix, detectedIn }) => {
      const notOut = fix.flatMap((one) => ends.get(one) ?? []).filter((end) => end >= created);
      return affects.length === 0 && detectedIn !== 'production' && fix.includes(id) && Math.min(...notOut) === over;
    });
    expect(release?.escaped).toBe(escaped.length);
    expect(release?.found).toBe(named.length + standIns.length);
    expect(release?.counts.before).toBe(named.length - after.length + standIns.length);
    expect(escaped.length).toBeGreaterThan(5);
    expect(release?.rate?.value).toBeCloseTo(escaped.length / (named.length + standIns.length), 12);
    const behind = await sandbox.screen('admin', place, 'escapeDefects', escapeDefectsViewSchema, {
      ...{ projectId: '10000', window, stage: null },
      selection: { kind: 'release', versionId: id, which: 'escaped' },
    });
    expect(behind.ids.toSorted()).toEqual(escaped.map((defect) => defect.id).toSorted());
  });

  test('the matrix holds every defect, and hidden ones are only counted', async () => {
    const [admin, viewer] = [await escapesOf(sandbox, 'lead', 90), await escapesOf(sandbox, 'viewer', 90)];
    expect(admin.matrix.total).toBe(admin.defects);
    expect(admin.matrix.rows.reduce((sum, { total }) => sum + total, 0)).toBe(admin.defects);
    expect(viewer.hidden).toBeGreaterThan(0);
    expect(viewer.defects + viewer.hidden).toBe(admin.defects + admin.hidden);
    expect(viewer.matrix.total).toBe(viewer.defects);
  });

  test('the next action lists the escaped defects, every number opens, and the address keeps the choice', async () => {
    const visit = await open(sandbox, page, '[data-action="next"]', wide);
    await visit.app.locator('[data-action="next"]').click();
    await visit.app
      .locator('.drill-down')
      .getByRole('link', { name: /^SHOP-\d+$/ })
      .first()
      .waitFor();
    await visit.app.getByRole('button', { name: 'Close' }).click();
    const number = visit.app.locator('[data-count="4.1.0 before"]');
    const count = Number(await number.innerText());
    await number.click();
    await visit.app.locator('.drill-down').getByText('4.1.0: found before the release').waitFor();
    expect(count).toBeGreaterThan(10);
    await visit.app.getByRole('button', { name: 'Close' }).click();
    let asked = 0;
    visit.page.on('request', (request) => {
      if (request.postData()?.includes('"escapes"') === true) asked += 1;
    });
    await visit.app.getByRole('button', { name: '30 days after' }).click();
    await visit.app.getByText('its 30 days are over').first().waitFor();
    expect(asked).toBe(0);
    await visit.app.getByLabel('Escaped past').selectOption('staging');
    await visit.app.getByText('that were still there in Staging').first().waitFor();
    expect(visit.page.url()).toMatch(/\/escapes\?window=30&stage=staging$/);
    await visit.app.getByLabel('Release', { exact: true }).selectOption({ label: '4.0.0' });
    const counts = visit.app.locator('[data-section="escape-counts"]');
    await counts.getByText('4.1.0').waitFor({ state: 'detached' });
    await counts.getByText('4.0.0').waitFor();
    expect(await found(visit, 'escapes-past-staging', wide)).toEqual(nothing);
    await visit.end();
  });

  test('charts are read by keyboard, as tables, and opened by Enter', async () => {
    const visit = await open(sandbox, page, '[data-chart="escape-rate"] [role="slider"]', wide);
    const rate = visit.app.locator('[data-chart="escape-rate"]');
    const slider = rate.getByRole('slider');
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await visit.page.keyboard.press('ArrowDown');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^4\.1\.\d: \d+ of \d+ escaped/);
    await visit.page.keyboard.press('Enter');
    await visit.app.locator('.drill-down h2').waitFor();
    await visit.app.getByRole('button', { name: 'Close' }).click();
    const matrix = visit.app.locator('[data-chart="injection"]').getByRole('slider');
    await matrix.focus();
    await visit.page.keyboard.press('End');
    expect(await matrix.getAttribute('aria-valuetext')).toMatch(/found anywhere: \d+ defect/);
    for (const chart of ['escape-rate', 'removal-efficiency', 'injection', 'recurrence']) {
      const frame = visit.app.locator(`[data-chart="${chart}"]`);
      await frame.getByRole('button', { name: 'What is this?' }).click();
      await frame.getByRole('button', { name: 'Show as table' }).click();
      expect(await frame.locator('tbody tr').count()).toBeGreaterThan(2);
    }
    expect(await found(visit, 'escapes-tables', wide)).toEqual(nothing);
    await visit.end();
  });

  test('the look back on the page Releases and this one agree: what it counts is told apart here', async () => {
    const view = await escapesOf(sandbox, 'admin', 90);
    const all = await defectsByRest(sandbox, 'admin');
    const release = view.releases.find(({ name }) => name === '4.1.0');
    const over = Date.parse(`${release?.releaseDate ?? ''}T00:00:00.000Z`) + day - 1;
    const mine = all.filter(({ affects }) => affects.includes(release?.id ?? ''));
    const lookBack = mine.filter(({ created }) => created > over).length;
    const onTheDay = mine.filter(
      ({ created, detectedIn }) => created >= over - day + 1 && created <= over && detectedIn === 'production',
    ).length;
    const { users = 0, untold = 0, earlier = 0, late = 0 } = release?.counts ?? {};
    expect(users + untold + earlier + late - onTheDay).toBe(lookBack);
  });
});

const onExport = existsSync(exportPath) ? describe : describe.skip;
onExport('an imported export', () => {
  test('is shown as far as it tells', async () => {
    const sandbox = await RunningSandbox.start(`import:${exportPath}`);
    await sandbox.settle();
    const visit = await Visit.begin(browser, sandbox, 'admin');
    await visit.open('/');
    await visit.app.getByRole('link', { name: 'Escapes' }).click();
    await visit.app.locator('[data-chart="injection"]').waitFor();
    expect(await found(visit, 'escapes-import', wide)).toEqual(nothing);
    await visit.end();
    expect(await sandbox.stop()).toEqual([]);
  });
});

test.each(looks)('an empty project says what comes here at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Escapes' }).click();
  await visit.app.getByText('No defect to look at yet').waitFor();
  expect(await found(visit, 'escapes-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
