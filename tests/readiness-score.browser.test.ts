import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { ReadinessScoreView } from '../src/contracts/readiness-score';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox, type Person } from './running-sandbox';
import { exportPath } from './shared-material';

/** How ready a release is, as people see it: the parts, recounted here from what Jira tells; and the trend beside it. */
jest.setTimeout(300_000);

const nothing = { overflow: 0, barriers: [], complaints: [] };
const dayMs = 86_400_000;
const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const section = (visit: Visit) => visit.app.locator('[data-section="readiness-score"]');

async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2600 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

const issueSchema = z.object({
  id: z.string(),
  fields: z.looseObject({
    created: z.string(),
    resolutiondate: z.string().nullable(),
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    fixVersions: z.array(z.looseObject({ id: z.string() })),
  }),
});
const pageSchema = z.object({ issues: z.array(issueSchema), nextPageToken: z.string().optional() });
const severityOf = (value: unknown) => z.string().nullable().catch(null).parse(value);

/** Every defect of SHOP as Jira tells a person. */
async function defectsOf(sandbox: RunningSandbox, who: Person) {
  const { body: all } = await sandbox.rest(who, 'GET', '/rest/api/3/field');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(all);
  const severity = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
  const issues: z.output<typeof issueSchema>[] = [];
  for (let nextPageToken: string | undefined, first = true; first || nextPageToken !== undefined; first = false) {
    const { body } = await sandbox.rest(who, 'POST', '/rest/api/3/search/jql', {
      ...{ jql: 'project = SHOP AND issuetype = Bug', maxResults: 100 },
      fields: ['created', 'resolutiondate', 'status', 'fixVersions', severity],
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const read = pageSchema.parse(body);
    issues.push(...read.issues);
    nextPageToken = read.nextPageToken;
  }
  return issues.map(({ id, fields: of }) => ({
    ...{ id, severity: severityOf(of[severity]), created: Date.parse(of.created) },
    ended: of.resolutiondate === null ? null : Date.parse(of.resolutiondate),
    open: of.status.statusCategory.key !== 'done',
    versions: of.fixVersions.map((version) => version.id),
  }));
}

async function place(sandbox: RunningSandbox, name = '4.2.0') {
  const { id } = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
  return { projectId: id, versionId: await sandbox.versionId('SHOP', name) };
}

const score = async (sandbox: RunningSandbox, who: Person): Promise<ReadinessScoreView> =>
  sandbox.screen(who, project, 'readinessScore', bridgeCalls.readinessScore.view, await place(sandbox));
const term = (view: ReadinessScoreView, name: string) => {
  const one = view.terms.find((candidate) => candidate.name === name);
  if (one === undefined) throw new Error(`The score has no part ${name}.`);
  return one;
};
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('SHOP with 600 defects', () => {
  let sandbox: RunningSandbox;
  let page: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    page = `/projects/SHOP/apps/holdpoint/readiness/${(await place(sandbox)).versionId}`;
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  async function open(look?: Look, who = 'rhea'): Promise<Visit> {
    const visit = await Visit.begin(browser, sandbox, who, look);
    await visit.open(page);
    await section(visit).locator('[data-term="gates"]').waitFor();
    return visit;
  }

  test.each(looks)('the score stands below the verdict at $width px, $colorScheme', async (look) => {
    const visit = await open(look);
    await section(visit).getByRole('button', { name: 'What is this?' }).click();
    expect(await found(visit, 'readiness-score', look)).toEqual(nothing);
    const verdicts = await visit.app.locator('[data-stage="production"]').boundingBox();
    const box = await section(visit).boundingBox();
    expect(box?.y).toBeGreaterThan((verdicts?.y ?? 0) + (verdicts?.height ?? 0) - 1);
    await visit.end();
  });

  test("its parts are what Jira's own answers come to, and add up to the number", async () => {
    const { projectId, versionId } = await place(sandbox);
    const view = await score(sandbox, 'lead');
    const readiness = await sandbox.screen('lead', project, 'readiness', bridgeCalls.readiness.view, { projectId, versionId });
    const line = await sandbox.screen('lead', project, 'forecast', bridgeCalls.forecast.view, { projectId, versionId });
    const now = Date.parse(await sandbox.now());
    expect([readiness.hidden, line.outlook !== null]).toEqual([0, true]);
    const all = await defectsOf(sandbox, 'lead');
    const openOnes = all.filter((defect) => defect.open && defect.versions.includes(versionId));

    const days: Readonly<Record<string, number>> = { S1: 2, S2: 7, S3: 30, S4: 90 };
    const late = openOnes.filter(({ severity, created }) => created + (days[severity ?? 'S1'] ?? NaN) * dayMs <= now);
    expect([...term(view, 'targets').defectIds].sort()).toEqual(late.map(({ id }) => id).sort());

    const p85 = (severity: string | null) => {
      const took = all
        .filter((one) => !one.open && one.severity === severity && (one.ended ?? 0) > now - 180 * dayMs)
        .map(({ created, ended }) => (ended ?? NaN) - created)
        .sort((a, b) => a - b);
      return took.length < 5 ? null : (took[Math.ceil(0.85 * took.length) - 1] ?? null);
    };
    const old = openOnes.filter(({ severity, created }) => now - created > (p85(severity) ?? Infinity));
    const untold = openOnes.filter(({ severity }) => p85(severity) === null);
    expect([...term(view, 'aging').defectIds].sort()).toEqual(old.map(({ id }) => id).sort());
    const exposure = sum(old.map(({ severity, created }) => now - created - (p85(severity) ?? NaN))) / dayMs;
    expect(term(view, 'aging').sentence).toMatch(
      new RegExp(`debt exposure (${Math.round(exposure)}|${Math.round(exposure) + 1}) days?`),
    );

    const conditions = readiness.stages.flatMap((stage) => stage.conditions);
    const met = conditions.filter(({ state }) => state === 'met').length;
    const outlook = line.outlook;
    const chance = outlook?.release?.chance ?? NaN;
    const debt = await sandbox.screen('lead', project, 'validationDebt', bridgeCalls.validationDebt.view, {
      projectId,
      versionId,
    });
    const ofRelease = all.filter(({ versions }) => versions.includes(versionId));
    // The list beside it is cut; what it has, and as many as it says, are behind the part.
    const { defectIds: waiting, total } = term(view, 'validated');
    expect(waiting).toEqual(expect.arrayContaining(debt.rows.map(({ defect }) => defect.id)));
    expect(total).toBeLessThanOrEqual(debt.rows.length + debt.more);
    expect(total * debt.deployedIn.length).toBeGreaterThanOrEqual(debt.rows.length + debt.more);
    const exact = [
      (40 * met) / conditions.length,
      (20 * (openOnes.length - late.length)) / openOnes.length,
      20 * chance,
      (10 * (openOnes.length - old.length - untold.length)) / openOnes.length,
      debt.deployedIn.length === 0 ? 0 : (10 * (ofRelease.length - total)) / ofRelease.length,
    ];
    const whole = Math.floor(sum(exact) + 1e-9);
    const left = whole - sum(exact.map((value) => Math.floor(value + 1e-9)));
    const largest = exact
      .map((value, n) => ({ n, rest: value - Math.floor(value + 1e-9) }))
      .sort((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ n }) => n);
    expect(view.terms.map(({ points }) => points)).toEqual(
      exact.map((value, n) => Math.floor(value + 1e-9) + (largest.includes(n) ? 1 : 0)),
    );
    expect(sum(view.terms.map(({ points }) => points))).toBe(view.score);
    expect(view.score).toBe(whole);
    expect(view.unknown).toBe(sum(view.terms.filter(({ known }) => !known).map(({ weight }) => weight)));

    const visit = await open(undefined, 'lead');
    const shown = await section(visit).locator('tbody .score-points strong').allInnerTexts();
    expect(sum(shown.map(Number))).toBe(view.score);
    expect(await section(visit).locator('.readiness-score-number').innerText()).toBe(String(view.score));
    await visit.end();
  });

  test('a held gate stays held whatever the number says, and the page says so', async () => {
    const visit = await open();
    const held = await visit.app.locator('.stage-cards [data-verdict="held"]').count();
    expect(held).toBeGreaterThan(0);
    expect(await section(visit).innerText()).toMatch(/(stays?|would be) held whatever this number says: gates decide\./);
    await visit.end();
  });

  test('a part opens its defects, by keyboard too', async () => {
    const visit = await open();
    const show = section(visit)
      .locator('[data-term="targets"]')
      .getByRole('button', { name: /^Show \d+ defects?: / });
    const count = Number(/\d+/.exec(await show.innerText())?.[0]);
    await show.focus();
    await visit.page.keyboard.press('Enter');
    await visit.app.getByRole('heading', { name: `Resolution targets: ${count} defect` }).waitFor();
    await section(visit).locator('tbody tr a').first().waitFor();
    expect(await visit.barriers()).toEqual([]);
    await section(visit).getByRole('button', { name: 'Close' }).click();
    expect(await visit.app.locator('[data-section="drill-down"]').count()).toBe(0);
    await visit.end();
  });

  test('whoever may see less is never given more, and nothing that is hidden is named', async () => {
    const [all, less] = [await score(sandbox, 'lead'), await score(sandbox, 'viewer')];
    expect(term(less, 'gates').points).toBe(term(all, 'gates').points);
    for (const name of ['targets', 'aging', 'validated'])
      expect(term(less, name).points).toBeLessThanOrEqual(term(all, name).points + 1);
    expect(less.terms.every(({ defectIds, total }) => defectIds.length === total)).toBe(true);
    const seen = new Set((await defectsOf(sandbox, 'viewer')).map(({ id }) => id));
    expect(less.terms.flatMap(({ defectIds }) => defectIds).filter((id) => !seen.has(id))).toEqual([]);
  });

  test('the trend is a chart, a table and files', async () => {
    const visit = await open();
    const trend = visit.app.locator('[data-chart="trend"]');
    const slider = trend.getByRole('slider');
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await visit.page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    await trend.getByRole('button', { name: 'What is this?' }).click();
    await trend.getByText('at the end of each day').waitFor();
    const download = visit.page.waitForEvent('download');
    await trend.getByRole('button', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toBe('SHOP-4.2.0-trend.csv');
    await trend.getByRole('button', { name: 'Show as table' }).click();
    expect(await trend.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining(['Day (UTC)', 'Past target', 'Done']),
    );
    const { projectId, versionId } = await place(sandbox);
    const view = await sandbox.screen('rhea', project, 'readiness', bridgeCalls.readiness.view, { projectId, versionId });
    const newest = await trend.locator('tbody tr').first().locator('td').allInnerTexts();
    expect(newest.slice(-3)).toEqual([
      String(view.defects.length),
      String(view.defects.filter(({ overdue }) => overdue).length),
      String(view.progress.done),
    ]);
    await visit.end();
  });

  test('a day of the trend opens the defects that were open at its end', async () => {
    const visit = await open();
    const slider = visit.app.locator('[data-chart="trend"]').getByRole('slider');
    const list = visit.app.locator('[data-section="drill-down"]');
    const heading = list.getByRole('heading', { level: 2 });
    await slider.focus();
    for (let step = 0; step < 12; step += 1) await visit.page.keyboard.press('ArrowLeft');
    const words = (await slider.getAttribute('aria-valuetext')) ?? '';
    const [, date = '', count = ''] = /^(.+): (\d+) open/.exec(words) ?? [];
    await visit.page.keyboard.press('Enter');
    await heading.waitFor();
    expect(await heading.innerText()).toBe(`Open at the end of ${date}: ${count} defect${count === '1' ? '' : 's'}`);
    await list
      .getByRole('link', { name: /^SHOP-\d+$/ })
      .first()
      .waitFor();
    expect(await found(visit, 'readiness-trend-day', { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    expect(await found(visit, 'readiness-trend-day', { width: 320, colorScheme: 'light' })).toEqual(nothing);
    await list.getByRole('button', { name: 'Close' }).press('Enter');
    await list.waitFor({ state: 'detached' });
    await visit.app.locator('.trend-chart:focus').waitFor();
    const box = await slider.boundingBox();
    if (box === null) throw new Error('There is no trend.');
    await visit.page.mouse.click(box.x + box.width - 20, box.y + 100);
    await list.getByRole('heading', { name: /^Open now: \d+ defects?$/ }).waitFor();
    await list
      .getByRole('link', { name: /^SHOP-\d+$/ })
      .first()
      .waitFor();
    const search = (await list.getByRole('link', { name: 'Open in Jira' }).getAttribute('href')) ?? '';
    expect(new URL(search, sandbox.url).searchParams.get('jql')).toContain('fixVersion = ');
    await visit.end();
  });

  test('what was worked out is kept, and not used any more once a blocker is closed', async () => {
    const at = await place(sandbox);
    const outlook = async () => (await sandbox.screen('lead', project, 'forecast', bridgeCalls.forecast.view, at)).outlook;
    const first = await outlook();
    expect(await outlook()).toEqual(first);
    const line = await sandbox.screen('lead', project, 'forecast', bridgeCalls.forecast.view, at);
    const [blocker] = line.blockers.rows;
    expect((await sandbox.transition(blocker?.key ?? '', 'Close', 'dev')).status).toBe(204);
    await sandbox.settle();
    const second = await outlook();
    expect(second?.seed).not.toBe(first?.seed);
    expect(second?.by).not.toEqual(first?.by);
    expect((await score(sandbox, 'lead')).terms.find(({ name }) => name === 'forecast')?.defectIds).not.toContain(blocker?.id);
  });
});

const onExport = existsSync(exportPath) ? describe : describe.skip;
onExport('an imported export', () => {
  test('a release of it has a score whose parts add up', async () => {
    const sandbox = await RunningSandbox.start(`import:${exportPath}`);
    const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/search');
    const { values } = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) }).parse(body);
    let scored = 0;
    for (const { id: projectId, key } of values) {
      const versions = z
        .array(z.looseObject({ id: z.string(), released: z.boolean() }))
        .parse((await sandbox.rest('admin', 'GET', `/rest/api/3/project/${key}/versions`)).body);
      for (const { id: versionId } of versions.filter(({ released }) => !released).slice(0, 3)) {
        const where = { moduleKey: 'holdpoint-project', projectKey: key };
        const view = await sandbox.screen('admin', where, 'readinessScore', bridgeCalls.readinessScore.view, {
          projectId,
          versionId,
        });
        expect(sum(view.terms.map(({ points }) => points))).toBe(view.score);
        scored += 1;
      }
    }
    console.log(`${scored} releases of the import have a score`);
    expect(await sandbox.stop()).toEqual([]);
  });
});

test.each(looks)('a project without defects says what is missing at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('0');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open(`/projects/SHOP/apps/holdpoint/readiness/${(await place(sandbox)).versionId}`);
  await section(visit).locator('[data-term="gates"]').waitFor();
  expect(await section(visit).locator('[data-term="targets"]').innerText()).toContain('Nothing is open, so nothing is late.');
  expect(await section(visit).locator('[data-term="forecast"]').innerText()).toContain('Unknown.');
  expect(await section(visit).innerText()).toMatch(/points are not given because their evidence is missing/);
  expect(await found(visit, 'readiness-score-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
