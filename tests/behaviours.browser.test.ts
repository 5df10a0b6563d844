import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** How a defect behaves in each stage, as people see it in the panel, and what is not validated of a release. */
jest.setTimeout(240_000);

const nothing = { overflow: 0, barriers: [], complaints: [] };
let browser: Browser;
let sandbox: RunningSandbox;
let version: string;
let key: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('40');
  version = await sandbox.versionId('SHOP', '4.2.0');
  key = await sandbox.createDefect('SHOP', version, 'S2');
  await sandbox.settle();
  const pipeline = new Pipeline(sandbox);
  const sent = await pipeline.send('test-results', {
    ...(await pipeline.envelope()),
    ...{ kind: 'sighting', issue: key, environment: 'production', message: 'Seen by a customer', count: 2, build: '4.1.9-3' },
  });
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(path: string, sign: string, look?: Look, who = 'dev'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2000 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

const section = '[data-section="behaviours"]';
const row = (visit: Visit, stage: string) => visit.app.locator(`${section} [data-stage="${stage}"]`);

test.each(looks)('the panel, with a stage open to change, at $width px, $colorScheme', async (look) => {
  const visit = await open(`/browse/${key}`, section, look);
  await row(visit, 'production').locator('[data-behaviour="reproduced"]').waitFor();
  await row(visit, 'staging').getByRole('button', { name: 'Change how it behaves in Staging' }).click();
  await visit.app.getByRole('form', { name: 'How it behaves in Staging' }).waitFor();
  expect(await found(visit, 'behaviours', look)).toEqual(nothing);
  await visit.end();
});

test('with the keyboard alone a person says how it behaves; Escape leaves all as it was', async () => {
  const visit = await open(`/browse/${key}`, section);
  const change = row(visit, 'test').getByRole('button');
  await change.focus();
  await visit.page.keyboard.press('Enter');
  await visit.app.getByRole('form').waitFor();
  await visit.page.keyboard.press('Escape');
  expect(await visit.app.getByRole('form').count()).toBe(0);
  expect(await visit.app.locator(`${section} [data-stage="test"] button:focus`).count()).toBe(1);
  await visit.page.keyboard.press('Enter');
  // The choice has the focus: letters choose, as in every list.
  await visit.page.keyboard.type('Fix');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('ControlOrMeta+a');
  await visit.page.keyboard.type('4.2.0-77');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.type('Paid with two cards');
  await visit.page.keyboard.press('Enter');
  await row(visit, 'test').locator('[data-behaviour="fixed"]').waitFor();
  await row(visit, 'test').getByText('Paid with two cards').waitFor();
  await row(visit, 'test').getByText('Said by Dean').waitFor();
  expect(await row(visit, 'test').innerText()).toContain('On build 4.2.0-77.');
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

test('a word that could not be saved is not shown as saved, and what was typed stays', async () => {
  const visit = await open(`/browse/${key}`, section);
  await row(visit, 'canary').getByRole('button').click();
  await visit.app.getByRole('combobox').first().selectOption('not-reproduced');
  await visit.app.getByLabel('Note').fill('Looked twice');
  await sandbox.control('faults', { functions: 'fail' });
  await visit.app.getByRole('button', { name: 'Save' }).click();
  await row(visit, 'canary').getByText('Not saved.').waitFor();
  expect(await row(visit, 'canary').locator('[data-behaviour="unknown"]').count()).toBe(1);
  expect(await visit.app.getByLabel('Note').inputValue()).toBe('Looked twice');
  await sandbox.control('faults', {});
  await visit.app.getByRole('button', { name: 'Save' }).click();
  await row(visit, 'canary').locator('[data-behaviour="not-reproduced"]').waitFor();
  await visit.end();
});

test('who may not edit the issue sees how it behaves, and nothing to change it with', async () => {
  const visit = await open(`/browse/${key}`, section, undefined, 'viewer');
  await visit.app.getByText('People who may edit this issue say how it behaves.').waitFor();
  expect(await visit.app.locator(section).getByRole('button').count()).toBe(0);
  await visit.end();
});

test.each([1, 12])('the panel with stages: %d', async (count) => {
  const place = { moduleKey: 'holdpoint-settings' };
  const { settings, revision } = await sandbox.screen('admin', place, 'settings', settingsViewSchema, {});
  const [first] = settings.stages;
  if (first === undefined) throw new Error('There is no stage.');
  const many = Array.from({ length: count }, (_, n) => ({
    ...first,
    key: `s${n}`,
    environments: [],
    name: `Stage ${n} of the whole world`,
    gated: false,
  }));
  const changed = { ...settings, stages: many, gates: { ...settings.gates, rows: [] }, projects: {} };
  const save = (document: unknown, at: number) =>
    sandbox.screen('admin', place, 'saveSettings', saveViewSchema, { settings: document, revision: at });
  const saved = await save(changed, revision);
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  const narrow = { width: 320, colorScheme: 'light' } as const;
  const visit = await open(`/browse/${key}`, section, narrow);
  expect(await visit.app.locator(`${section} [data-behaviour]`).count()).toBe(count);
  expect(await found(visit, `behaviours-of-${count}`, narrow)).toEqual(nothing);
  await visit.end();
  expect((await save(settings, saved.revision)).kind).toBe('saved');
});

test.each(looks)('what is not validated of a release, at $width px, $colorScheme', async (look) => {
  const path = `/projects/SHOP/apps/holdpoint/readiness/${version}`;
  const visit = await open(path, '[data-section="validation"] :is(table, ul)', look, 'rhea');
  const listed = visit.app.locator('[data-section="validation"]');
  expect(await listed.innerText()).toMatch(/verify/);
  await listed.scrollIntoViewIfNeeded();
  expect(await found(visit, 'validation', look)).toEqual(nothing);
  await visit.end();
});

test('a release that is deployed nowhere says so calmly', async () => {
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const { id } = z.object({ id: z.string() }).parse(body);
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId: Number(id), name: '9.0.0' });
  expect(made.status).toBe(201);
  await sandbox.advance('6m');
  const path = `/projects/SHOP/apps/holdpoint/readiness/${await sandbox.versionId('SHOP', '9.0.0')}`;
  const visit = await open(path, '[data-section="validation"] .nothing', undefined, 'rhea');
  expect(await visit.app.locator('[data-section="validation"]').innerText()).toContain('deployed in no stage');
  await visit.end();
});
