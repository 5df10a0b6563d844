import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The gates in the settings, as an admin changes them without help. */
jest.setTimeout(300_000);

const page = '/settings/apps/holdpoint';
const settingsPage = { moduleKey: 'holdpoint-settings' };
const released = '8.0.0';

let sandbox: RunningSandbox;
let browser: Browser;
let version: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('600');
  browser = await openBrowser();
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const projectId = Number(z.object({ id: z.string() }).parse(body).id);
  await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId, name: released });
  version = await sandbox.versionId('SHOP', released);
  await sandbox.createDefect('SHOP', version, 'S3');
  await sandbox.settle();
  await sandbox.until('SHOP', version, 'staging', 'open');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(look = looks[0]): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open(page);
  await visit.app.locator('[data-gate]').first().waitFor();
  return visit;
}

/** What has the focus in the app's document, as a reader of screens names it; empty where nothing has. */
async function focused(visit: Visit): Promise<string> {
  const frame = visit.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  const words =
    '(({ activeElement: at }) => at === document.body ? "" : at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent)(document)';
  return z.string().parse(await frame?.evaluate(words));
}

/** Goes on with the Tab key until this has the focus. */
async function tabTo(visit: Visit, words: string): Promise<void> {
  for (let n = 0; n < 250; n += 1) {
    if ((await focused(visit)) === words) return;
    await visit.page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to "${words}".`);
}

test('a row that decides nothing is told at the row and beside the way to save it, and a number that cannot be at its field', async () => {
  const visit = await open();
  const production = visit.app.locator('[data-gate="production"]');
  const row = production.locator('[data-rule="open-defects"]', { hasText: 'enterprise' });
  await row.getByRole('button', { expanded: false }).click();
  const most = row.getByLabel(/^Most allowed, rule 2 of Production/);
  await most.fill('5');
  await row.locator('[data-warning="shadowed"]').waitFor();
  await visit.app.getByText('1 thing about the gates is hardly meant').waitFor();
  await visit.picture('gate-editor-warning');
  await row.getByLabel(/^Opens again at/).fill('6');
  await row.getByText('It holds above 5, so it opens again at 5 or fewer.').waitFor();
  await most.fill('');
  await row.getByText('Use a whole number.').waitFor();
  await row.getByRole('button', { name: /^Remove rule 2 of Production/ }).click();
  expect(await focused(visit)).toBe('Add a rule to Production');
  expect(await visit.app.locator('[data-warning]').count()).toBe(0);
  await visit.end();
});

test('a rule is added, seen in its effect and saved by keyboard alone, and the release is held by it', async () => {
  const visit = await open();
  const press = (key: string) => visit.page.keyboard.press(key);
  const preview = visit.app.getByRole('group', { name: 'What your changes would do' });
  await tabTo(visit, 'Add a rule to Staging');
  await press('Enter');
  expect(await focused(visit)).toMatch(/^Open defects/);
  await press('Escape');
  await tabTo(visit, 'Add a rule to Staging');
  await press('Enter');
  await press('ArrowDown');
  expect(await focused(visit)).toMatch(/^Missing severities/);
  await press('ArrowUp');
  await visit.picture('gate-editor-picker');
  await press('Enter');
  expect(await focused(visit)).toBe('Most allowed, rule 3 of Staging');
  await press('ArrowUp');
  await visit.app.getByRole('button', { name: 'At most 1 open S3 defect', exact: true }).waitFor();
  await press('ArrowDown');
  await visit.app.getByRole('button', { name: 'No open S3 defect', exact: true }).waitFor();
  await preview.getByText(/This would hold .*8\.0\.0 \(Staging\)/).waitFor();
  expect(await focused(visit)).toBe('Most allowed, rule 3 of Staging');
  await visit.picture('gate-editor-preview');
  await tabTo(visit, 'Save');
  await press('Enter');
  await sandbox.until('SHOP', version, 'staging', 'held');
  await visit.app.getByText('Unsaved changes').waitFor({ state: 'detached' });
  expect(visit.complaints).toEqual([]);
  await visit.end();

  const rhea = await Visit.begin(browser, sandbox, 'rhea');
  await rhea.open(`/projects/SHOP/apps/holdpoint/readiness/${version}`);
  const stage = rhea.app.locator('[data-stage="staging"]').first();
  await stage.locator('[data-verdict="held"]').first().waitFor();
  await rhea.app.getByText('1 open S3 defect, none allowed').first().waitFor();
  await rhea.picture('gate-editor-readiness');
  await rhea.end();
});

describe('with every rule', () => {
  beforeAll(async () => {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const base = { stage: 'production', breach: 'warns' };
    const rows = [
      ...settings.gates.rows,
      { rule: 'missing-severity', ...base, most: 0 },
      { rule: 'score-ceiling', ...base, ceiling: 100, most: 2, releaseAt: 1 },
      { rule: 'aging', ...base, severity: 'S2', percentile: 95, most: 1 },
      { rule: 'escape-rate', ...base, windowDays: 30, atMost: 10 },
      { rule: 'deferrals-valid', ...base, daysLeft: 7 },
      { rule: 'freeze-violations', ...base, most: 0 },
      { rule: 'no-worse-than-last', ...base, severity: 'any', byHowMany: 1 },
      { rule: 'blockers-nominated', ...base },
      { rule: 'unverified-fixes', ...base, most: 0 },
      { rule: 'change-since', ...base },
      { rule: 'train-members', ...base },
      { rule: 'soak-time', ...base, hours: 24 },
      { rule: 'rollback-readiness', ...base, items: ['target', 'returning', 'migrations', 'dependants'] },
      { rule: 'manual-check', ...base, name: 'Support team briefed', role: 'Approvers', hours: 24 },
    ];
    const payload = { settings: { ...settings, gates: { ...settings.gates, rows } }, revision };
    const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, payload);
    expect(saved.kind).toBe('saved');
    await sandbox.settle();
  });

  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const visit = await open(look);
    const production = visit.app.locator('[data-gate="production"]');
    await production.locator('[data-warning="never-breached"]').waitFor();
    await visit.page.setViewportSize({ width: look.width, height: 2600 });
    await visit.app.getByText('How old evidence may be').first().click();
    await visit.app.getByText('Overrides', { exact: true }).first().click();
    const found: unknown[] = [];
    for (const rule of await production.locator('[data-rule]').all()) {
      await rule.getByRole('button', { expanded: false }).click();
      found.push(await visit.overflow());
    }
    expect(found).toEqual(found.map(() => 0));
    await production.getByRole('button', { name: 'Add a rule to Production' }).click();
    await visit.app.locator('#gates-heading').scrollIntoViewIfNeeded();
    await visit.page.waitForTimeout(300);
    await visit.picture(`gate-editor-${look.width}-${look.colorScheme}`);
    expect([await visit.overflow(), await visit.barriers(), visit.complaints]).toEqual([0, [], []]);
    await visit.end();
  });
});
