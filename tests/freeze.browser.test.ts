import type { Browser } from 'playwright-core';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** M1.4 on the screens: a release is frozen by hand, what was tried is shown, and an exception is asked for and approved. */
jest.setTimeout(300_000);

const project = '/projects/SHOP/apps/holdpoint';
const settingsPage = { moduleKey: 'holdpoint-settings' };
const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };

let browser: Browser;
let sandbox: RunningSandbox;
let version: string;
let tried: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300');
  version = await sandbox.versionId('SHOP', '4.2.0');
  tried = await sandbox.createDefect('SHOP', await sandbox.versionId('SHOP', '4.3.0'), 'S3', 'qa');
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const gates = { ...settings.gates, freezes: { ...settings.gates.freezes, action: 'move' } };
  const saved = { settings: { ...settings, gates }, revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, saved);
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(path: string, look: Look = wide, who = 'admin'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  return visit;
}
const sectionOf = ({ app }: Visit) => app.locator('[data-section="freeze"]');

test('a release that is not frozen says so, and is frozen by hand with the keyboard alone', async () => {
  const visit = await open(`${project}/readiness/${version}`);
  const section = sectionOf(visit);
  await section.getByText('It is not frozen, and no day is set.').waitFor();
  await section.scrollIntoViewIfNeeded();
  await visit.picture('freeze-none');
  await section.getByRole('button', { name: 'Freeze this release' }).focus();
  await visit.page.keyboard.press('Enter');
  await section.getByLabel('Why? Everybody who may see this project can read it.').waitFor();
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await section.getByText('Say why: it stands in the ledger.').waitFor();
  await visit.page.keyboard.type('The candidate is built.');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await section.getByRole('status').getByText('4.2.0 is frozen.').waitFor();
  await section.getByText('“The candidate is built.”').waitFor();
  await section.getByText('Nobody has tried to bring in what may not come in.').waitFor();
  await visit.end();
});

test('the panel of a defect that was moved away says why, and asks for an exception', async () => {
  const fields = { fixVersions: [{ id: version }] };
  expect((await sandbox.rest('qa', 'PUT', `/rest/api/3/issue/${tried}`, { fields })).status).toBe(204);
  await sandbox.settle();
  await sandbox.advance('50s');
  const visit = await open(`/browse/${tried}`, wide, 'qa');
  const part = visit.app.locator('[data-panel="freezes"]');
  await part.getByText('was put into it and moved away: only S1 and S2 may still come in, and this one is S3').waitFor();
  await part.getByRole('button', { name: 'Ask for an exception' }).focus();
  await visit.page.keyboard.press('Enter');
  await part.getByLabel('Why it cannot wait for the next release').fill('A partner goes live with it.');
  await part.scrollIntoViewIfNeeded();
  await visit.picture('freeze-panel');
  expect(await visit.barriers()).toEqual([]);
  await part.getByLabel('Why it cannot wait for the next release').press('Enter');
  await part.getByText('Waits for a decision').waitFor();
  expect(await part.getByRole('button', { name: 'Ask for an exception' }).count()).toBe(0);
  await visit.end();
  const narrow = await open(`/browse/${tried}`, { width: 320, colorScheme: 'dark' }, 'qa');
  // What lies below the edge of the window is not painted, and never comes to rest.
  await narrow.page.setViewportSize({ width: 320, height: 3200 });
  await narrow.app.locator('[data-panel="freezes"]').getByText('Waits for a decision').waitFor();
  await narrow.picture('freeze-panel-320-dark');
  expect([await narrow.barriers(), narrow.complaints]).toEqual([[], []]);
  await narrow.end();
});

test('who may override gates approves it on the screen of the release', async () => {
  const visit = await open(`${project}/readiness/${version}`);
  const card = visit.app.locator(`[data-exception="${tried}"]`);
  await card.getByText('“A partner goes live with it.”').waitFor();
  await card.getByRole('button', { name: 'Approve' }).focus();
  await visit.page.keyboard.press('Enter');
  await card.getByText(/May come in for/).waitFor();
  await sectionOf(visit).getByText('1 attempt to bring in what may not come in: 1 moved away.').waitFor();
  await visit.end();
});

test.each(looks)('the report, at $width px, $colorScheme', async (look) => {
  const { width, colorScheme } = look;
  const visit = await open(`${project}/readiness/${version}`, look);
  const section = sectionOf(visit);
  await section.getByText('Attempts (1)').click();
  await section.getByText('Moved to 4.3.0.').waitFor();
  await section.scrollIntoViewIfNeeded();
  await visit.picture(`freeze-${width}-${colorScheme}`);
  expect({
    ...{ overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints },
  }).toEqual(nothing);
  await visit.end();
});

test('the settings say what a freeze means', async () => {
  const visit = await open('/settings/apps/holdpoint');
  const fold = visit.app.locator('details.fold', { hasText: 'the rest is moved on' });
  await fold.waitFor();
  await visit.app.getByRole('heading', { name: 'Freezes', exact: true }).click();
  await visit.app.getByLabel('Status in which a release ticket freezes its release').fill('In stabilisation');
  await visit.app.getByLabel('Most hours of an exception').fill('0');
  await visit.app.getByText('At least an hour.', { exact: true }).waitFor();
  await visit.app.getByLabel('Most hours of an exception').fill('12');
  await visit.app.getByLabel('Most hours of an exception').scrollIntoViewIfNeeded();
  await visit.picture('freeze-settings');
  await visit.app.getByRole('button', { name: 'Save', exact: true }).click();
  await visit.app.getByText('Unsaved changes').waitFor({ state: 'detached' });
  expect(await visit.barriers()).toEqual([]);
  await visit.end();
});
