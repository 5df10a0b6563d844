import type { Browser } from 'playwright-core';
import { openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The same way as in slice.sandbox.test.ts, as a release manager and a developer go it with a mouse. */
jest.setTimeout(180_000);

let sandbox: RunningSandbox;
let browser: Browser;
let rhea: Visit;
let dev: Visit;
let ticket: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('600');
  browser = await openBrowser();
  rhea = await Visit.begin(browser, sandbox, 'rhea');
  dev = await Visit.begin(browser, sandbox, 'dev');
  const [found] = await sandbox.search('project = SHOP AND issuetype = Release AND fixVersion = 4.2.0');
  ticket = found?.key ?? '';
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

const verdict = (visit: Visit, stage: string) => visit.app.locator(`[data-stage="${stage}"] [data-verdict]`).first();

test('the first page shows the releases, and that 4.2.0 is held', async () => {
  await rhea.open('/');
  const release = rhea.app.locator('[data-version]', { hasText: '4.2.0' });
  await release.waitFor();
  expect(await release.locator('[data-stage="production"] [data-verdict]').getAttribute('data-verdict')).toBe('held');
  await rhea.picture('walkthrough-1-releases');
  await rhea.app.getByRole('link', { name: '4.2.0' }).click();
});

test('its readiness says why, and names the defects that must go', async () => {
  await verdict(rhea, 'production').waitFor();
  expect(await verdict(rhea, 'production').getAttribute('data-verdict')).toBe('held');
  expect(rhea.page.url()).toMatch(/\/readiness\/\d+/);
  const production = rhea.app.locator('[data-stage="production"]').first();
  await production.getByRole('button', { name: 'Closing only' }).click();
  await production.getByText('Close 5 defects, and the gate opens.').waitFor();
  await rhea.picture('walkthrough-2-readiness-held');
});

test('the release ticket refuses the deployment to staging, with the reason', async () => {
  await dev.open(`/browse/${ticket}`);
  await dev.page.getByRole('button', { name: 'Deploy to staging' }).click();
  const refusal = dev.page.getByTestId('transition-error');
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain('4.2.0 may not enter staging: 3 open S1 defects, none allowed');
  await dev.picture('walkthrough-3-refused');
});

test('closing the defects in Jira opens production on the open screen, within five seconds of the last', async () => {
  const stage = rhea.app.locator('[data-stage="production"]').first();
  const keys = (await stage.getByRole('link', { name: /^SHOP-\d+/ }).allInnerTexts()).map(
    (text) => /SHOP-\d+/.exec(text)?.[0] ?? '',
  );
  expect(new Set(keys).size).toBe(5);
  for (const key of new Set(keys)) {
    await dev.open(`/browse/${key}`);
    await dev.page.getByRole('button', { name: 'Close', exact: true }).click();
    await dev.page.getByTestId('issue-status').getByText('Closed').waitFor();
  }
  const closed = Date.now();
  await rhea.app.locator('[data-stage="production"] [data-verdict="open"]').first().waitFor({ timeout: 10_000 });
  expect(Date.now() - closed).toBeLessThan(5_000);
  await rhea.picture('walkthrough-4-readiness-open');
});

test('the ticket goes to staging, then to production', async () => {
  await rhea.open(`/browse/${ticket}`);
  await rhea.page.getByRole('button', { name: 'Deploy to staging' }).click();
  await rhea.page.getByTestId('issue-status').getByText('In staging').waitFor();
  await rhea.page.getByRole('button', { name: 'Deploy to production' }).click();
  await rhea.page.getByTestId('issue-status').getByText('Released').waitFor();
  await rhea.picture('walkthrough-5-released');
});

test('the browser complained about nothing', () => {
  // A refused transition answers 400, which Chromium notes.
  expect([...rhea.complaints, ...dev.complaints].filter((text) => !text.includes('status of 400'))).toEqual([]);
});
