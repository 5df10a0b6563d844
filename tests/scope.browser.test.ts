import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** What a release holds against what can be finished, as people see it; and how something leaves it, by keyboard alone. */
jest.setTimeout(300_000);

const page = '/projects/SHOP/apps/holdpoint/scope';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const reason = 'Store pick-up waits for the new cash desks; shops keep the paper list until spring';

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

/** Takes the picture of what is above the fold and of all of it, and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.picture(`${name}-fold-${width}-${colorScheme}`);
  await visit.page.setViewportSize({ width, height: 3000 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

const wide: Look = { width: 1280, colorScheme: 'light' };

describe('SHOP', () => {
  let sandbox: RunningSandbox;
  let version: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    version = await sandbox.versionId('SHOP', '4.2.0');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('the scope of a release at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-section="planned"]', look);
    expect(await found(visit, 'scope-600', look)).toEqual(nothing);
    await visit.app.getByRole('button', { name: 'What is this?' }).click();
    await visit.app.getByText('What would have to leave is worked out').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.end();
  });

  test('the number of planned issues is what Jira counts, and alternatives are shown on request', async () => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-section="planned"]');
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/approximate-count', {
      jql: `project = SHOP AND fixVersion = ${version} AND type in (Bug, Story, Task) AND statusCategory != Done`,
    });
    const { count } = z.object({ count: z.number() }).parse(body);
    await visit.app
      .getByRole('group', { name: 'Kind of issues' })
      .getByRole('button', { name: `All ${count}` })
      .waitFor();
    await visit.app.getByText(`${count} issues`, { exact: true }).first().waitFor();
    const features = visit.app.getByRole('group', { name: 'Kind of issues' }).getByRole('button', { name: /^Features/ });
    await features.click();
    expect(await features.getAttribute('aria-pressed')).toBe('true');
    await visit.end();
  });

  test.each([wide, { width: 320, colorScheme: 'dark' } as const])('an issue is moved by keyboard at $width px', async (look) => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-section="planned"]', look);
    const section = visit.app.locator('[data-section="planned"]');
    const button = section.getByRole('button', { name: /^Move SHOP-\d+…$/ }).first();
    const key = /SHOP-\d+/.exec((await button.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await button.focus();
    await visit.page.keyboard.press('Enter');
    const dialog = visit.app.getByRole('dialog', { name: `Move ${key} out of 4.2.0` });
    await dialog.waitFor();
    await dialog.getByLabel('To which release?').focus();
    await dialog.getByLabel('To which release?').selectOption({ label: '4.3.0' });
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.type('not now');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('Say more').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture(`scope-move-${look.width}-${look.colorScheme}`);
    await dialog.getByLabel('Why?').focus();
    await visit.page.keyboard.press('Control+A');
    await visit.page.keyboard.type(reason);
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await dialog.getByText('1 issue moved to 4.3.0.').waitFor();
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await section.getByText(key, { exact: true }).waitFor({ state: 'detached' });
    const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${key}?fields=fixVersions`);
    expect(JSON.stringify(body)).toMatch(/"name":"4\.3\.0"/);
    await visit.end();
  });

  test('Escape leaves the dialog, changes nothing, and the focus goes back', async () => {
    const visit = await open(sandbox, `${page}/${version}`, '[data-section="planned"]');
    const button = visit.app
      .locator('[data-section="planned"]')
      .getByRole('button', { name: /^Move SHOP-\d+…$/ })
      .first();
    await button.focus();
    await visit.page.keyboard.press('Enter');
    await visit.app.getByRole('dialog').waitFor();
    await visit.page.keyboard.press('Escape');
    await visit.app.getByRole('dialog').waitFor({ state: 'hidden' });
    await visit.page.keyboard.press('Enter');
    await visit.app.getByRole('dialog').waitFor();
    await visit.end();
  });

  test('readiness leads to the scope of its release, and every release to come can be chosen', async () => {
    const visit = await open(sandbox, `/projects/SHOP/apps/holdpoint/readiness/${version}`, '.stage-card');
    await visit.app.getByRole('link', { name: 'Scope: what fits' }).click();
    await visit.app.getByRole('heading', { name: 'Scope', level: 1 }).waitFor();
    await visit.app.locator('[data-section="figures"]').waitFor();
    const later = await sandbox.versionId('SHOP', '4.3.0');
    await visit.app.getByRole('combobox', { name: /^Release/ }).selectOption(later);
    await visit.app
      .getByText(/^4\.3\.0 /)
      .first()
      .waitFor();
    await visit.end();
  });

  test('an admin sets the share for defects of the project', async () => {
    const settings = await Visit.begin(browser, sandbox, 'admin');
    await settings.open('/settings/apps/holdpoint');
    await settings.app.getByText('Features and defects in a release').click();
    await settings.app
      .getByLabel(/^Percent for defects in/)
      .first()
      .fill('35');
    expect(await settings.barriers()).toEqual([]);
    await settings.picture('scope-settings');
    await settings.end();
  });
});

const onExport = existsSync(exportPath) ? test : test.skip;
onExport('an imported export is shown calmly', async () => {
  const sandbox = await RunningSandbox.start(`import:${exportPath}`);
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Scope', exact: true }).click();
  await visit.app.getByRole('heading', { name: 'Scope', level: 1 }).waitFor();
  await visit.page.waitForTimeout(2500);
  expect(await found(visit, 'scope-import', wide)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});

test.each(looks)('an empty project says what to do at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Scope', exact: true }).click();
  await visit.app.getByText('No release to plan').waitFor();
  expect(await found(visit, 'scope-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
