import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** Charts on paper: nothing to press, what they mean beside them, no wider than a page, in black on white. */
jest.setTimeout(180_000);

const screenshots = join(__dirname, '..', '.sandbox', 'screenshots');
/** A4 between margins of 12 mm, in CSS pixels. */
const paper = { width: 703 };

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

/** The app's frame as the browser would print it: with the style of paper, and drawn anew for it. */
async function onPaper(visit: Visit): Promise<Frame> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  if (frame === undefined) throw new Error('There is no app on the page.');
  await visit.page.emulateMedia({ media: 'print' });
  await frame.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  return frame;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 50 && !(await holds()); round += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await holds()).toBe(true);
}

const charts = [
  { screen: 'flow?range=30', look: 'light', asTable: true },
  { screen: 'flow', look: 'dark', asTable: false },
  { screen: 'aging', look: 'light', asTable: false },
  { screen: 'escapes', look: 'light', asTable: false },
  { screen: 'repair', look: 'dark', asTable: false },
  { screen: 'forecast', look: 'light', asTable: false },
] as const;

test.each(charts)('$screen, from $look', async ({ screen, look, asTable }) => {
  const seen: Look = { width: 1280, colorScheme: look };
  const visit = await Visit.begin(browser, sandbox, 'rhea', seen);
  await visit.open(`/projects/SHOP/apps/holdpoint/${screen}`);
  await visit.app.locator('[data-chart] svg.chart-svg').first().waitFor();
  if (asTable) await visit.app.getByRole('button', { name: 'Show as table' }).first().click();
  const sheet = await onPaper(visit);
  const shown = (selector: string) => sheet.locator(selector).filter({ visible: true }).count();
  expect(
    await shown('nav, input, select, .chart-tools, .chart-choices, [role="search"], button:not(.link-button, .on-paper, th *)'),
  ).toBe(0);
  expect(await shown('.chart-definition')).toBe(await sheet.locator('.chart-frame').count());
  expect(await shown('.chart-table')).toBe(asTable ? 1 : 0);
  const drawings = sheet.locator('svg.chart-svg');
  expect(await drawings.count()).toBeGreaterThan(0);
  // They are drawn anew once the frame has noticed that it is printed.
  await until(async () => {
    const boxes = await Promise.all((await drawings.all()).map((drawing) => drawing.boundingBox()));
    return boxes.every((box) => (box?.width ?? 0) <= paper.width);
  });
  expect(await sheet.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(0, 0, 0)');
  mkdirSync(screenshots, { recursive: true });
  await visit.page.screenshot({ path: join(screenshots, `paper-${screen.replace(/\W/g, '-')}.png`), fullPage: true });
  await visit.end();
});
