import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The gadget on a dashboard: chosen, configured, read, and what it says to those who may not see the project. */
jest.setTimeout(240_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Puts a gadget on the dashboard that shows a release of SHOP. @param release as it is called in the list */
async function addGadget(visit: Visit, release: string): Promise<void> {
  await visit.open('/dashboards');
  await visit.page.getByRole('button', { name: 'Add gadget: Release readiness' }).click();
  await visit.app.getByLabel('Project').selectOption({ label: 'Shop (SHOP)' });
  const releases = visit.app.getByLabel('Release');
  await releases.locator('option', { hasText: '4.2.0' }).waitFor({ state: 'attached' });
  await releases.selectOption({ label: release });
  await visit.app.getByRole('button', { name: 'Save' }).click();
  await visit.app.locator('[data-stage="production"]').waitFor();
}

describe.each(['600', '1', '0'])('SHOP with %s defects', (size) => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(size);
    const visit = await Visit.begin(browser, sandbox);
    await addGadget(visit, '4.2.0');
    await visit.end();
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('the gadget at $width px, $colorScheme, says verdict, reason and trend', async (look) => {
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    await visit.open('/dashboards');
    const production = visit.app.locator('[data-stage="production"]');
    await production.waitFor();
    expect(await production.locator('[data-verdict]').getAttribute('data-verdict')).toMatch(
      size === '600' ? /held/ : /open|held/,
    );
    expect(await production.locator('.sentence').innerText()).toMatch(/4\.2\.0/);
    expect(await visit.app.getByRole('heading', { level: 1 }).innerText()).toBe('Shop 4.2.0');
    await visit.app.getByRole('heading', { name: 'Trend of open defects' }).waitFor();
    await visit.picture(`gadget-${size}-${look.width}-${look.colorScheme}`);
    expect(await visit.barriers()).toEqual([]);
    expect([await visit.overflow(), visit.complaints]).toEqual([0, []]);
    await visit.end();
  });
});

describe('a dashboard', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('20');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('a gadget that nobody configured asks for it; cancelling leaves it so', async () => {
    const visit = await Visit.begin(browser, sandbox);
    await visit.open('/dashboards');
    await visit.page.getByRole('button', { name: 'Add gadget: Release readiness' }).click();
    await visit.app.getByLabel('Project').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.page.getByRole('link', { name: 'Cancel' }).click();
    await visit.app.getByText('pick Configure').waitFor();
    await visit.page.getByRole('button', { name: 'Remove' }).click();
    await visit.page.getByText('There is no gadget').waitFor();
    await visit.end();
  });

  test('the next release is whichever is nearest, and its name leads to its readiness', async () => {
    const visit = await Visit.begin(browser, sandbox);
    await addGadget(visit, 'The next one, whichever it is');
    const heading = visit.app.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toMatch(/^Shop \d/);
    await visit.app.getByRole('heading', { level: 1 }).getByRole('link').click();
    await visit.page.waitForURL(/\/projects\/SHOP\/apps\/holdpoint\/readiness\/\d+/);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('who may not see the project sees nothing of it', async () => {
    const visit = await Visit.begin(browser, sandbox, 'outsider');
    await visit.open('/dashboards');
    await visit.app.getByText(/may not see this project/).waitFor();
    expect(await visit.app.locator('body').innerText()).not.toMatch(/4\.\d|Shop/);
    await visit.end();
  });
});
