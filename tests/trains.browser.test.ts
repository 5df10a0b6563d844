import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** X1 on the screens: a train is formed by hand, has a page that says what keeps it, and hides what a person may not see. */
jest.setTimeout(300_000);

const project = '/projects/SHOP/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };

let browser: Browser;
let sandbox: RunningSandbox;
/** Where the train is, once it is formed. */
let page = '';
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300+PAY');
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/PAY');
  const { id } = z.object({ id: z.coerce.number() }).parse(body);
  const version = { name: '1.0', projectId: id, releaseDate: '2026-11-20' };
  expect((await sandbox.rest('admin', 'POST', '/rest/api/3/version', version)).status).toBe(201);
  await sandbox.revoke('PAY', 'BROWSE_PROJECTS', 'Viewers');
  await sandbox.settle();
  await sandbox.advance('6m');
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

test('without a train, who may form one is offered it, and nobody else sees anything of it', async () => {
  const visit = await open(`${project}/releases`);
  const section = visit.app.locator('[data-section="trains"]');
  await section.getByText('No release of this project rides in one yet.').waitFor();
  await section.getByRole('button', { name: 'Form a train' }).waitFor();
  await section.scrollIntoViewIfNeeded();
  await visit.picture('train-none');
  await visit.end();
  const other = await open(`${project}/releases`, wide, 'viewer');
  await other.app.getByRole('link', { name: '4.2.0' }).first().waitFor();
  expect(await other.app.locator('[data-section="trains"]').count()).toBe(0);
  await other.end();
});

test('a train is formed with the keyboard alone', async () => {
  const visit = await open(`${project}/releases`);
  const { keyboard } = visit.page;
  const section = visit.app.locator('[data-section="trains"]');
  await section.getByRole('button', { name: 'Form a train' }).focus();
  await keyboard.press('Enter');
  const form = section.getByRole('form', { name: 'Form a train' });
  await form.getByRole('checkbox', { name: '1.0' }).waitFor();
  await keyboard.type('Autumn');
  await keyboard.press('Enter');
  await form.getByRole('alert').getByText('Choose at least one release.').waitFor();
  for (const name of ['4.2.0', '1.0']) {
    await form.getByRole('checkbox', { name }).focus();
    await keyboard.press('Space');
  }
  expect(await form.getByRole('alert').count()).toBe(0);
  await visit.picture('train-form');
  expect(await visit.barriers()).toEqual([]);
  await form.getByRole('button', { name: 'Form the train' }).focus();
  await keyboard.press('Enter');
  await visit.app.getByRole('heading', { name: 'Autumn', level: 1 }).waitFor();
  await visit.page.waitForURL(/\/trains\/[0-9a-f-]{36}/);
  page = new URL(visit.page.url()).pathname;
  await visit.end();
});

test.each(looks)('its page, at $width px, $colorScheme', async (look) => {
  const { width, colorScheme } = look;
  const visit = await open(page, look);
  const { app } = visit;
  await app.locator('[data-part="next"]').getByText('Next, for').waitFor();
  await app.locator('[data-section="train-score"]').locator('.readiness-score-number').waitFor();
  await app.locator('[data-section="train-forecast"]').waitFor();
  await visit.picture(`train-${width}-${colorScheme}`);
  await app.locator('[data-section="train-scope"]').getByRole('button', { name: 'Work it out' }).click();
  await app.locator('[data-scope="SHOP 4.2.0"]').waitFor();
  await app.locator('[data-section="train-conditions"] .condition-breached summary').first().click();
  // What lies below the edge of the window is not painted, and never comes to rest.
  await visit.page.setViewportSize({ width, height: width < 600 ? 4200 : 2400 });
  await visit.picture(`train-whole-${width}-${colorScheme}`);
  expect({
    ...{ overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints },
  }).toEqual(nothing);
  await visit.end();
});

test('who may not see a project sees that a release of it counts, and nothing else of it', async () => {
  const visit = await open(page, wide, 'viewer');
  const { app } = visit;
  await app.getByText('1 release of a project that you may not see counts as well.').waitFor();
  await app.locator('[data-section="train-forecast"]').getByText('the train can only be later').waitFor();
  expect(await app.getByText('PAY').count()).toBe(0);
  expect(await app.getByRole('button', { name: 'End it' }).count()).toBe(0);
  await visit.page.setViewportSize({ width: 1280, height: 2000 });
  await visit.picture('train-hidden');
  expect(await visit.barriers()).toEqual([]);
  await visit.end();
});

test('it ends, and says so', async () => {
  const visit = await open(page);
  await visit.app.locator('[data-section="train-score"] .readiness-score-number').waitFor();
  await visit.app.getByRole('button', { name: 'End it' }).click();
  await visit.app.getByRole('group', { name: 'End the train' }).getByRole('button', { name: 'End it' }).click();
  await visit.app.getByText('This train has ended.').waitFor();
  expect(await visit.app.locator('[data-section="train-score"]').count()).toBe(0);
  await visit.end();
});
