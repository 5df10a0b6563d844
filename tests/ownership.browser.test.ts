import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { settingsViewSchema } from '../src/contracts/settings';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** What people see of ownership: the settings of rotas, the line and the origin in the panel, what brought in many. */
jest.setTimeout(300_000);

let browser: Browser;
let sandbox: RunningSandbox;
let defects: { id: string; key: string }[];
const settingsPage = { moduleKey: 'holdpoint-settings' };
const settingsPath = '/settings/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };

beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('120');
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  const keys = [await sandbox.createDefect('SHOP', versionId, 'S3'), await sandbox.createDefect('SHOP', versionId, 'S3')];
  for (const key of keys) await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${key}`, { fields: { assignee: null } });
  await sandbox.settle();
  defects = await sandbox.search(`key in (${keys.join(', ')})`);
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const day = (await sandbox.now()).slice(0, 10);
  const rota = {
    ...{ component: 'Payments', calendar: 'Amsterdam', members: ['sandbox:qa', 'sandbox:ops'] },
    rotation: { kind: 'weekly', start: day, handOver: '09:00', zone: 'Europe/Amsterdam' },
    deputies: [{ accountId: 'sandbox:dana', of: null }],
    ladder: [
      { afterMinutes: 120, who: { kind: 'deputy' } },
      { afterMinutes: 480, who: { kind: 'lead' } },
    ],
  };
  const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
  const ownership = {
    ...settings.ownership,
    calendars: [
      { name: 'Amsterdam', zone: 'Europe/Amsterdam', hours, holidays: [{ date: '12-25', name: 'Christmas' }], handOver: [] },
    ],
    rotas: [rota],
    defaultRota: { ...rota, component: '' },
  };
  const saved = await sandbox.invoke('admin', settingsPage, 'saveSettings', { settings: { ...settings, ownership }, revision });
  expect(JSON.stringify(saved)).toContain('"saved"');
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function found(visit: Visit) {
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

test.each(looks)('the settings of rotas at $width px, $colorScheme', async (look) => {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open(settingsPath);
  const section = visit.app.locator('#ownership');
  await section.locator('summary').first().click();
  await section
    .getByText(/^Now: (Quinn \(tester\)|Oda \(operations\))/)
    .first()
    .waitFor();
  for (const title of ['Payments', 'Calendars']) await section.locator('summary', { hasText: title }).first().click();
  await section.getByLabel('Name of calendar 1').waitFor();
  await visit.page.setViewportSize({ width: look.width, height: 4200 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`ownership-settings-${look.width}-${look.colorScheme}`);
  expect(await found(visit)).toEqual(nothing);
  await visit.end();
});

test('an absence is entered by keyboard alone, and the turn goes to the next at once', async () => {
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open(settingsPath);
  const section = visit.app.locator('#ownership');
  await section.locator('summary').first().focus();
  await visit.page.keyboard.press('Enter');
  // The rota of Payments stands first.
  const now = (words: RegExp) => section.locator('.ownership-rota').first().locator('.rota-now', { hasText: words });
  await now(/^Now: (Quinn|Oda)/).waitFor();
  const away = ((await now(/^Now/).textContent()) ?? '').includes('Quinn') ? 'Quinn' : 'Oda';
  await section.getByLabel('Who is away').focus();
  await visit.page.keyboard.type(away);
  await section
    .getByRole('button', { name: new RegExp(away) })
    .first()
    .waitFor();
  await visit.page.keyboard.press('Enter');
  await section.getByLabel(new RegExp(`^First day away, ${away}`)).waitFor();
  await now(new RegExp(`^Now: (?!${away}).*who stands in`)).waitFor();
  await section.getByRole('button', { name: new RegExp(`Remove the absence of ${away}`) }).focus();
  await visit.page.keyboard.press('Enter');
  await now(new RegExp(`^Now: ${away}`)).waitFor();
  expect((await found(visit)).complaints).toEqual([]);
  await visit.end();
});

test.each(looks)('the owner and the origin in the panel at $width px, $colorScheme', async (look) => {
  const visit = await Visit.begin(browser, sandbox, 'dev', look);
  await visit.open(`/browse/${defects[0]?.key ?? ''}`);
  const owner = visit.app.locator('[data-panel="owner"]');
  await owner.getByText(/Owner now/).waitFor();
  expect(await owner.textContent()).toMatch(
    /(Quinn|Oda).*: on the (rota of Payments|default rota) this week, until (Monday|Nov 9)/,
  );
  const origin = visit.app.locator('[data-panel="origin"]');
  await origin.getByRole('button', { name: /what brought the defect in/ }).click();
  await origin.getByLabel('Release').selectOption({ label: '4.1.3' });
  await origin.getByLabel(/Commit or build/).fill('c0ffee1234');
  await visit.page.setViewportSize({ width: look.width, height: 2400 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`origin-panel-${look.width}-${look.colorScheme}`);
  expect(await found(visit)).toEqual(nothing);
  await origin.getByRole('button', { name: 'Save' }).click();
  await origin.getByText('4.1.3, commit c0ffee1234').waitFor();
  await visit.end();
});

test.each(looks)('what brought in several at $width px, $colorScheme', async (look) => {
  for (const { id, key } of defects.slice(0, 2)) {
    const change = { kind: 'typed', text: 'c0ffee1234' };
    const answer = await sandbox.invoke('dev', { moduleKey: 'holdpoint-panel', issueKey: key }, 'setOrigin', {
      issueId: id,
      versionId: null,
      change,
    });
    expect(z.object({ ok: z.boolean() }).parse(answer).ok).toBe(true);
  }
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/projects/SHOP/apps/holdpoint/pipelines');
  const section = visit.app.locator('[data-section="causes"]');
  await section.getByText('Commit c0ffee1234').waitFor();
  expect(await section.textContent()).toContain('2 defects, 2 open');
  expect(await found(visit)).toEqual(nothing);
  await visit.end();
});
