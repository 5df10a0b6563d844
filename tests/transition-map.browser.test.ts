import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox } from './running-sandbox';

/** The transition map in the settings, written by keyboard, and the banner of a release that went past its gate. */
jest.setTimeout(300_000);

const settings = '/settings/apps/holdpoint';
const project = '/projects/SHOP/apps/holdpoint';
const settingsPage = { moduleKey: 'holdpoint-settings' };
const nothing = { overflow: 0, barriers: [], complaints: [] };
const wide: Look = { width: 1280, colorScheme: 'light' };

let browser: Browser;
let sandbox: RunningSandbox;
let version: string;
beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('60');
  version = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

async function open(path: string, look: Look = wide, who = 'admin'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  return visit;
}

async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

async function mapOf(visit: Visit) {
  const section = visit.app.locator('#transition-map');
  await section.locator('summary').click();
  await section.getByRole('heading', { name: 'Automatic moves' }).waitFor();
  return section;
}

test('a change of status asks for something, by keyboard; a circle is told where it closes, and saved is what is in order', async () => {
  const visit = await open(settings);
  const section = await mapOf(visit);
  await section.getByRole('button', { name: 'Ask for something' }).focus();
  await visit.page.keyboard.press('Enter');
  const row = section.getByRole('listitem', { name: 'Change of status 1' });
  await row.getByLabel('From status, change 1').selectOption('any status');
  await row.getByLabel('To status, change 1').selectOption('Closed');
  await row.getByLabel('Ask for more, change 1').selectOption('Its fix is deployed to Production');
  await row.getByText('Its fix is deployed to Production', { exact: true }).first().waitFor();
  const addMove = section.getByRole('button', { name: 'Add a move' });
  const move = async (n: number, from: string, to: string, stage: string) => {
    await addMove.focus();
    await visit.page.keyboard.press('Enter');
    await section.getByLabel(`Stage, move ${n}`).selectOption(stage);
    await section.getByLabel(`From status, move ${n}`).selectOption(from);
    await section.getByLabel(`To status, move ${n}`).selectOption(to);
  };
  await move(1, 'In Review', 'Ready for Verification', 'Staging');
  await move(2, 'Ready for Verification', 'In Review', 'Production');
  await section.getByText('would go round in a circle').waitFor();
  await section.getByRole('button', { name: 'Remove automatic move 2' }).click();
  await section.getByText('would go round in a circle').waitFor({ state: 'detached' });
  await visit.app.getByRole('button', { name: 'Save', exact: true }).click();
  await visit.app.getByText('Unsaved changes').waitFor({ state: 'detached' });
  expect(visit.complaints).toEqual([]);
  await visit.end();
  const saved = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  expect(saved.settings.transitionMap).toMatchObject({ rows: [{ from: 'any', to: '10005' }], moves: [{ to: '10004' }] });
});

test.each(looks)('the map at $width px, $colorScheme', async (look) => {
  const visit = await open(settings, look);
  const section = await mapOf(visit);
  await section.scrollIntoViewIfNeeded();
  expect(await found(visit, 'transition-map', look)).toEqual(nothing);
  await visit.end();
});

describe('a release that went past its gate', () => {
  beforeAll(async () => {
    const before = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
    const projects = { [z.object({ id: z.string() }).parse(body).id]: { production: 'enforce' } };
    const document = { ...before.settings, projects };
    const saved = { settings: document, revision: before.revision };
    await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, saved);
    await sandbox.settle();
    await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${version}`, { released: true });
    await sandbox.settle();
    await sandbox.advance('1m');
  });

  test.each(looks)('is told at the top of its readiness and on the list, at $width px, $colorScheme', async (look) => {
    const visit = await open(`${project}/readiness/${version}`, look, 'rhea');
    const banner = visit.app.locator('[data-section="past-gate"]');
    await banner.getByRole('heading', { name: '4.2.0 was released past its gate' }).waitFor();
    expect(await found(visit, 'past-gate', look)).toEqual(nothing);
    await visit.open(`${project}/releases`);
    await visit.app.getByRole('heading', { name: 'A release went past its gate' }).waitFor();
    await visit.picture(`past-gate-list-${look.width}-${look.colorScheme}`);
    await visit.end();
  });

  test('is acknowledged by keyboard, and speaks more quietly', async () => {
    const visit = await open(`${project}/readiness/${version}`);
    const banner = visit.app.locator('[data-section="past-gate"]');
    await banner.getByRole('button', { name: 'Acknowledge' }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.type('The wrong version was picked; 4.1.3 was meant.');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await banner.getByText('Acknowledged. It stays on record.').waitFor();
    await banner.getByRole('heading', { name: '4.2.0 was released past its gate, as was acknowledged' }).waitFor();
    await banner.getByText('The wrong version was picked').waitFor();
    expect(await found(visit, 'past-gate-calm', wide)).toEqual(nothing);
    await visit.end();
  });
});
