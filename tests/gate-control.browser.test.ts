import type { Browser, Locator } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/**
 * "Holds and overrides" on the readiness screen: a release held by hand and lifted again, an override that one person asks for and another
 * approves, a stopped line that takes two people, and a drill of it. By mouse and keyboard, wide and narrow, light and dark.
 */
jest.setTimeout(300_000);

const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };
const narrow: Look = { width: 320, colorScheme: 'dark' };

let browser: Browser;
let sandbox: RunningSandbox;
let held: string;
let open: string;
let dark: string;

beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300');
  held = await sandbox.versionId('SHOP', '4.2.0');
  open = await sandbox.versionId('SHOP', '4.1.3');
  for (const name of ['Lift Holdpoint holds', 'Override Holdpoint gates'])
    for (const role of ['Release managers', 'Approvers']) await sandbox.grant('SHOP', name, role);
  dark = await darkRelease('8.0.0');
  await sandbox.advance('6m');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

/** A release that is deployed dark to staging, as its pipeline tells. */
async function darkRelease(name: string): Promise<string> {
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const projectId = Number(z.object({ id: z.string() }).parse(body).id);
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId });
  const { id } = z.object({ id: z.string() }).parse(made.body);
  await sandbox.settle();
  const pipeline = new Pipeline(sandbox);
  const deployment = {
    environment: 'staging',
    deployment: 'staging-1',
    step: 'finish',
    dark: true,
    version: name,
    build: '800-1',
  };
  expect((await pipeline.send('deployment', { ...(await pipeline.envelope()), ...deployment })).status).toBe(202);
  await sandbox.settle();
  return id;
}

/** The section on the readiness screen of a release. */
async function section(versionId: string, who = 'rhea', look: Look = wide): Promise<{ visit: Visit; part: Locator }> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(`/projects/SHOP/apps/holdpoint/readiness/${versionId}`);
  const part = visit.app.locator('[data-section="control"]');
  await part.locator('.summary').waitFor();
  return { visit, part };
}

/** Takes its picture and says what is wrong with the page. */
async function found(visit: Visit, part: Locator, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2400 });
  await part.scrollIntoViewIfNeeded();
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

const button = (part: Locator, name: string): Locator => part.getByRole('button', { name, exact: true });

test('a release is held by hand and lifted again, by keyboard alone', async () => {
  const { visit, part } = await section(open);
  const { keyboard } = visit.page;
  await button(part, 'Hold this release').focus();
  await keyboard.press('Enter');
  await part.getByRole('form', { name: 'Hold this release' }).waitFor();
  await part.getByLabel('Hold it for').selectOption({ label: 'Staging' });
  await button(part, 'Hold it').focus();
  await keyboard.press('Enter');
  await part.getByText('Say why: it stands in the ledger.').waitFor();
  // The reason has the focus now.
  await keyboard.type('Marketing waits for the partner.');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const card = part.locator('[data-hold]').first();
  await card.getByText('Held by hand').waitFor();
  await part.getByRole('status').getByText('4.1.3 is held.').waitFor();
  await card.getByText('Placed by Rhea (release manager)').waitFor();
  expect(await found(visit, part, 'control-hold', wide)).toEqual(nothing);

  await button(card, 'Lift it').focus();
  await keyboard.press('Enter');
  await keyboard.type('The partner is ready.');
  await keyboard.press('Escape');
  expect(await card.getByRole('form').count()).toBe(0);
  await button(card, 'Lift it').click();
  await card.getByLabel('Why may it be lifted?').fill('The partner is ready.');
  await card.getByRole('form').getByRole('button', { name: 'Lift it' }).click();
  await part.getByRole('status').getByText('The hold is lifted.').waitFor();
  await part.getByText('Earlier (1)').click();
  await part.getByText('“The partner is ready.”').waitFor();
  await visit.end();
});

test('an override is asked for by one and approved by another', async () => {
  const { visit, part } = await section(held);
  await button(part, 'Ask for an override').click();
  await part.getByLabel('Gate of').selectOption({ label: 'Staging' });
  const rationale = part.getByLabel('Why may it pass although the gate is held?');
  await rationale.fill('Trust me.');
  await button(part, 'Ask for the override').click();
  await part.getByRole('form').locator('[aria-invalid="true"]').waitFor();
  await rationale.fill(
    'Partner vouchers break only beside expired gift cards; support switches vouchers off tonight and refunds whoever complains.',
  );
  await button(part, 'Ask for the override').click();
  const card = part.locator('[data-override]').first();
  await card.getByText('Waits for a decision').waitFor();
  expect(await button(card, 'Approve').count()).toBe(0);
  await visit.end();

  const deciding = await section(held, 'lead', narrow);
  await button(deciding.part, 'Approve').click();
  await deciding.part.getByRole('status').getByText('Approved.').waitFor();
  await deciding.part.getByText(/The gate may be passed for (2 hours|1 hour 5\d minutes)/).waitFor();
  expect(await found(deciding.visit, deciding.part, 'control-override', narrow)).toEqual(nothing);
  await deciding.visit.end();
});

test('a stopped line is lifted by two people', async () => {
  const { body } = await sandbox.rest('dev', 'GET', '/rest/api/3/field');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(body);
  const id = (name: string) => fields.find((field) => field.name === name)?.id ?? name;
  const made = await sandbox.rest('dev', 'POST', '/rest/api/3/issue', {
    fields: {
      ...{ project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'Checkout refuses every card' },
      ...{ versions: [{ id: dark }], [id('Defect severity')]: 'S1', [id('Detected in')]: 'Staging' },
    },
  });
  const { key } = z.object({ key: z.string() }).parse(made.body);
  await sandbox.settle();

  const { visit, part } = await section(dark);
  const card = part.locator('[data-hold]').first();
  await card.getByText('The line is stopped').waitFor();
  await card.getByRole('link', { name: key }).waitFor();
  await card.getByText('0 of 2 have agreed').waitFor();
  await visit.app.getByText('Dark: no user meets it yet').first().waitFor();
  await button(card, 'Agree to lift it').click();
  await card.getByLabel('Why may it be lifted?').fill('The payment page is switched off.');
  await card.getByRole('form').getByRole('button', { name: 'Agree to lift it' }).click();
  await part.getByRole('status').getByText('It takes one more person to lift it.').waitFor();
  await card.getByText('1 of 2 have agreed').waitFor();
  expect(await card.getByRole('button', { name: 'Lift it' }).count()).toBe(0);
  expect(await found(visit, part, 'control-line', wide)).toEqual(nothing);
  await visit.end();

  const second = await section(dark, 'head', narrow);
  expect(await found(second.visit, second.part, 'control-line', narrow)).toEqual(nothing);
  await button(second.part, 'Lift it').click();
  await second.part.getByLabel('Why may it be lifted?').fill('Nobody can reach it.');
  await second.part.getByRole('form').getByRole('button', { name: 'Lift it' }).click();
  await second.part.getByRole('status').getByText('The hold is lifted.').waitFor();
  await second.visit.end();
});

test('a drill holds nothing, and says how long each step took', async () => {
  const { visit, part } = await section(open);
  await button(part, 'Drill: stop the line').focus();
  await visit.page.keyboard.press('Enter');
  await part.getByLabel('As if an S1 were seen in').selectOption({ label: 'Staging' });
  await button(part, 'Start the drill').click();
  const card = part.locator('[data-drill]').first();
  await card.getByText('waits for two people to agree').waitFor();
  await card.getByText('Nobody was told. Messages are switched off in the settings').waitFor();
  await card.getByText('Canary and Production would be held. Nothing is held.').waitFor();
  expect(await button(part, 'Drill: stop the line').count()).toBe(0);
  await button(card, 'Agree').click();
  await card.getByLabel('Why could the line go on?').fill('The payment switch could be used.');
  await card.getByRole('form').getByRole('button', { name: 'Agree' }).click();
  await card.getByText('waits for the second person').waitFor();
  expect(await button(card, 'Agree').count()).toBe(0);
  await visit.end();

  const second = await section(open, 'head', narrow);
  const other = second.part.locator('[data-drill]').first();
  expect(await found(second.visit, second.part, 'control-drill', narrow)).toEqual(nothing);
  await button(other, 'Agree').click();
  await other.getByLabel('Why could the line go on?').fill('It could.');
  await other.getByRole('form').getByRole('button', { name: 'Agree' }).click();
  await second.part.getByRole('status').getByText('The drill is over.').waitFor();
  await other.locator('.control-state').getByText('over', { exact: true }).waitFor();
  expect(await other.locator('.drill-times').innerText()).not.toContain('Not yet');
  await second.visit.end();
});

test.each(looks)('all of it at $width px, $colorScheme', async (look) => {
  const { visit, part } = await section(open, 'rhea', look);
  await part.locator('[data-drill]').first().waitFor();
  await part.getByText('Earlier (1)').click();
  expect(await found(visit, part, 'control', look)).toEqual(nothing);
  await visit.end();
});
