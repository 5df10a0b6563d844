import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** Why defects escaped from a release, written, returned and approved; and blockers that people nominate, asked for and decided. */
jest.setTimeout(300_000);

const project = '/projects/SHOP/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };

let browser: Browser;
let sandbox: RunningSandbox;
let shipped: string;
let version: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300');
  shipped = await sandbox.versionId('SHOP', '4.1.0');
  version = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(path: string, look: Look = wide, who = 'dev'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  return visit;
}

/** Takes the picture of what is above the fold and of all of it, and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.picture(`${name}-fold-${width}-${colorScheme}`);
  await visit.page.setViewportSize({ width, height: 2400 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

test.each(looks)('an analysis that nobody has begun, at $width px, $colorScheme', async (look) => {
  const visit = await open(`${project}/analysis/${shipped}`, look);
  await visit.app.getByRole('heading', { level: 1, name: 'Why defects escaped from 4.1.0' }).waitFor();
  await visit.app.getByText('Nobody has begun to analyse').waitFor();
  expect(await found(visit, 'analysis-none', look)).toEqual(nothing);
  await visit.end();
});

test('the analysis of the release before is reached from any release', async () => {
  const visit = await open(`${project}/analysis/before/${version}`);
  await visit.app.getByRole('heading', { level: 1, name: 'Why defects escaped from 4.1.2' }).waitFor();
  await visit.end();
});

test('it is written and submitted, what is missing stands at its field, and somebody else approves it', async () => {
  const visit = await open(`${project}/analysis/${shipped}`);
  const { app } = visit;
  await app.getByRole('button', { name: 'Submit for approval' }).click();
  await app.getByRole('alert').getByText('Something is missing').waitFor();
  expect(await app.getByText('Say why.').count()).toBe(2);
  expect(await found(visit, 'analysis-problems', wide)).toEqual(nothing);
  await app.getByLabel('The defects escaped because').fill('@ann did not look');
  await app.getByRole('button', { name: 'Keep as a draft' }).click();
  await app.getByText('A cause is no person').first().waitFor();
  await app.getByLabel('The defects escaped because').fill('No test pays twice with the same card');
  await app.getByLabel('Which is so because').fill('The gateway of the test stage forgets payments');
  for (const field of await app.getByLabel('What shows it').all()) await field.fill('https://example.com/report');
  await app.getByLabel('What is done').fill('Let the gateway keep payments for a day');
  await app.getByLabel('Who does action 1').fill('Dean');
  await app.getByRole('button', { name: /^Dean/ }).click();
  await app.getByLabel('Done by').fill('2026-11-20');
  await app.getByLabel('Whether it helped shows by').fill('No double payment escapes from 4.2.0');
  await app.getByLabel('Looked at on').fill('2027-02-01');
  await app.getByRole('button', { name: 'Submit for approval' }).click();
  await app.getByText('Submitted. Somebody who wrote nothing in it approves it.').waitFor();
  await app.getByText('waits for approval').first().waitFor();
  expect(await app.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await visit.end();

  const deciding = await open(`${project}/analysis/${shipped}`, { width: 320, colorScheme: 'dark' }, 'admin');
  await deciding.app.getByRole('button', { name: 'Return', exact: true }).click();
  await deciding.app.getByRole('alert').getByText('Say what is missing').waitFor();
  expect(await found(deciding, 'analysis-decide', { width: 320, colorScheme: 'dark' })).toEqual(nothing);
  await deciding.app.getByRole('button', { name: 'Approve' }).focus();
  await deciding.page.keyboard.press('Enter');
  await deciding.app.getByText('Approved. What it held may go on.').waitFor();
  await deciding.app.getByText('was approved on').waitFor();
  await deciding.end();
});

test('a defect is nominated in its panel, and granted on the screen of the release', async () => {
  const key = await sandbox.createDefect('SHOP', version, 'S4', 'qa');
  await sandbox.settle();
  await sandbox.advance('1m');
  const visit = await open(`/browse/${key}`, wide, 'qa');
  await visit.app.getByRole('button', { name: 'Nominate as blocker' }).click();
  await visit.app.getByLabel('Release').last().selectOption({ label: '4.2.0' });
  await visit.app.getByLabel('Why it must not ship').fill('Refunds go to the wrong account');
  await visit.app.getByRole('form', { name: 'Nominate as blocker' }).getByRole('button', { name: 'Save' }).click();
  await visit.app.getByText('A release manager decides whether it blocks 4.2.0.').waitFor();
  expect(await visit.barriers()).toEqual([]);
  await visit.picture('nomination-panel');
  await visit.end();

  const deciding = await open(`${project}/readiness/${version}`, wide, 'admin');
  const row = deciding.app.locator(`[data-nomination="${key}"]`);
  await row.waitFor();
  await row.getByRole('button', { name: 'Grant' }).click();
  await row.getByRole('alert').getByText('Say why').waitFor();
  await row.getByLabel('Why').fill('Money is lost');
  await row.getByRole('button', { name: 'Grant' }).click();
  await row.getByText('Blocks the release').waitFor();
  await row.scrollIntoViewIfNeeded();
  await deciding.picture('nomination-decided');
  expect(await deciding.barriers()).toEqual([]);
  await deciding.end();
});
