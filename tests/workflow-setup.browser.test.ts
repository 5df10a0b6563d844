import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The set-up of workflows in the settings, as an admin uses it without having read a manual (M1.1, M4.6). */
jest.setTimeout(240_000);

const page = '/settings/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };

let sandbox: RunningSandbox;
let browser: Browser;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(look = looks[0], who = 'admin'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(page);
  return visit;
}
const card = ({ app }: Visit) => app.locator('[data-workflow="Release workflow"]');
const found = async (visit: Visit) => ({
  overflow: await visit.overflow(),
  barriers: await visit.barriers(),
  complaints: visit.complaints,
});

/** What has the focus in the app's document, as a reader of screens names it; empty where nothing has. */
async function focused(visit: Visit): Promise<string> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  const words =
    '(({ activeElement: at }) => at === document.body ? "" : at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent)(document)';
  return z.string().parse(await frame?.evaluate(words));
}
async function tabTo(visit: Visit, words: RegExp): Promise<void> {
  for (let n = 0; n < 300; n += 1) {
    if (words.test(await focused(visit))) return;
    await visit.page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to ${words.source}.`);
}
/** The focus comes to what a click or an answer leads to, as soon as that is there. */
async function focusComesTo(visit: Visit, words: string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if ((await focused(visit)) === words) return;
    await visit.page.waitForTimeout(25);
  }
  throw new Error(`The focus stays at "${await focused(visit)}".`);
}

test('from what the health card says to a guarded transition and back, by keyboard alone', async () => {
  const visit = await open();
  const press = (key: string) => visit.page.keyboard.press(key);
  await visit.app.getByRole('button', { name: 'Set up the workflows of Shop' }).waitFor();
  await tabTo(visit, /^Set up the workflows of Shop$/);
  await press('Enter');
  await card(visit).waitFor();
  const staging = card(visit).locator('[data-transition="Deploy to staging"]');
  await staging.getByText('Now it stays visible, and refuses with the reason while the gate of Staging is held.').waitFor();
  await staging.getByText('Its name says "Staging".').waitFor();
  await tabTo(visit, /^Take the suggestion$/);
  await press('Enter');
  await staging.getByText('Not changed yet').waitFor();
  await tabTo(visit, /^Preview the change$/);
  await press('Enter');
  await focusComesTo(visit, 'What would change in Release workflow');
  await card(visit)
    .locator('[data-line="Deploy to staging"]')
    .getByText('is hidden while the gate of Staging is held, and refuses with the reason')
    .waitFor();
  await visit.picture('workflow-setup-preview');
  await tabTo(visit, /^Change the workflow$/);
  await press('Enter');
  await focusComesTo(visit, 'Release workflow');
  await card(visit).getByText('The workflow "Release workflow" is changed.').waitFor();
  await staging.getByText('Now it is hidden while the gate of Staging is held, and refuses with the reason.').waitFor();

  await card(visit).getByText('Last changed from this page').waitFor();
  await tabTo(visit, /^Undo: the last change of Release workflow$/);
  await press('Enter');
  await focusComesTo(visit, 'Cancel');
  await visit.picture('workflow-setup-undo');
  await press('Shift+Tab');
  await focusComesTo(visit, 'Put it back');
  await press('Enter');
  await card(visit).getByText('The workflow "Release workflow" is as it was before.').waitFor();
  await staging.getByText('Now it stays visible, and refuses with the reason').waitFor();
  await card(visit).getByText('The last change from this page was undone').waitFor();
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('what was changed in Jira meanwhile is told, and the page shows it', async () => {
  const visit = await open();
  await visit.app.locator('#workflows summary').click();
  const production = card(visit).locator('[data-transition="Deploy to production"]');
  await production.getByLabel('Gate of Deploy to production').selectOption({ label: 'No gate' });
  await card(visit).getByRole('button', { name: 'Preview the change' }).click();
  await card(visit).locator('[data-line]').getByText('is not guarded').waitFor();
  const other = await open();
  await other.app.locator('#workflows summary').click();
  await card(other).getByRole('button', { name: 'Take the suggestion' }).click();
  await card(other).getByRole('button', { name: 'Preview the change' }).click();
  await card(other).getByRole('button', { name: 'Change the workflow' }).click();
  await card(other).getByText('is changed.').waitFor();
  await other.end();
  await card(visit).getByRole('button', { name: 'Change the workflow' }).click();
  await card(visit).getByText('This workflow was changed in Jira after you looked at it.').waitFor();
  await card(visit).locator('[data-transition="Deploy to staging"]').getByText('Now it is hidden').waitFor();
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('what defects are asked is chosen with a box each, and what Jira says against it is read on the page', async () => {
  const visit = await open();
  await visit.app.locator('#workflows summary').click();
  const defects = visit.app.locator('[data-workflow="Defect workflow"]');
  const start = defects.locator('[data-transition="Start work"]');
  await start.getByText('Now it is not guarded.').waitFor();
  await start.getByLabel('Keep it out of frozen releases, Start work').check();
  await start.getByLabel('Only as the transition map allows, Start work').check();
  const preview = defects.getByRole('button', { name: 'Preview the change' });
  const confirm = defects.getByRole('button', { name: 'Change the workflow' });
  const objection = defects.getByText('The workflow has a rule that this site does not allow.');

  await sandbox.control('switches', { workflowUpdate: 'refuse' });
  await preview.click();
  await defects.getByText('Jira would not take this change:').waitFor();
  await objection.waitFor();
  expect(await confirm.count()).toBe(0);
  await visit.page.setViewportSize({ width: 1280, height: 2000 });
  await defects.scrollIntoViewIfNeeded();
  await visit.picture('workflow-setup-defects');
  expect(await found(visit)).toEqual(nothing);
  await defects.getByRole('button', { name: 'Back' }).click();

  await sandbox.control('switches', { workflowUpdate: 'refuse-unchecked' });
  await preview.click();
  await confirm.click();
  await defects.getByText('Jira did not take this change, and nothing was changed.').waitFor();
  await defects.getByRole('list', { name: 'What Jira says' }).getByText('this site does not allow').waitFor();

  await sandbox.control('switches', { workflowUpdate: 'take' });
  await preview.click();
  await confirm.click();
  await start
    .getByText('Now it keeps a defect out of frozen releases; lets a defect through only as the transition map allows.')
    .waitFor();
  await defects.getByRole('button', { name: 'Undo: the last change of Defect workflow' }).click();
  await defects.getByRole('button', { name: 'Put it back' }).click();
  await start.getByText('Now it is not guarded.').waitFor();
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test.each(looks)('at $width px, $colorScheme', async (look) => {
  const visit = await open(look);
  await visit.app.locator('#workflows summary').click();
  await card(visit).waitFor();
  await visit.page.setViewportSize({ width: look.width, height: 2000 });
  const rollBack = card(visit).locator('[data-transition="Roll back"]');
  await rollBack.getByLabel('Gate of Roll back').selectOption({ label: 'Gate of Staging' });
  await card(visit).getByRole('button', { name: 'Preview the change' }).click();
  await card(visit).locator('[data-line="Roll back"]').waitFor();
  await card(visit).scrollIntoViewIfNeeded();
  await visit.picture(`workflow-setup-${look.width}-${look.colorScheme}`);
  expect(await found(visit)).toEqual(nothing);
  await visit.end();
});

test('a release whose enforced gate stands on no transition says so, and leads to the workflows of its project', async () => {
  const place = { moduleKey: 'holdpoint-settings' };
  const { workflows } = await sandbox.screen('admin', place, 'workflowSetup', bridgeCalls.workflowSetup.view, {
    projectId: null,
  });
  const release = workflows.find(({ name }) => name === 'Release workflow');
  const transitionId = release?.transitions.find(({ name }) => name === 'Deploy to production')?.id;
  const wishes = [{ transitionId, stage: null, hide: false, deferral: false, freeze: false, map: false }];
  const wish = { workflowId: release?.id, seen: release?.version, wishes };
  await sandbox.screen('admin', place, 'changeWorkflow', bridgeCalls.changeWorkflow.view, wish);
  const visit = await Visit.begin(browser, sandbox, 'admin', { width: 320, colorScheme: 'light' });
  await visit.open(`/projects/SHOP/apps/holdpoint/readiness/${await sandbox.versionId('SHOP', '4.2.0')}`);
  const note = visit.app.locator('[data-stage="production"] [data-unguarded]').first();
  await note.getByText('Jira does not stop this release yet').waitFor();
  await note.scrollIntoViewIfNeeded();
  await visit.picture('workflow-setup-readiness');
  expect(await found(visit)).toEqual(nothing);
  await note.getByRole('button', { name: 'Workflows in Holdpoint’s settings' }).click();
  await visit.page.waitForURL(/\/settings\/apps\/holdpoint\/workflows\/\d+$/);
  await card(visit).locator('[data-transition="Deploy to production"]').getByText('Now it is not guarded.').waitFor();
  expect(await focused(visit)).toContain('Workflows');
  expect(visit.complaints).toEqual([]);
  await visit.end();
});
