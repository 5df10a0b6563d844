import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The health card and the reading of projects on the settings page, as an admin meets them with a mouse. */
jest.setTimeout(180_000);

const settings = '/settings/apps/holdpoint';
const fold = 900;

let browser: Browser;
let sandbox: RunningSandbox;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('600');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

/** The settings page, once the health of all projects is on it. */
async function visitSettings(look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open(settings);
  await visit.app.locator('[data-project="SHOP"]').waitFor();
  return visit;
}

const card = (visit: Visit) => visit.app.locator('[data-project="SHOP"]');
const button = (visit: Visit, name: string) => visit.app.getByRole('button', { name });

/** Takes the picture and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.waitForTimeout(300);
  const verdict = await visit.app.locator('[data-health]').boundingBox();
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return {
    overflow: await visit.overflow(),
    barriers: await visit.barriers(),
    complaints: visit.complaints,
    aboveTheFold: verdict !== null && verdict.y + verdict.height < fold,
  };
}
const nothing = { overflow: 0, barriers: [], complaints: [], aboveTheFold: true };

/** The workflow of the release tickets, as Jira's admin settings show it. */
async function openWorkflow(visit: Visit): Promise<void> {
  await visit.open('/settings/workflows');
  await visit.page
    .getByRole('link', { name: /release/i })
    .first()
    .click();
}

test.each(looks)('a lock that is missing is named, with what to do, at $width px, $colorScheme', async (look) => {
  const visit = await visitSettings(look);
  expect(await visit.app.locator('[data-health]').getAttribute('data-health')).toBe('attention');
  const staging = card(visit).locator('[data-transition="Deploy to staging"]');
  expect(await staging.locator('[data-lock="condition"]').innerText()).toContain('missing');
  expect(await staging.locator('[data-lock="decided"]').innerText()).toContain('there');
  await card(visit).getByText('What to do:').first().waitFor();
  expect(await found(visit, 'health-attention', look)).toEqual(nothing);
  await visit.end();
});

test('the missing lock is put on the transition', async () => {
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await openWorkflow(visit);
  await visit.page.getByLabel('Rule for Deploy to staging').selectOption({ label: 'Release gate is open' });
  await visit.page.getByRole('button', { name: 'Add rule to Deploy to staging' }).click();
  await visit.app.getByRole('combobox').first().selectOption('staging');
  const address = visit.page.url();
  await visit.page.getByRole('button', { name: 'Save' }).click();
  await visit.page.waitForURL((url) => url.href !== address);
  await visit.end();
  await sandbox.advance('6m');
});

test.each(looks)('a project of which all is well is one calm line at $width px, $colorScheme', async (look) => {
  const visit = await visitSettings(look);
  expect(await visit.app.locator('[data-health]').getAttribute('data-health')).toBe('good');
  expect(await card(visit).getAttribute('open')).toBeNull();
  expect(await found(visit, 'health-good', look)).toEqual(nothing);
  await card(visit).locator('summary').first().click();
  await card(visit).locator('[data-attachment="attached"]').waitFor();
  expect(await card(visit).locator('[data-lock][data-there="false"]').count()).toBe(0);
  expect(await found(visit, 'health-opened', look)).toEqual(nothing);
  await visit.end();
});

test('the points of readings are set at their field, which says what cannot stand', async () => {
  const visit = await visitSettings();
  const points = visit.app.getByLabel('Points an hour for reading whole projects');
  await points.fill('20');
  await visit.app.getByText('With less than 500 points an hour').first().waitFor();
  expect(await points.getAttribute('aria-invalid')).toBe('true');
  await points.fill('500');
  await button(visit, 'Save').click();
  await button(visit, 'Save').waitFor({ state: 'detached' });
  await visit.end();
});

test('reading again is done only after somebody has read what that closes', async () => {
  const visit = await visitSettings();
  await card(visit).locator('summary').first().click();
  await card(visit).getByRole('button', { name: 'Read again: ' }).click();
  await visit.app.getByText('gates stay closed until that is done').waitFor();
  await visit.picture('health-read-again');
  await button(visit, 'Cancel').click();
  expect(await card(visit).locator('[data-store="ready"]').count()).toBe(1);
  await card(visit).getByRole('button', { name: 'Read again: ' }).click();
  await button(visit, 'Read it again').click();
  await card(visit).locator('[data-store="reading"]').waitFor();
  await visit.end();
});

describe('a project that is being read', () => {
  // The hour that it began in has no points left; its issues cost more than the five hundred of the next one.
  beforeAll(() => sandbox.advance('1h'));

  test.each(looks)('shows how far it is, and until when it waits, at $width px, $colorScheme', async (look) => {
    const visit = await visitSettings(look);
    await card(visit).getByText('Waiting until').waitFor({ timeout: 20_000 });
    const bar = card(visit).getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuetext')).toMatch(/^\d+ of \d+ issues read, \d+ left$/);
    expect(await found(visit, 'health-reading', look)).toEqual(nothing);
    await visit.end();
  });

  test('is paused and goes on by mouse', async () => {
    const visit = await visitSettings();
    await card(visit).getByRole('button', { name: 'Pause: ' }).click();
    await card(visit).locator('[data-paused="true"]').waitFor();
    await card(visit).getByText('Paused by an admin').waitFor();
    await visit.picture('health-paused');
    const rhea = await Visit.begin(browser, sandbox, 'rhea', { width: 320, colorScheme: 'light' });
    await rhea.open('/projects/SHOP/apps/holdpoint/releases');
    await rhea.app.getByText('The reading of this project is paused').waitFor();
    expect(await rhea.app.getByText('points').count()).toBe(0);
    expect(await rhea.barriers()).toEqual([]);
    await rhea.picture('releases-paused');
    await rhea.end();
    await card(visit).getByRole('button', { name: 'Go on: ' }).click();
    await card(visit).locator('[data-paused="false"]').waitFor();
    await visit.end();
  });

  test('is ready again when the hours it needs have passed', async () => {
    await sandbox.advance('4h');
    const visit = await visitSettings();
    await card(visit).locator('[data-store="ready"]').waitFor({ state: 'attached' });
    await visit.end();
  });
});

test('a rule that is taken off the workflow shows on the card, with the way to attach it', async () => {
  const visit = await visitSettings();
  await openWorkflow(visit);
  await visit.page
    .getByRole('button', { name: /^Remove .*decided now.* on Deploy to production/ })
    .first()
    .click();
  await sandbox.advance('6m');
  await visit.end();
  for (const look of looks) {
    const again = await visitSettings(look);
    const production = card(again).locator('[data-transition="Deploy to production"]');
    await production.locator('[data-lock="decided"][data-there="false"]').waitFor();
    expect(await production.locator('[data-lock="condition"]').innerText()).toContain('there');
    expect(await again.app.locator('[data-health]').getAttribute('data-health')).not.toBe('good');
    await card(again).getByText('How to attach a gate').waitFor();
    expect(await found(again, 'health-detached', look)).toEqual(nothing);
    await again.end();
  }
});
