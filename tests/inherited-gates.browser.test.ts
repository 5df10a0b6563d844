import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The gates of one project beside those of all (X20), as who may change them and who only reads them see them. */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let browser: Browser;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('60+PAY');
  browser = await openBrowser();
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const projectId = z.object({ id: z.string() }).parse(body).id;
  const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const { rows, revision } = await sandbox.screen('admin', shop, 'projectGates', bridgeCalls.projectGates.view, { projectId });
  const own = rows.slice(1).map((row, n) => (n === 0 && 'most' in row ? { ...row, most: 1 } : row));
  const wanted = { projectId, revision, rows: [...own, { rule: 'soak-time', stage: 'production', breach: 'warns', hours: 24 }] };
  const saved = await sandbox.screen('admin', shop, 'saveProjectGates', bridgeCalls.saveProjectGates.view, wanted);
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

test('an admin chooses a project in the settings, sees what is its own, takes a rule back and saves that alone', async () => {
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open('/settings/apps/holdpoint');
  const choice = visit.app.getByLabel('For which projects');
  await choice.selectOption({ label: await optionOf(visit, 'SHOP') });
  const staging = visit.app.locator('[data-gate="staging"]');
  await staging.locator('[data-from="project"]').waitFor();
  expect(await visit.app.locator('[data-left-out] li').count()).toBe(1);
  await visit.app.locator('#gates-heading').scrollIntoViewIfNeeded();
  await visit.picture('inherited-gates-settings');
  await staging.getByRole('button', { name: /^Back to that of all projects/ }).click();
  await staging.locator('[data-from="site"]').waitFor();
  await visit.app
    .getByRole('group', { name: 'What your changes would do in this project' })
    .getByText(/^This would/)
    .waitFor();
  await visit.app.getByRole('group', { name: 'What your changes would do in this project' }).locator('[data-replay]').waitFor();
  await visit.app.getByRole('button', { name: 'Save for this project' }).click();
  await visit.app.getByText(/^Change a rule, and here stands/).waitFor();
  expect(await visit.app.locator('[data-gate="staging"] [data-from="project"]').count()).toBe(0);
  await choice.selectOption({ label: 'all projects' });
  await visit.app.getByLabel('What project admins may change of their gates').waitFor();
  expect([await visit.barriers(), visit.complaints]).toEqual([[], []]);
  await visit.end();
});
async function optionOf(visit: Visit, key: string): Promise<string> {
  const option = visit.app.getByLabel('For which projects').locator('option', { hasText: `(${key})` });
  return (await option.textContent()) ?? '';
}

test.each(looks)(
  'who may see the project reads which rules apply and who asks for each, at $width px, $colorScheme',
  async (look) => {
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    await visit.open('/projects/SHOP/apps/holdpoint/gates');
    await visit.app.locator('[data-gate="production"] [data-from="project"]').waitFor();
    await visit.app.locator('[data-left-out]').waitFor();
    expect(await visit.app.getByRole('button', { name: /^(Add a rule|Remove|Save)/ }).count()).toBe(0);
    await visit.picture(`inherited-gates-${look.width}-${look.colorScheme}`);
    expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
    await visit.end();
  },
);

test.each(looks)('who may change them does so on the same page, at $width px, $colorScheme', async (look) => {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open('/projects/SHOP/apps/holdpoint/gates');
  const production = visit.app.locator('[data-gate="production"]');
  await production.getByRole('button', { name: /^Remove rule 1 of Production/ }).click();
  await visit.app.locator('[data-left-out] li').nth(1).waitFor();
  await visit.app.locator('[data-replay]', { hasText: 'of the last 90 days' }).waitFor();
  await visit.app.getByRole('button', { name: 'Save for this project' }).waitFor();
  await visit.page.setViewportSize({ width: look.width, height: 1800 });
  await visit.picture(`inherited-gates-edit-${look.width}-${look.colorScheme}`);
  expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
  await visit.end();
});

test.each(looks)('who confirms a check is chosen from the roles of the project, at $width px, $colorScheme', async (look) => {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open('/projects/SHOP/apps/holdpoint/gates');
  await visit.app.getByRole('button', { name: 'Add a rule to Production' }).click();
  await visit.app.getByRole('radio', { name: /^Check by people/ }).check();
  await visit.app.getByRole('button', { name: 'Add this rule' }).click();
  const role = visit.app.getByRole('combobox', { name: /^Project role, rule \d+ of Production/ });
  await role.locator('option', { hasText: 'Approvers' }).waitFor({ state: 'attached' });
  await role.selectOption('Approvers');
  await visit.app.getByRole('button', { name: /^“.*” is confirmed by the role Approvers/ }).waitFor();
  await role.scrollIntoViewIfNeeded();
  await visit.picture(`project-role-${look.width}-${look.colorScheme}`);
  expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
  await visit.end();
});

test.each(looks)(
  'a rule of one project that settings of the site would leave hanging is named, and taken out, at $width px, $colorScheme',
  async (look) => {
    const visit = await Visit.begin(browser, sandbox, 'admin', look);
    await visit.open('/settings/apps/holdpoint');
    const production = visit.app
      .getByRole('list', { name: 'Stages in promotion order' })
      .locator('li', { hasText: 'production' });
    await production.getByLabel('has a gate').uncheck();
    const refused = visit.app.locator('.own-rows-refused');
    await refused.getByText(/\(SHOP\) has a rule of its own, “soak time” into Production, that cannot stay/).waitFor();
    await refused.scrollIntoViewIfNeeded();
    await visit.picture(`own-rows-refused-${look.width}-${look.colorScheme}`);
    expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
    await refused.getByRole('button', { name: /^Take .* out of/ }).click();
    await refused.waitFor({ state: 'detached' });
    await visit.end();
  },
);
