import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** What the settings page says of pipelines: who may send, what failed tests become, what is masked, what commits must say. */
jest.setTimeout(180_000);

const settings = '/settings/apps/holdpoint';
const fold = 900;
const sections = ['Pipelines', 'Failed tests', 'Masking', 'Commits'] as const;

let browser: Browser;
let sandbox: RunningSandbox;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('60');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

/** The settings page with some of its sections open. */
async function visitSettings(open: readonly (typeof sections)[number][], look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, 'admin', look);
  await visit.open(settings);
  await visit.app.locator('[data-health]').waitFor();
  for (const title of open) await part(visit, title).locator('summary').first().click();
  return visit;
}

const part = (visit: Visit, title: (typeof sections)[number]) => visit.app.getByRole('region', { name: title, exact: true });
const button = (visit: Visit, name: string) => visit.app.getByRole('button', { name, exact: true });
const source = (visit: Visit, id: string) => visit.app.locator(`[data-source="${id}"]`);
/** The text that has the focus. */
const focused = (visit: Visit) => visit.app.locator('*:focus').innerText();

/** What is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}
const nothing = { overflow: 0, barriers: [], complaints: [] };

/** Connects a pipeline and gives what is shown of it, once. */
async function connect(visit: Visit, name: string, kind: string): Promise<void> {
  await button(visit, 'Connect a pipeline').click();
  await visit.app.getByLabel('Name', { exact: true }).fill(name);
  await visit.app.getByLabel('What sends').selectOption(kind);
  await button(visit, 'Connect').click();
}

const shownSecret = (visit: Visit, label: string) => visit.app.getByRole('textbox', { name: label, exact: true }).inputValue();

describe('the sections about pipelines', () => {
  test.each(looks)('are calm at first, and open without a barrier, at $width px, $colorScheme', async (look) => {
    const visit = await visitSettings([], look);
    const verdict = await visit.app.locator('[data-health]').boundingBox();
    expect(verdict !== null && verdict.y + verdict.height < fold).toBe(true);
    for (const title of sections) expect(await part(visit, title).locator('details').first().getAttribute('open')).toBeNull();
    await part(visit, 'Failed tests').getByText('Failed once in 1 run; more than 20 new failures are one defect').waitFor();
    await part(visit, 'Failed tests').scrollIntoViewIfNeeded();
    expect(await found(visit, 'pipelines-closed', look)).toEqual(nothing);
    for (const title of sections) {
      await part(visit, title).locator('summary').first().click();
      await part(visit, title).scrollIntoViewIfNeeded();
      await visit.page.waitForTimeout(300);
      await visit.picture(`pipelines-${title.toLowerCase().replace(' ', '-')}-${look.width}-${look.colorScheme}`);
    }
    expect(await found(visit, 'pipelines-all-open', look)).toEqual(nothing);
    await visit.end();
  });
});

describe('a pipeline', () => {
  let connection: string;

  test('is connected: its secret takes the focus, is copied, works, and is not shown again', async () => {
    const visit = await visitSettings(['Pipelines']);
    await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await connect(visit, 'Release train', 'holdpoint');
    await visit.app.getByText('It is shown only now.').waitFor();
    expect(await focused(visit)).toBe('Release train: take its secret now');
    connection = await shownSecret(visit, 'HOLDPOINT_CONNECTION');
    await button(visit, 'Copy HOLDPOINT_CONNECTION').click();
    await button(visit, 'Copied').waitFor();
    await visit.picture('pipelines-secret');
    expect(await visit.barriers()).toEqual([]);
    await button(visit, 'I have kept it').click();
    expect(await focused(visit)).toBe('Connect a pipeline');
    expect(await visit.app.getByText(connection.slice(0, 30)).count()).toBe(0);

    const pipeline = new Pipeline(sandbox, connection);
    expect(pipeline.connection.source).toBe('release-train');
    const deployment = { deployment: 'd-1', environment: 'production', step: 'start', version: '4.2.0' };
    expect((await pipeline.send('deployment', { ...(await pipeline.envelope()), ...deployment })).status).toBe(202);
    await sandbox.settle();
    await visit.open(settings);
    await part(visit, 'Pipelines').locator('summary').first().click();
    await source(visit, 'release-train').getByText('Last delivery').waitFor();
    await visit.end();
  });

  test('of a name that is taken is refused, in words, where it was asked for', async () => {
    const visit = await visitSettings(['Pipelines']);
    await connect(visit, 'release TRAIN', 'holdpoint');
    await visit.app.getByRole('alert').getByText('Give this one another name.').waitFor();
    await button(visit, 'Cancel').click();
    expect(await focused(visit)).toBe('Connect a pipeline');
    await visit.end();
  });

  test('gets a new secret, and the one before counts for as long as was said', async () => {
    const visit = await visitSettings(['Pipelines']);
    await button(visit, 'New secret: Release train').click();
    expect(await focused(visit)).toBe('Cancel');
    await source(visit, 'release-train').getByRole('combobox').selectOption({ label: 'for 7 days' });
    await button(visit, 'Make a new secret').click();
    await visit.app.getByText('It is shown only now.').waitFor();
    expect(await focused(visit)).toBe('Release train: take its secret now');
    const next = await shownSecret(visit, 'HOLDPOINT_CONNECTION');
    expect(next).not.toBe(connection);
    await button(visit, 'I have kept it').click();
    await source(visit, 'release-train').locator('[data-overlap]').getByText('in 6 days').waitFor();
    for (const text of [connection, next]) {
      const pipeline = new Pipeline(sandbox, text);
      const build = { build: 'b-1', commit: 'abcdef1' };
      expect((await pipeline.send('build', { ...(await pipeline.envelope()), ...build })).status).toBe(202);
    }
    await visit.end();
  });

  test('of GitHub gets an address and a secret, with where to enter them', async () => {
    const look: Look = { width: 320, colorScheme: 'dark' };
    const visit = await visitSettings(['Pipelines'], look);
    await connect(visit, 'Shop repository', 'github');
    await visit.app.getByText('Payload URL').waitFor();
    expect(await shownSecret(visit, 'Address')).toMatch(/\?source=shop-repository$/);
    expect((await shownSecret(visit, 'Secret')).length).toBeGreaterThan(30);
    expect(await found(visit, 'pipelines-github', look)).toEqual(nothing);
    await visit.end();
  });

  test('is revoked once somebody has read what that means, and is then refused', async () => {
    const visit = await visitSettings(['Pipelines']);
    await button(visit, 'Revoke: Release train').click();
    await visit.app.getByText('This cannot be taken back').waitFor();
    await visit.picture('pipelines-revoke');
    await button(visit, 'Revoke it').click();
    await visit.app.getByText('1 revoked pipeline').click();
    await source(visit, 'release-train').and(visit.app.locator('[data-revoked="true"]')).waitFor();
    expect(await button(visit, 'Revoke: Release train').count()).toBe(0);
    const pipeline = new Pipeline(sandbox, connection);
    const sent = await pipeline.send('build', { ...(await pipeline.envelope()), build: 'b-2', commit: 'abcdef1' });
    expect(sent.status).toBe(401);
    await visit.end();
  });

  test('that sends what cannot be used is shown with what is wrong', async () => {
    const pipeline = new Pipeline(sandbox);
    const sighting = { kind: 'sighting', issue: 'SHOP-99999', environment: 'production' };
    await pipeline.send('test-results', { ...(await pipeline.envelope()), ...sighting });
    await sandbox.settle();
    await sandbox.advance('16m');
    const visit = await visitSettings(['Pipelines']);
    await visit.app.getByText(/that could not be used$/).click();
    await visit.app.getByText('SHOP has no defect SHOP-99999').waitFor();
    await visit.end();
  });
});

describe('masking', () => {
  const stored = (visit: Visit) => visit.app.getByRole('region', { name: 'What Holdpoint would store' });

  test('shows what would be stored, and follows the rules on the screen before they are saved', async () => {
    const visit = await visitSettings(['Masking']);
    await stored(visit).locator('.masked').first().waitFor();
    expect(await stored(visit).innerText()).not.toContain('anna.example@example.com');
    await visit.app.getByLabel('A piece of a log').fill('host 192.0.2.17 of PROJECT HERON, mail max@example.com');
    await visit.app.getByText('1 place would be masked.').waitFor();
    await visit.app.getByRole('checkbox', { name: /^IP addresses/ }).check();
    await visit.app.getByLabel('New word: Words that are masked').fill('project heron');
    await visit.app.getByLabel('New word: Words that are masked').press('Enter');
    await visit.app.getByText('3 places would be masked.').waitFor();
    expect(await stored(visit).innerText()).not.toMatch(/192\.0\.2\.17|HERON|max@/);
    await visit.picture('masking-preview');
    await visit.end();
  });

  test('says at its field which form of a national id cannot be, and saves the rules of one environment', async () => {
    const visit = await visitSettings(['Masking']);
    await visit.app.getByLabel('Name of an environment that gets').fill('production');
    await button(visit, 'Give it rules of its own').click();
    await visit.app.locator('summary').filter({ hasText: 'production' }).click();
    const forms = visit.app.getByLabel('New form: Forms of national ids, production');
    await forms.fill('99');
    await forms.press('Enter');
    await part(visit, 'Masking').getByText('at least five places').waitFor();
    await part(visit, 'Masking').getByText('1 thing to put right').first().waitFor();
    await visit.picture('masking-problem');
    await button(visit, 'Remove 99').click();
    await visit.app.getByRole('checkbox', { name: /^IP addresses.*production$/ }).check();
    await button(visit, 'Save').click();
    await button(visit, 'Save').waitFor({ state: 'detached' });
    await visit.open(settings);
    await part(visit, 'Masking').getByText('1 environment has rules of its own').waitFor();
    await visit.end();
  });
});

test('a known failure is added and saved, and stands there again', async () => {
  const visit = await visitSettings(['Failed tests']);
  await visit.app.locator('summary').filter({ hasText: 'Known failures' }).click();
  await visit.app.getByLabel('Words of its text, new').fill('Timeout after * ms');
  await visit.app.getByLabel('Reason, new').fill('The test stand is being moved');
  await visit.app.getByLabel(/^Last day \(UTC\), new/).fill('2027-01-31');
  await visit.app.getByRole('form', { name: 'Another known failure' }).getByRole('button', { name: 'Add' }).click();
  expect(await visit.app.getByLabel('Words of its text, known failure 1').inputValue()).toBe('Timeout after * ms');
  await visit.page.waitForTimeout(500);
  const bar = await visit.app.getByRole('region', { name: 'Unsaved changes' }).boundingBox();
  expect(bar !== null && bar.y > 0 && bar.y + bar.height <= fold).toBe(true);
  await button(visit, 'Save').click();
  await button(visit, 'Save').waitFor({ state: 'detached' });
  await visit.open(settings);
  await part(visit, 'Failed tests').getByText('1 known failure').waitFor();
  await part(visit, 'Failed tests').locator('summary').first().click();
  await visit.app.locator('summary').filter({ hasText: 'Known failures' }).click();
  expect(await visit.app.getByLabel(/^Last day \(UTC\), known failure 1/).inputValue()).toBe('2027-01-31');
  await visit.picture('known-failure');
  await visit.end();
});

test.each(looks)('what cannot stand is said at its field at $width px, $colorScheme', async (look) => {
  const visit = await visitSettings(['Failed tests', 'Commits'], look);
  const failed = visit.app.getByLabel('Failed runs that make a defect');
  await failed.fill('3');
  await visit.app.getByText('It cannot fail more often than it ran.').first().waitFor();
  expect(await failed.getAttribute('aria-invalid')).toBe('true');
  expect(await found(visit, 'pipelines-problem', look)).toEqual(nothing);
  await failed.fill('1');
  await visit.app.getByLabel('Version of the issues, branch rule 1').selectOption('exact');
  await part(visit, 'Commits').getByText('its pattern has no {version}').waitFor();
  expect(await visit.app.getByLabel('Branches, branch rule 1').getAttribute('aria-invalid')).toBe('true');
  await visit.app.getByLabel('Version of the issues, branch rule 1').selectOption('none');
  const canary = visit.app.getByLabel(/^Pipelines call it.*stage 3/);
  await canary.fill('shadow, prod');
  await canary.fill('shadow, staging');
  await visit.app.getByText('Pipelines mean Staging by "staging" already.').first().waitFor();
  expect(await canary.getAttribute('aria-invalid')).toBe('true');
  expect(await found(visit, 'stage-names-problem', look)).toEqual(nothing);
  await visit.end();
});
