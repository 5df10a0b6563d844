import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ledgerExportSchema } from '../src/contracts/ledger-export';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The ledger and the quality of data as people see them: every look, a file that really arrives, and nothing that a viewer may not see. */
jest.setTimeout(180_000);

const app = '/projects/SHOP/apps/holdpoint';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['600', '1', '0'])('SHOP with %s defects', (size) => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(size);
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const screens: [string, string, string][] = [
      ['decisions', `${app}/decisions`, '[data-seq]'],
      ['data-quality', `${app}/data-quality`, size === '0' ? 'h1' : '[data-check]'],
    ];
    const seen = screens.map(async ([name, path, sign]) => {
      const visit = await Visit.begin(browser, sandbox, 'rhea', look);
      await visit.open(path);
      await visit.app.locator(sign).first().waitFor();
      const details = visit.app.locator('details').first();
      if ((await details.count()) > 0) await details.locator('summary').click();
      await visit.page.waitForTimeout(300);
      await visit.picture(`${name}-${size}-${look.width}-${look.colorScheme}`);
      const found = { name, overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
      await visit.end();
      return found;
    });
    expect(await Promise.all(seen)).toEqual(screens.map(([name]) => ({ name, overflow: 0, barriers: [], complaints: [] })));
  });
});

describe('the ledger of SHOP', () => {
  let sandbox: RunningSandbox;
  let visit: Visit;
  let file: string;
  let confidential: string[];
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    const all = (await sandbox.search('project = SHOP AND issuetype = Bug')).map(({ key }) => key);
    const seen = new Set((await sandbox.search('project = SHOP AND issuetype = Bug', 'viewer')).map(({ key }) => key));
    confidential = all.filter((key) => !seen.has(key));
    visit = await Visit.begin(browser, sandbox);
  });
  afterAll(async () => {
    await visit.end();
    expect(await sandbox.stop()).toEqual([]);
  });

  const verify = (path: string, ...more: string[]) =>
    spawnSync('node', ['--import', 'tsx', join(__dirname, '..', 'cli', 'main.ts'), 'verify', path, ...more], {
      encoding: 'utf8',
    });
  const download = async (button: string): Promise<string> => {
    const arriving = visit.page.waitForEvent('download');
    await visit.app.getByRole('button', { name: button }).click();
    const arrived = await arriving;
    const path = join(mkdtempSync(join(tmpdir(), 'holdpoint-')), arrived.suggestedFilename());
    await arrived.saveAs(path);
    return path;
  };

  test('is found whole', async () => {
    await visit.open(`${app}/decisions`);
    await visit.app.getByRole('button', { name: 'Verify this ledger' }).click();
    await visit.app.getByText(/^All \d+ entries are as they were written$/).waitFor();
    await visit.picture('decisions-verified');
  });

  test('arrives as a file that holds, and a change of it does not', async () => {
    file = await download('Export JSON');
    expect(file).toMatch(/holdpoint-ledger-SHOP\.json$/);
    const { entries, head } = ledgerExportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(entries.at(-1)?.hash).toBe(head.hash);
    const whole = verify(file);
    expect([whole.status, whole.stdout]).toEqual([0, `whole: ${head.seq} entries, head ${head.hash}\n`]);
    expect(verify(file, '--head', entries[2]?.hash ?? '').status).toBe(0);

    const spoilt = `${file}.spoilt.json`;
    writeFileSync(spoilt, readFileSync(file, 'utf8').replace('may not enter', 'may now enter'));
    const broken = verify(spoilt);
    expect([broken.status, broken.stdout]).toEqual([1, expect.stringMatching(/^broken at entry \d+: /)]);
    expect(verify(file, '--head', 'f'.repeat(64)).status).toBe(1);
  });

  test('arrives as a table, with a head row and a row an entry', async () => {
    const path = await download('Export CSV');
    const lines = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('seq,time,what,sentence,who,version,stage,settings,app,issues,hash');
    expect(lines.length).toBeGreaterThan(2);
  });

  test.each(looks.filter(({ colorScheme }) => colorScheme === 'light'))(
    'tells Jira admins who has read and exported, at $width px, and nobody else',
    async (look) => {
      await visit.open(`${app}/decisions`);
      await download('Export CSV');
      expect(await visit.app.getByText('Who has read and exported').count()).toBe(0);

      const admin = await Visit.begin(browser, sandbox, 'admin', look);
      await admin.open(`${app}/decisions`);
      await admin.app.getByText('Who has read and exported').click();
      const exported = admin.app.locator('[data-reader=exported]').filter({ hasText: 'Exported Decisions as CSV' }).first();
      await exported.filter({ hasText: /Rhea.*This project/s }).waitFor();
      await admin.app
        .locator('[data-reader=opened]')
        .filter({ hasText: /Ada.*Opened Decisions/s })
        .first()
        .waitFor();
      await admin.page.waitForTimeout(300);
      await admin.picture(`decisions-readers-${look.width}`);
      expect([await admin.overflow(), await admin.barriers(), admin.complaints]).toEqual([0, [], []]);
      await admin.end();
    },
  );

  test('is filtered by release and by issue, and the address says so', async () => {
    await visit.open(`${app}/decisions`);
    await visit.app.locator('[data-seq]').first().waitFor();
    await visit.app.getByLabel('Release', { exact: true }).selectOption({ label: '4.2.0' });
    await visit.page.waitForURL(/version=\d+/);
    await visit.app.getByText('a part of them is shown').waitFor();
    await visit.page.waitForTimeout(500);
    const links = await visit.app.locator('.decision-head a').allInnerTexts();
    expect(new Set(links)).toEqual(new Set(['4.2.0']));

    const key = (await visit.app.locator('.decision-issues a').first().innerText()).trim();
    await visit.app.getByLabel('Issue', { exact: true }).fill(key.toLowerCase());
    await visit.app.getByLabel('Issue', { exact: true }).press('Enter');
    await visit.page.waitForURL(new RegExp(`issue=${key}`));
    await visit.page.waitForTimeout(500);
    expect(await visit.app.locator('[data-seq]').count()).toBeGreaterThan(0);

    await visit.app.getByLabel('Issue', { exact: true }).fill('SHOP-99999');
    await visit.app.getByLabel('Issue', { exact: true }).press('Enter');
    await visit.app.getByText('No decision is known about SHOP-99999').waitFor();
    await visit.picture('decisions-nothing-found');
    await visit.app.getByRole('button', { name: 'Clear filters' }).click();
    await visit.app.locator('[data-seq]').first().waitFor();
  });

  test('names no issue to a viewer who may not see it, on the screen or in a file', async () => {
    const viewer = await Visit.begin(browser, sandbox, 'viewer');
    await viewer.open(`${app}/decisions`);
    await viewer.app.locator('[data-seq]').first().waitFor();
    expect(await viewer.app.getByText('that you may not see').count()).toBeGreaterThan(0);
    const arriving = viewer.page.waitForEvent('download');
    await viewer.app.getByRole('button', { name: 'Export JSON' }).click();
    const path = `${file}.viewer.json`;
    await (await arriving).saveAs(path);
    await viewer.app.locator('summary').first().click();
    const [shown, taken] = [await viewer.app.locator('body').innerText(), readFileSync(path, 'utf8')];
    await viewer.picture('decisions-viewer');
    await viewer.open(`${app}/data-quality`);
    await viewer.app.locator('[data-check]').first().waitFor();
    const quality = await viewer.app.locator('body').innerHTML();

    expect(confidential.length).toBeGreaterThan(0);
    for (const key of confidential) {
      const named = new RegExp(`\\b${key}\\b`);
      expect([key, named.test(shown), named.test(taken), named.test(quality)]).toEqual([key, false, false, false]);
    }
    const checked = verify(path);
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringMatching(/\d+ with withheld evidence\n$/)]);

    await viewer.open(`${app}/decisions?issue=${confidential[0]}`);
    await viewer.app.getByText(`No decision is known about ${confidential[0]}`).waitFor();
    await viewer.end();
  });

  test('of the site is for Jira admins, and names who saved the settings', async () => {
    const admin = await Visit.begin(browser, sandbox, 'admin');
    await admin.open('/settings/apps/holdpoint');
    await admin.app.locator('[data-gate="staging"] [data-rule]').first().getByRole('button', { expanded: false }).click();
    await admin.app.getByLabel('Most allowed, rule 1 of Staging').fill('50');
    await admin.app.getByRole('button', { name: 'Save' }).click();
    await sandbox.settle();
    await admin.page.waitForTimeout(1_000);
    await admin.open(`${app}/decisions`);
    await admin.app.getByLabel('Ledger', { exact: true }).selectOption('site');
    await admin.app.getByText('by Ada (Jira administrator)').first().waitFor();
    await admin.app.locator('summary').first().click();
    await admin.picture('decisions-site');
    await admin.end();

    await visit.open(`${app}/decisions?ledger=site`);
    await visit.app.getByText('Only people who administer Jira').waitFor();
    await visit.picture('decisions-site-refused');
  });

  test('is one step away from a release', async () => {
    await visit.open(`${app}/readiness/${await sandbox.versionId('SHOP', '4.2.0')}`);
    await visit.app.getByRole('link', { name: 'Decisions about this release' }).click();
    await visit.app.locator('[data-seq]').first().waitFor();
    expect(visit.page.url()).toMatch(/\/decisions\?version=\d+/);
    expect(
      await visit.app.getByRole('navigation', { name: 'Holdpoint' }).getByText('Decisions').getAttribute('aria-current'),
    ).toBe('page');
  });
});
