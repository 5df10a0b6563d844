import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { looks, openBrowser, Visit } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** Decisions in hindsight, what other gates would have made of them, and the way of a release: as people see it, and by keyboard. */
jest.setTimeout(240_000);

const app = '/projects/SHOP/apps/holdpoint';

let sandbox: RunningSandbox;
let browser: Browser;
let version: string;
let late: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  browser = await openBrowser();
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const projectId = Number(z.object({ id: z.string() }).parse(body).id);
  await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId, name: '9.0.0' });
  version = await sandbox.versionId('SHOP', '9.0.0');
  late = await sandbox.createDefect('SHOP', version, 'S3');
  await sandbox.settle();
  await sandbox.until('SHOP', version, 'production', 'open');
  await sandbox.advance('20m');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() }));
  const all = fields.parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body);
  const severity = all.find(({ name }) => name === 'Defect severity')?.id ?? '';
  await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${late}`, { fields: { [severity]: 'S1' } });
  await sandbox.settle();
  await sandbox.until('SHOP', version, 'production', 'held');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

const faults = async (visit: Visit) => ({
  overflow: await visit.overflow(),
  barriers: await visit.barriers(),
  complaints: visit.complaints,
});
const none = { overflow: 0, barriers: [], complaints: [] };

describe.each(looks)('at $width px, $colorScheme', (look) => {
  const name = `${look.width}-${look.colorScheme}`;

  test('the verdicts that hindsight turned, as known then and as known now', async () => {
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    await visit.open(`${app}/decisions?hindsight=turned`);
    const row = visit.app.locator('.turned', { hasText: '9.0.0' }).first();
    await row.getByText(/^Turned by hindsight: it was open/).waitFor();
    await row.getByRole('list', { name: 'What is known now' }).getByText(late).waitFor();
    await row.scrollIntoViewIfNeeded();
    await visit.picture(`hindsight-turned-${name}`);
    expect(await faults(visit)).toEqual(none);
    await visit.end();
  });

  test('the track of a release and what happened so far', async () => {
    const visit = await Visit.begin(browser, sandbox, 'rhea', look);
    await visit.open(`${app}/readiness/${version}`);
    await visit.app
      .locator('.track [data-stop="production"]')
      .getByText(/Nothing live|No deployment told|Live:/)
      .waitFor();
    await visit.picture(`track-${name}`);
    const timeline = visit.app.locator('[data-section="timeline"]');
    await timeline.locator('[data-entry]').first().waitFor();
    await timeline.scrollIntoViewIfNeeded();
    await visit.picture(`timeline-${name}`);
    expect(await faults(visit)).toEqual(none);
    await visit.end();
  });
});

test('from the history of a release to the page of a decision, judged twice, by keyboard', async () => {
  const visit = await Visit.begin(browser, sandbox, 'rhea');
  await visit.open(`${app}/readiness/${version}`);
  const timeline = visit.app.locator('[data-section="timeline"]');
  const opened = timeline.locator('[data-entry]', { hasText: 'Gate open' }).last();
  await opened.getByRole('link', { name: /^Ledger entry/ }).press('Enter');
  const decision = visit.app.locator('[data-seq]');
  await decision.getByRole('region', { name: 'As known then' }).waitFor();
  await decision
    .getByRole('region', { name: 'As known now' })
    .getByText(/^(Held|Would be held)$/)
    .waitFor();
  expect(await decision.count()).toBe(1);
  const summary = decision.locator('summary', { hasText: 'As known then and now' });
  await summary.focus();
  await visit.page.keyboard.press('Enter');
  await decision.getByRole('region', { name: 'As known then' }).waitFor({ state: 'hidden' });
  await visit.page.keyboard.press('Enter');
  await decision.getByRole('region', { name: 'As known then' }).waitFor();
  await visit.picture('hindsight-decision');
  // By the filter to the list of those that turned.
  await visit.app.getByLabel('In hindsight').selectOption('Turned');
  await visit.app.getByRole('heading', { name: 'Turned by hindsight' }).waitFor();
  await visit.app.getByText(/would have been the other way/).waitFor();
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test.each(looks)(
  'what other gates would have made of past decisions, before they are saved, at $width px, $colorScheme',
  async (look) => {
    const visit = await Visit.begin(browser, sandbox, 'admin', look);
    await visit.open('/settings/apps/holdpoint');
    const row = visit.app.locator('[data-gate="production"] [data-rule="open-defects"]', { hasText: 'S1' }).first();
    await row.waitFor();
    await row.getByRole('button', { expanded: false }).click();
    const most = row.getByLabel(/^Most allowed, rule \d+ of Production/);
    await most.fill('7');
    const bar = visit.app.locator('.save-bar');
    await bar.getByText(/of \d+ decisions of the last 90 days would have gone the other way/).waitFor();
    await bar.locator('summary', { hasText: 'that would have gone the other way' }).click();
    await bar
      .getByText(/Without: /)
      .first()
      .waitFor();
    await visit.picture(`replay-${look.width}-${look.colorScheme}`);
    expect(await faults(visit)).toEqual(none);
    await visit.end();
  },
);
