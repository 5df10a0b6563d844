import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** What people see of scores: the bar in the panel of an issue, and the settings while a weight is moved. */
jest.setTimeout(240_000);

let browser: Browser;
let sandbox: RunningSandbox;
let key: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('300');
  const [defect] = await sandbox.search(
    'project = SHOP AND issuetype = Bug AND statusCategory != Done ORDER BY "Holdpoint score" DESC',
  );
  key = defect?.key ?? '';
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

const settingsPath = '/settings/apps/holdpoint';
const nothing = { overflow: 0, barriers: [], complaints: [] };

async function found(visit: Visit) {
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

test.each(looks)(
  'the score in the panel at $width px, $colorScheme: a bar that adds up, and where each part came from',
  async (look) => {
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    await visit.open(`/browse/${key}`);
    const panel = visit.app.locator('[data-panel="score"]');
    await panel.waitFor();
    const bar = panel.getByRole('img', { name: /^Score \d+ of 100: / });
    const words = (await bar.getAttribute('aria-label')) ?? '';
    const [score = 0, ...points] = [...words.replace('of 100', '').matchAll(/ (\d+)/g)].map(([, number]) => Number(number));
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(score);
    await panel.locator('summary').click();
    expect(await panel.locator('.score-terms li').count()).toBe(6);
    await visit.page.setViewportSize({ width: look.width, height: 2400 });
    await visit.page.waitForTimeout(300);
    await visit.picture(`score-panel-${look.width}-${look.colorScheme}`);
    expect(await found(visit)).toEqual(nothing);
    await visit.end();
  },
);

test.each(looks)('a weight moved by keyboard at $width px, $colorScheme, shows what would change', async (look) => {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open(settingsPath);
  const section = visit.app.locator('#score');
  await section.locator('summary').first().click();
  await section.getByText('The first 20 stay as they are.').waitFor();
  const slider = section.getByRole('slider', { name: 'Weight of Age' });
  await slider.focus();
  for (let n = 0; n < 25; n += 1) await visit.page.keyboard.press('ArrowRight');
  await section.getByText(/of the first 20 change places/).waitFor();
  const sliders = await section.getByRole('slider').all();
  const weights = await Promise.all(sliders.map(async (one) => Number(await one.inputValue())));
  expect(weights.reduce((sum, one) => sum + one, 0)).toBe(100);
  expect(await slider.inputValue()).toBe('30');
  await section
    .getByText(/\(n = \d+\)/)
    .first()
    .waitFor();
  await section
    .getByText(/^SHOP-\d+/)
    .first()
    .waitFor();
  await visit.page.setViewportSize({ width: look.width, height: 3600 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`score-settings-${look.width}-${look.colorScheme}`);
  expect(await found(visit)).toEqual(nothing);
  await visit.end();
});

test('a locked weight stays while another one is moved', async () => {
  const visit = await Visit.begin(browser, sandbox, 'admin');
  await visit.open(settingsPath);
  const section = visit.app.locator('#score');
  await section.locator('summary').first().click();
  await section.getByRole('checkbox', { name: 'Lock Severity' }).check();
  const slider = section.getByRole('slider', { name: 'Weight of Age' });
  await slider.focus();
  await visit.page.keyboard.press('End');
  expect(await slider.inputValue()).toBe('70');
  expect(await section.getByRole('slider', { name: 'Weight of Severity' }).inputValue()).toBe('30');
  await visit.page.keyboard.press('Home');
  expect(await section.getByRole('slider', { name: 'Weight of Recurrence' }).inputValue()).toBe('22');
  await visit.end();
});
