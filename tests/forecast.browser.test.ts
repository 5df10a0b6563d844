import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** When the blockers of a release will be closed, as people see it; one chance is worked out here by another simulation, of what Jira tells. */
jest.setTimeout(300_000);

const page = '/projects/SHOP/apps/holdpoint/forecast';
const settings = '/settings/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const dayMs = 86_400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(sandbox: RunningSandbox, path: string, sign: string, look?: Look, who = 'rhea'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2600 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

interface Known {
  readonly created: number;
  readonly ended: number | null;
  readonly severity: string;
  /** When it came to block the release; null where it never did. */
  readonly cameAt: number | null;
  readonly blocksNow: boolean;
}

const text = z.string().nullable();
const itemSchema = z.object({ fieldId: z.string().optional(), from: text, to: text, fromString: text, toString: text });
const changesSchema = z.object({
  values: z.array(
    z.object({
      created: z.string(),
      items: z.array(itemSchema),
    }),
  ),
});
const searchedSchema = z.object({
  issues: z.array(
    z.object({ key: z.string(), fields: z.looseObject({ created: z.string(), resolutiondate: z.string().nullable() }) }),
  ),
  nextPageToken: z.string().optional(),
});
const versionsSchema = z.array(z.looseObject({ id: z.string() }));
const severitySchema = z.string().nullable().catch(null);

/** The defects of SHOP and how they stood to a release, from Jira's search and changelogs alone. */
async function knownDefects(sandbox: RunningSandbox, versionId: string): Promise<Known[]> {
  const { body: fields } = await sandbox.rest('rhea', 'GET', '/rest/api/3/field');
  const all = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(fields);
  const field = all.find(({ name }) => name === 'Defect severity')?.id ?? '';
  const known: Known[] = [];
  for (let nextPageToken: string | undefined, first = true; first || nextPageToken !== undefined; first = false) {
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', {
      ...{
        jql: 'project = SHOP AND issuetype = Bug',
        fields: ['created', 'resolutiondate', 'fixVersions', field],
        maxResults: 100,
      },
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const read = searchedSchema.parse(body);
    for (const { key, fields: of } of read.issues) {
      const severity = severitySchema.parse(of[field]) ?? 'none';
      const created = Date.parse(of.created);
      const ended = of.resolutiondate === null ? null : Date.parse(of.resolutiondate);
      const isNow = versionsSchema.parse(of.fixVersions).some(({ id }) => id === versionId);
      const times = { created, ended, versionId, isNow, severity, field };
      const cameAt = ended === null || ended > Date.parse('2026-08-24') ? await cameToBlock(sandbox, key, times) : null;
      const blocksNow = ended === null && isNow && ['S1', 'S2', 'none'].includes(severity);
      known.push({ created, ended, severity, cameAt, blocksNow });
    }
    nextPageToken = read.nextPageToken;
  }
  return known;
}

interface Times extends Pick<Known, 'created' | 'ended' | 'severity'> {
  readonly versionId: string;
  readonly isNow: boolean;
  readonly field: string;
}

/** Plays the changes of an issue from its creation on. */
async function cameToBlock(sandbox: RunningSandbox, key: string, times: Times): Promise<number | null> {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${key}/changelog?maxResults=100`);
  const changes = changesSchema
    .parse(body)
    .values.flatMap(({ created, items }) => items.map((item) => ({ at: Date.parse(created), ...item })))
    .sort((a, b) => a.at - b.at);
  const versions = changes.filter(({ fieldId }) => fieldId === 'fixVersions');
  const own = versions.filter(({ from, to }) => from === times.versionId || to === times.versionId);
  const severities = changes.filter(({ fieldId }) => fieldId === times.field);
  let isIn = own[0] === undefined ? times.isNow : own[0].from === times.versionId;
  const wordOf = (word: string | null) => (word === null || word === '' ? 'none' : word);
  const first = severities[0];
  let severity = first === undefined ? times.severity : wordOf(first.fromString);
  // A severity that was filled in later holds from the beginning.
  if (severity === 'none' && first !== undefined) severity = wordOf(first.toString);
  const blocks = () => isIn && ['S1', 'S2', 'none'].includes(severity);
  if (blocks()) return times.created;
  for (const change of changes) {
    if (times.ended !== null && change.at >= times.ended) return null;
    if (change.fieldId === 'fixVersions' && change.to === times.versionId) isIn = true;
    if (change.fieldId === 'fixVersions' && change.from === times.versionId) isIn = false;
    if (change.fieldId === times.field) severity = wordOf(change.toString);
    if (blocks()) return change.at;
  }
  return null;
}

/** How long another one lasts that has lasted so long: from ending to ending, each time by the share that ended there of those that got so far. */
function lastsUntil(group: readonly Known[], at: number, age: number, random: () => number): number {
  const times = group.map(({ created, ended }) => ({
    time: (ended !== null && ended <= at ? ended : at) - created,
    isOver: ended !== null && ended <= at,
  }));
  const endings = [...new Set(times.filter(({ isOver }) => isOver).map(({ time }) => time))].sort((a, b) => a - b);
  const reached = (time: number) => times.filter((one) => one.time >= time).length;
  for (const time of endings.filter((one) => one > age)) {
    const gone = times.filter((one) => one.isOver && one.time === time).length;
    if (random() < gone / reached(time)) return time;
  }
  const pace = times.filter(({ isOver }) => isOver).length / times.reduce((sum, { time }) => sum + time, 0);
  return Math.max(age, endings.at(-1) ?? 0) - Math.log(1 - random()) / pace;
}

/** Share of the runs in which there was a day up to the last one at whose end nothing was open. */
function simulated(known: readonly Known[], at: number, since: number, lastDay: number): number {
  const runs = 1500;
  let state = 12_345;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const recent = known.filter(({ created }) => created <= at && created > at - 180 * dayMs);
  const closed = (group: readonly Known[]) => group.filter(({ ended }) => ended !== null && ended <= at).length;
  const groups = new Map(
    ['S1', 'S2', 'S3', 'S4', 'none'].map((severity) => {
      const own = recent.filter((one) => one.severity === severity);
      const severe = recent.filter((one) => ['S1', 'S2'].includes(one.severity));
      const fitting = severity === 'S1' || severity === 'S2' ? [own, severe] : [own];
      return [severity, fitting.find((group) => closed(group) >= 20) ?? recent] as const;
    }),
  );
  const draw = ({ severity }: Known, age: number) => lastsUntil(groups.get(severity) ?? recent, at, age, random) - age;
  const firstDay = Math.max(since, at - 90 * dayMs);
  const days = Array.from({ length: (at - firstDay) / dayMs }, (_, d) =>
    known.filter(({ cameAt }) => cameAt !== null && Math.floor((cameAt - firstDay) / dayMs) === d && cameAt < at),
  );
  const blockers = known.filter(({ blocksNow }) => blocksNow);
  let done = 0;
  for (let run = 0; run < runs; run += 1) {
    const open: { from: number; to: number }[] = blockers.map((one) => ({
      from: at,
      to: at + draw(one, Math.max(0, at - one.created)),
    }));
    for (let d = 0; d <= lastDay; d += 1) {
      const noon = at + (d + 0.5) * dayMs;
      const came = days[Math.floor(random() * days.length)] ?? [];
      open.push(...came.map((one) => ({ from: noon, to: noon + draw(one, 0) })));
    }
    const isClear = (end: number) => open.every(({ from, to }) => from > end || to <= end);
    if (Array.from({ length: lastDay + 1 }, (_, d) => at + (d + 1) * dayMs).some(isClear)) done += 1;
  }
  return done / runs;
}

describe('SHOP with 600 defects', () => {
  let sandbox: RunningSandbox;
  let version: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    version = await sandbox.versionId('SHOP', '4.2.0');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('the forecast of a release at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-chart="calibration"]', look);
    expect(await found(visit, 'forecast-600', look)).toEqual(nothing);
    await visit.end();
  });

  test('the chance of a day is what another simulation of what Jira tells comes to', async () => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-chart="forecast"]', undefined, 'admin');
    const chart = visit.app.locator('[data-chart="forecast"]');
    await chart.getByRole('button', { name: 'Show as table' }).click();
    const at = Math.floor(Date.parse(await sandbox.now()) / dayMs) * dayMs;
    const known = await knownDefects(sandbox, version);
    expect(known.filter(({ blocksNow }) => blocksNow)).toHaveLength(7);
    for (const lastDay of [11, 28, 56]) {
      const day = new Date(at + lastDay * dayMs).toISOString().slice(0, 10);
      const shown = await chart.getByRole('row', { name: day }).getByRole('cell').first().innerText();
      expect(Math.abs(Number(shown) / 100 - simulated(known, at, Date.parse('2026-08-24'), lastDay))).toBeLessThan(0.04);
    }
    await visit.end();
  });

  test('an admin sets the freeze date; after the release it needs a note; others see it', async () => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-chart="forecast"]', undefined, 'admin');
    await visit.app.getByRole('button', { name: 'Set the freeze date' }).click();
    await visit.app.getByLabel('Freeze on').fill('2026-11-20');
    await visit.app.getByRole('button', { name: 'Save' }).click();
    await visit.app.getByRole('alert').getByText('after the release').waitFor();
    await visit.app.getByLabel('Freeze on').fill('2026-11-09');
    await visit.app.getByRole('button', { name: 'Save' }).click();
    await visit.app.getByText('by the freeze on 9 November').first().waitFor();
    await visit.picture('forecast-frozen');
    await visit.end();
    await sandbox.settle();
    const other = await open(sandbox, `/projects/SHOP/apps/holdpoint/readiness/${version}`, '[data-part="forecast"]');
    const line = other.app.locator('[data-part="forecast"]');
    await line.getByText('by the freeze on 9 November').waitFor();
    await line.getByRole('link', { name: 'Forecast' }).click();
    await other.app.locator('[data-chart="forecast"]').waitFor();
    expect(await other.app.getByRole('button', { name: 'Change it' }).count()).toBe(0);
    await other.end();
  });

  describe('the settings section about freezes', () => {
    const section = (visit: Visit) => visit.app.getByRole('region', { name: 'Freeze dates', exact: true });
    async function openSection(look?: Look): Promise<Visit> {
      const visit = await Visit.begin(browser, sandbox, 'admin', look);
      await visit.open(settings);
      await section(visit).locator('summary').first().click();
      await visit.app.getByLabel('Freeze of 4.2.0', { exact: true }).waitFor();
      return visit;
    }

    test.each(looks)('shows every release to come with its date at $width px, $colorScheme', async (look) => {
      const visit = await openSection(look);
      const row = section(visit).getByRole('listitem').filter({ hasText: '4.2.0' });
      expect(await row.innerText()).toMatch(/goes out on .*2026/);
      await visit.app.getByLabel('Freeze of 4.2.0', { exact: true }).fill('2026-12-24');
      await section(visit).getByText('That is after the release on').waitFor();
      await section(visit).scrollIntoViewIfNeeded();
      expect(await found(visit, 'freezes', look)).toEqual(nothing);
      await visit.end();
    });

    test('with the keyboard alone: a day after the release is not saved without a note; a note lets it be; it is taken away again', async () => {
      const visit = await openSection();
      const day = visit.app.getByLabel('Freeze of 4.2.0', { exact: true });
      await day.fill('2026-12-24');
      const save = visit.app.getByRole('button', { name: 'Save', exact: true });
      await visit.app.getByText('One thing to put right: That is after the release').waitFor();
      expect(await save.isDisabled()).toBe(true);
      const described = (await day.getAttribute('aria-describedby')) ?? '';
      expect(await visit.app.locator(`[id="${described}"]`).innerText()).toContain('That is after the release');
      await visit.app.getByLabel('Note on the freeze of 4.2.0').focus();
      await visit.page.keyboard.type('The date moves with it');
      await section(visit).getByText('That is after the release').waitFor({ state: 'detached' });
      await visit.app.getByText('One thing to put right').waitFor({ state: 'detached' });
      await save.focus();
      await visit.page.keyboard.press('Enter');
      await visit.app.getByRole('region', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });
      await visit.page.reload();
      await section(visit).locator('summary').first().click();
      await visit.app.getByLabel('Note on the freeze of 4.2.0').waitFor();
      expect(await day.inputValue()).toBe('2026-12-24');
      await visit.app.getByRole('button', { name: 'Remove the freeze of 4.2.0' }).focus();
      await visit.page.keyboard.press('Enter');
      expect(await visit.app.locator('*:focus').getAttribute('aria-label')).toBe('Freeze of 4.2.0');
      await save.click();
      await visit.app.getByRole('region', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });
      expect(visit.complaints).toEqual([]);
      await visit.end();
    });

    test('says so where Jira does not tell the releases', async () => {
      const visit = await Visit.begin(browser, sandbox, 'admin');
      await visit.page.route('**/sandbox-chrome/fetch-product', (route) =>
        route.request().postData()?.includes('/versions') === true ? route.abort() : route.continue(),
      );
      await visit.open(settings);
      await section(visit).locator('summary').first().click();
      await section(visit).getByText('Jira did not tell the releases of this project').waitFor();
      await visit.end();
    });
  });

  test('the curve is walked by keys, and every release to come can be chosen', async () => {
    const visit = await open(sandbox, page, '[data-chart="forecast"]');
    const slider = visit.app.getByRole('slider', { name: /^Chance by day/ });
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await visit.page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    await visit.app
      .getByLabel('Release')
      .selectOption({ label: (await visit.app.getByLabel('Release').locator('option').allInnerTexts())[1] ?? '' });
    await visit.app
      .getByText(/^4\.2\.0: /)
      .first()
      .waitFor();
    await visit.end();
  });

  test('who may not see a blocker finds it counted and not named', async () => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-section="blockers"]', undefined, 'viewer');
    const blockers = visit.app.locator('[data-section="blockers"]');
    await blockers.getByText('1 more is counted that you may not see').waitFor();
    expect(await blockers.getByRole('link', { name: /^SHOP-\d+$/ }).count()).toBe(6);
    await visit.end();
  });
});

test('little history is no forecast, and the page says what is missing', async () => {
  const sandbox = await RunningSandbox.start('20');
  const visit = await open(sandbox, page, 'h1');
  await visit.app.getByText('Not calibrated').first().waitFor();
  await visit.app.getByText('closed ones, to tell how long it takes').waitFor();
  expect(await visit.app.locator('[data-chart="forecast"]').count()).toBe(0);
  expect(await found(visit, 'forecast-little', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});

const onExport = existsSync(exportPath) ? test : test.skip;
onExport('an imported export is shown calmly', async () => {
  const sandbox = await RunningSandbox.start(`import:${exportPath}`);
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Forecast', exact: true }).click();
  await visit.app.getByRole('heading', { name: 'Forecast', level: 1 }).waitFor();
  await visit.page.waitForTimeout(2500);
  expect(await found(visit, 'forecast-import', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});

test.each(looks)('an empty project says what to do at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Forecast', exact: true }).click();
  await visit.app.getByText('No release to look ahead to').waitFor();
  expect(await found(visit, 'forecast-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
