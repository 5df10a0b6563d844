import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The checklist of a release: what is worked out, what people confirm with the keyboard alone, and how a gate comes to ask for it. */
jest.setTimeout(300_000);

const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };
const slides = 'https://wiki.example.com/briefing-4.2.0';

let browser: Browser;
let sandbox: RunningSandbox;
let version: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300');
  version = await sandbox.versionId('SHOP', '4.2.0');
  const page = { moduleKey: 'holdpoint-settings' };
  const { settings, revision } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  const base = { stage: 'production', breach: 'holds' };
  const check = { ...base, rule: 'manual-check', evidence: 'link', hours: null };
  const rows = [
    ...settings.gates.rows,
    { ...base, rule: 'unverified-fixes', most: 0, releaseAt: null },
    {
      ...{ ...base, rule: 'rollback-readiness', mostReturning: 0, targetDays: 90 },
      items: ['target', 'returning', 'migrations', 'dependants'],
    },
    { ...check, name: 'Support team briefed', role: 'Approvers' },
    { ...check, name: 'On-call staffed', role: 'Release managers', evidence: 'text', hours: 48, breach: 'warns' },
    { ...check, name: 'Legal agrees', role: 'Lawyers', stage: 'staging' },
  ];
  const document = { settings: { ...settings, gates: { ...settings.gates, rows } }, revision };
  const saved = await sandbox.screen('admin', page, 'saveSettings', bridgeCalls.saveSettings.view, document);
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(who: string, look: Look = wide): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(`/projects/SHOP/apps/holdpoint/readiness/${version}`);
  await visit.app.locator('[data-check="Support team briefed"]').waitFor();
  return visit;
}

/** Takes the picture of the checklist, with what stands around it, and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 1500 });
  await visit.app.locator('[data-section="checks"]').scrollIntoViewIfNeeded();
  await drawn(visit);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

/** Waits until the app's frame is drawn as it stands. */
async function drawn(visit: Visit): Promise<void> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  const twice = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
  for (const document of [visit.page, frame]) await document?.evaluate(twice);
}

/** What has the focus in the app's document, as a reader of screens names it. */
async function focused(visit: Visit): Promise<string> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  const words =
    '(({ activeElement: at }) => at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent)(document)';
  return z.string().parse(await frame?.evaluate(words));
}

test.each(looks)('the checklist at $width px, $colorScheme', async (look) => {
  const visit = await open('head', look);
  for (const item of ['target', 'returning', 'migrations', 'dependants'])
    await visit.app.locator(`[data-item="rollback-readiness:${item}"]`).waitFor();
  await visit.app.getByText('This project has no role Lawyers').waitFor();
  expect(await found(visit, 'checklist', look)).toEqual(nothing);
  await visit.end();
});

test('the defects that would come back and the fixes that nobody verified are listed', async () => {
  const visit = await open('rhea');
  const back = visit.app.locator('[data-item="rollback-readiness:returning"]');
  await back.getByRole('list', { name: 'Done defects behind it' }).getByRole('link').first().waitFor();
  await back.getByText('How it is worked out').click();
  await back.getByText('Nobody can tick it by hand.').waitFor();
  const condition = visit.app.locator('[data-condition="unverified-fixes"]');
  if (!(await condition.isVisible())) await visit.app.getByRole('tab', { name: /^Production/ }).click();
  await condition.locator('summary').first().click();
  await condition.getByRole('list', { name: 'Done defects behind it' }).getByRole('link').first().waitFor();
  await visit.picture('checklist-fixes');
  await visit.end();
});

test('a check is confirmed and taken back by keyboard alone', async () => {
  const visit = await open('head');
  const { app, page } = visit;
  const check = app.locator('[data-check="Support team briefed"]');
  await check.getByText('Not confirmed').waitFor();
  await check.getByRole('button', { name: 'Confirm: Support team briefed' }).focus();
  await page.keyboard.press('Enter');
  await app.getByRole('dialog', { name: 'Confirm: Support team briefed' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await focused(visit)).toBe('Confirm: Support team briefed');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused(visit)).toBe('Link to what shows it');
  await page.keyboard.type('told them all');
  await page.keyboard.press('Enter');
  await app.getByRole('alert').getByText('begins with https://').waitFor();
  expect(await focused(visit)).toBe('Link to what shows it');
  await visit.picture('checklist-dialog');
  expect(await visit.barriers()).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(slides);
  await page.keyboard.press('Enter');
  await check.getByText('Confirmed', { exact: true }).waitFor();
  await app
    .getByRole('status')
    .getByText(/^Confirmed/)
    .waitFor();
  const link = check.getByRole('link', { name: slides });
  expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([slides, 'noopener noreferrer nofollow']);
  await check.getByText('Confirmed by Hedda').waitFor();
  expect(await found(visit, 'checklist-confirmed', wide)).toEqual(nothing);

  await check.getByRole('button', { name: 'Take back the confirmation: Support team briefed' }).focus();
  await page.keyboard.press('Enter');
  expect(await focused(visit)).toBe('Why does it not hold any more?');
  await page.keyboard.type('The slides were those of 4.1.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await check.getByText('The confirmation was taken back.').waitFor();
  await check.getByText('What was said before (1)').waitFor();
  await visit.end();
});

test('a gate comes to ask for a check in the settings, and a role that is not there is pointed out', async () => {
  const visit = await Visit.begin(browser, sandbox, 'admin', { width: 320, colorScheme: 'dark' });
  await visit.open('/settings/apps/holdpoint');
  const staging = visit.app.locator('[data-gate="staging"]');
  const laws = staging.locator('[data-rule="manual-check"]');
  await laws.getByRole('button', { name: '“Legal agrees” is confirmed by the role Lawyers with a link', exact: true }).waitFor();
  await laws.getByText('SHOP has no role Lawyers').waitFor();
  await staging.getByRole('button', { name: 'Add a rule to Staging' }).click();
  await staging.getByLabel(/^Check by people/).check();
  await staging.getByRole('button', { name: 'Add this rule' }).click();
  const added = staging.locator('[data-rule="manual-check"]').last();
  await added.getByLabel(/^What is confirmed/).fill('Legal agrees');
  await added.getByText('Another row says the same.').waitFor();
  await added.getByLabel(/^What is confirmed/).fill('Cash desk told');
  await added.getByText('Another row says the same.').waitFor({ state: 'detached' });
  await added.getByLabel(/^Project role/).fill('Approvers');
  await added.getByLabel(/^What shows it/).selectOption({ label: 'a few words' });
  await added.getByLabel(/^Hours for which it is good/).fill('12');
  const sentence = '“Cash desk told” is confirmed by the role Approvers with a few words, good for 12 hours';
  await added.getByRole('button', { name: sentence, exact: true }).waitFor();
  await added.locator('datalist option[value="Approvers"]').waitFor({ state: 'attached' });
  await added.scrollIntoViewIfNeeded();
  await visit.picture('checklist-editor');
  expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
  await visit.end();
});
