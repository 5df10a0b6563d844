import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** Suggested duplicates, as people see them in the panel, and what they do about them. */
jest.setTimeout(240_000);

const nothing = { overflow: 0, barriers: [], complaints: [] };
let browser: Browser;
let sandbox: RunningSandbox;
const keys: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('40');
  const summaries = [
    'Payment gives up after a timeout of the gateway Zanzibar',
    'Gateway Zanzibar: payment gives up after a timeout',
    'After a timeout of the gateway Zanzibar payment gives up',
    'Timeout: the gateway Zanzibar makes payment give up',
  ];
  for (const summary of summaries) {
    const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary };
    const { body } = await sandbox.rest('dev', 'POST', '/rest/api/3/issue', { fields });
    keys.push(z.object({ key: z.string() }).parse(body).key);
    await sandbox.settle();
    await sandbox.advance('1m');
  }
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

const section = '[data-section="duplicates"]';
const [first, second, third, last] = [0, 1, 2, 3].map((n) => () => keys[n] ?? '');

async function open(key: string, look?: Look, who = 'dev'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(`/browse/${key}`);
  await visit.app.locator(`${section} [data-candidate]`).first().waitFor();
  const further = visit.app.locator(`${section} summary`, { hasText: 'less alike' });
  if ((await further.count()) > 0) await further.click();
  return visit;
}

async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2400 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

test.each(looks)('suggestions, and what a merge would do, at $width px, $colorScheme', async (look) => {
  const visit = await open(last?.() ?? '', look);
  expect(await found(visit, 'duplicates', look)).toEqual(nothing);
  await visit.app.getByRole('button', { name: `Merge… with ${first?.() ?? ''}` }).click();
  const dialog = visit.app.getByRole('dialog', { name: 'Merge' });
  await dialog.getByText(`${last?.() ?? ''} is closed`).waitFor();
  expect(await found(visit, 'duplicates-merge', look)).toEqual(nothing);
  await visit.end();
});

test('with the keyboard alone: Escape leaves all as it was, Enter says that it is no duplicate', async () => {
  const visit = await open(third?.() ?? '');
  const name = `Not a duplicate… of ${second?.() ?? ''}`;
  await visit.app.getByRole('button', { name }).focus();
  await visit.page.keyboard.press('Enter');
  await visit.app.getByRole('dialog').waitFor();
  await visit.page.keyboard.press('Escape');
  expect(await visit.app.getByRole('dialog').count()).toBe(0);
  expect(await visit.app.locator(`${section} button:focus`).innerText()).toContain('Not a duplicate');
  await visit.page.keyboard.press('Enter');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await visit.app.getByText(`${second?.() ?? ''} will not be suggested`).waitFor();
  expect(await visit.app.locator(`${section} [data-candidate="${second?.() ?? ''}"]`).count()).toBe(0);
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('a merge says what was done, and the panel names what stays', async () => {
  const visit = await open(second?.() ?? '');
  await visit.app.getByRole('button', { name: `Merge… with ${first?.() ?? ''}` }).click();
  await visit.app.getByRole('button', { name: `Merge into ${first?.() ?? ''}` }).click();
  await visit.app.getByText(`${second?.() ?? ''} was merged into ${first?.() ?? ''}.`).waitFor();
  await visit.app.locator(`[data-canonical="${first?.() ?? ''}"]`).waitFor();
  await visit.end();
});

test('who may not edit the issue reads suggestions and has nothing to act with', async () => {
  const visit = await open(last?.() ?? '', undefined, 'viewer');
  await visit.app.getByText('People who may edit this issue say what it is.').waitFor();
  expect(await visit.app.locator(`${section} button`).count()).toBe(0);
  await visit.end();
});
