import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { triageOfViewSchema } from '../src/contracts/triage-panel';
import { triageQueueViewSchema } from '../src/contracts/triage-queue';
import { sessionActViewSchema, sessionViewSchema } from '../src/contracts/triage-session';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox, type Person } from './running-sandbox';

/** Triage as people see it: the queue, a session of several people, decisions by keyboard alone, the panel of an issue. */
jest.setTimeout(300_000);

const page = '/projects/SHOP/apps/holdpoint/triage';
const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const nothing = { overflow: 0, barriers: [], complaints: [] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(sandbox: RunningSandbox, path: string, sign: string, look?: Look, who: Person = 'rhea'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 1600 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

async function projectOf(sandbox: RunningSandbox): Promise<string> {
  return z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
}

async function queueOf(sandbox: RunningSandbox, projectId: string) {
  return sandbox.screen('rhea', place, 'triageQueue', triageQueueViewSchema, { projectId });
}

async function idsOf(sandbox: RunningSandbox, keys: readonly string[]) {
  const issue = z.object({ id: z.string() });
  const read = async (key: string) => issue.parse((await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`)).body).id;
  return Promise.all(keys.map(async (key) => ({ key, defectId: await read(key) })));
}

/** Opens a session over the first defects of the queue, or over those with these keys. */
async function begin(sandbox: RunningSandbox, title: string, which: number | readonly string[]) {
  const projectId = await projectOf(sandbox);
  const rows = typeof which === 'number' ? (await queueOf(sandbox, projectId)).rows.slice(0, which) : await idsOf(sandbox, which);
  const request = { projectId, title, role: 'qa', defectIds: rows.map(({ defectId }) => defectId) };
  const { session } = await sandbox.screen('rhea', place, 'openSession', sessionActViewSchema, request);
  return { session, rows, projectId };
}

/** What is stored of a session. */
async function stored(sandbox: RunningSandbox, sessionId: string) {
  const view = await sandbox.screen('rhea', place, 'sessionView', sessionViewSchema, { sessionId, known: null });
  if (view.kind !== 'session') throw new Error('The session was not answered.');
  return view;
}

const rationale =
  'Seven French shoppers paid twice in October when the provider answered late; support refunds each within one day, and finance reconciles nightly.';

/** Defects that are about the same. */
async function alike(sandbox: RunningSandbox): Promise<string[]> {
  const keys: string[] = [];
  for (const summary of ['Vouchers of the shop Quokka expire a day early', 'A day early vouchers of the shop Quokka expire']) {
    const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary };
    const { body } = await sandbox.rest('dev', 'POST', '/rest/api/3/issue', { fields });
    keys.push(z.object({ key: z.string() }).parse(body).key);
    await sandbox.settle();
    await sandbox.advance('1m');
  }
  return keys;
}

/** A release to which every defect can be deferred. */
async function laterRelease(sandbox: RunningSandbox): Promise<void> {
  const made = { projectId: Number(await projectOf(sandbox)), name: '99.0.0' };
  await sandbox.rest('admin', 'POST', '/rest/api/3/version', made);
  await sandbox.settle();
}

async function shownKey(visit: Visit): Promise<string> {
  return (await visit.app.locator('[data-defect]').getAttribute('data-defect')) ?? '';
}

describe.each(['600', '1', '0'])('the queue of SHOP with %s defects', (size) => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(size);
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, '[data-section="queue"]', look);
    if (size === '0') await visit.app.getByText('No defect waits for a decision.').waitFor();
    else await visit.app.getByText(/wait(s)? for a decision.*the next: SHOP-\d+/).waitFor();
    await visit.app.getByText('How long decisions take').click();
    await visit.app.locator('[data-section="latency"], [data-section="queue"]').first().waitFor();
    expect(await found(visit, `triage-${size}`, look)).toEqual(nothing);
    await visit.end();
  });

  test.each(looks)('several of them are chosen where there are several, at $width px, $colorScheme', async (look) => {
    if (size === '600') await laterRelease(sandbox);
    const visit = await open(sandbox, page, '[data-section="queue"]', look);
    const several = visit.app.getByRole('group', { name: 'Defer several' });
    if (size !== '600') {
      expect([await several.count(), await visit.app.locator('[data-triage-choose]').count()]).toEqual([0, 0]);
      return visit.end();
    }
    await several.getByLabel('All 25 shown').check();
    await several.getByText('25 chosen:').waitFor();
    expect(await found(visit, 'triage-chosen', look)).toEqual(nothing);
    await several.getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByRole('dialog', { name: 'Defer 25 defects' }).getByLabel('Reason').waitFor();
    await visit.app.getByText('25 defects with one rationale').click();
    expect(await found(visit, 'triage-defer-several', look)).toEqual(nothing);
    await visit.page.keyboard.press('Escape');
    await visit.app.locator('[data-chosen="25"]').waitFor();
    await several.getByLabel('All 25 shown').uncheck();
    await visit.app.locator('[data-chosen]').waitFor({ state: 'detached' });
    return visit.end();
  });
});

describe('several defects of the queue', () => {
  let sandbox: RunningSandbox;
  let projectId: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600', false);
    projectId = await projectOf(sandbox);
    await laterRelease(sandbox);
    await sandbox.advance('6m');
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  const register = () => sandbox.screen('rhea', place, 'deferrals', bridgeCalls.deferrals.view, { projectId });
  async function fill(visit: Visit, text: string): Promise<void> {
    await visit.app.getByLabel('Reason').selectOption('workaround');
    await visit.app.getByLabel('Why can it wait?').fill(text);
    await visit.app.getByText('That says enough.').waitFor();
    const control = visit.app.getByLabel('What protects users until then?');
    if ((await control.count()) > 0) await control.fill('Finance refunds doubles every night.');
  }
  async function mark(visit: Visit, keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const row = visit.app.getByLabel(`Choose ${key}`, { exact: true });
      while ((await row.count()) === 0) await visit.app.getByRole('button', { name: /^Show \d+ more/ }).click();
      await row.check();
    }
  }

  test('are chosen and deferred by keyboard alone, and leave the queue', async () => {
    const [first, second, third] = (await queueOf(sandbox, projectId)).rows;
    const visit = await open(sandbox, page, '[data-triage-row]');
    const { keyboard } = visit.page;
    await visit.app.getByRole('heading', { name: 'Triage', level: 1 }).click();
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x', 'x', 'd']) await keyboard.press(key);
    await visit.app.getByRole('dialog', { name: 'Defer 2 defects' }).waitFor();
    await fill(visit, rationale);
    await visit.app.getByRole('button', { name: 'Ask for 2 deferrals' }).focus();
    await keyboard.press('Enter');
    await visit.app.locator('p:focus', { hasText: '2 deferrals asked for.' }).waitFor();
    await visit.app.locator(`[data-triage-row="${first?.defectId ?? ''}"]`).waitFor({ state: 'detached' });
    await visit.app.locator(`[data-triage-row="${second?.defectId ?? ''}"]`).waitFor({ state: 'detached' });
    expect(await visit.app.locator(`[data-triage-row="${third?.defectId ?? ''}"]`).count()).toBe(1);
    expect(await visit.app.locator('[data-chosen]').count()).toBe(0);
    await visit.app.getByText(/^\d+ of 2 …$/).waitFor({ state: 'detached' });
    expect(visit.complaints).toEqual([]);
    await visit.end();
    expect((await register()).rows.map(({ defect }) => defect.key).sort()).toEqual([first?.key, second?.key].sort());
    const { row } = await sandbox.screen('rhea', place, 'triageOf', triageOfViewSchema, { issueId: first?.defectId });
    expect(row.decision?.kind).toBe('defer');
  });

  test('of which some are refused say which and why, and those stay chosen', async () => {
    const text =
      'Eleven merchants near Lyon exported broken invoices during autumn; accountants correct each row manually within hours.';
    const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: text };
    const { body } = await sandbox.rest('dev', 'POST', '/rest/api/3/issue', { fields });
    const { key } = z.object({ key: z.string() }).parse(body);
    await sandbox.settle();
    await sandbox.advance('6m');
    const other = (await queueOf(sandbox, projectId)).rows.find((row) => row.key !== key)?.key ?? '';
    const visit = await open(sandbox, page, '[data-triage-row]');
    await mark(visit, [other, key]);
    await visit.app.locator('[data-chosen="2"]').waitFor();
    await visit.app.getByRole('group', { name: 'Defer several' }).getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByLabel('Reason').selectOption('workaround');
    await visit.app.getByLabel('Why can it wait?').fill(text);
    await visit.app.getByLabel('What protects users until then?').fill('Finance refunds doubles every night.');
    await visit.app.getByRole('button', { name: 'Ask for 2 deferrals' }).click();
    await visit.app.getByText('1 of 2 is asked for; 1 could not be.').waitFor();
    const refused = visit.app.getByRole('list', { name: 'What became of each' }).getByRole('listitem');
    expect(await refused.allInnerTexts()).toEqual([expect.stringMatching(new RegExp(`^${key} It repeats the defect's summary`))]);
    for (const look of looks) {
      await visit.page.emulateMedia({ colorScheme: look.colorScheme });
      expect(await found(visit, 'triage-defer-partly', look)).toEqual(nothing);
    }
    await visit.app.getByRole('button', { name: 'Done' }).click();
    await visit.app.locator('[data-chosen="1"]').waitFor();
    await visit.app.getByLabel(`Choose ${other}`, { exact: true }).waitFor({ state: 'detached' });
    expect(await visit.app.getByLabel(`Choose ${key}`, { exact: true }).isChecked()).toBe(true);
    await visit.end();
  });

  test('are left out where Jira does not let the viewer edit them', async () => {
    const before = (await register()).rows.length;
    const visit = await open(sandbox, page, '[data-triage-row]', undefined, 'viewer');
    await visit.app.getByLabel('All 25 shown').check();
    await visit.app.getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByText('25 defects left out').click();
    const leftOut = visit.app.getByRole('list', { name: 'Defects that cannot be deferred now' }).getByRole('listitem');
    expect(await leftOut.count()).toBe(25);
    expect(await leftOut.first().innerText()).toContain('Jira does not let you edit this issue');
    expect(await visit.app.getByRole('button', { name: /^Ask for/ }).count()).toBe(0);
    await visit.picture('triage-defer-viewer');
    await visit.end();
    expect((await register()).rows).toHaveLength(before);
  });

  test('may be more than are asked for in one call', async () => {
    const before = (await register()).rows.length;
    const waiting = async () => {
      const { rows, more } = await queueOf(sandbox, projectId);
      return rows.length + more;
    };
    const all = await waiting();
    const visit = await open(sandbox, page, '[data-triage-row]');
    await visit.app.getByRole('button', { name: /^Show 25 more/ }).click();
    await visit.app.getByLabel('All 50 shown').check();
    await visit.app.getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByText('50 defects with one rationale').waitFor();
    await fill(
      visit,
      'Twelve couriers in Porto lost parcels labels during spring; dispatchers print replacements themselves, and nobody waited longer.',
    );
    await visit.app.getByRole('button', { name: 'Ask for 50 deferrals' }).click();
    await visit.app.getByText('25 of 50 …').waitFor({ timeout: 60_000 });
    await visit.app.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 });
    await visit.app.getByText(/^\d+ of 50 …$/).waitFor();
    await visit.picture('triage-deferring');
    await visit.app.getByText(/^\d+ of 50 …$/).waitFor({ state: 'detached', timeout: 120_000 });
    expect(await visit.app.getByRole('alert').allInnerTexts()).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.end();
    expect((await register()).rows).toHaveLength(before + 50);
    expect(await waiting()).toBe(all - 50);
  });

  test('are left out where there is no later release, and take no release from the others', async () => {
    const last = await sandbox.createDefect('SHOP', await sandbox.versionId('SHOP', '99.0.0'), 'S3', 'qa');
    await sandbox.settle();
    await sandbox.advance('6m');
    const other = (await queueOf(sandbox, projectId)).rows.find((row) => row.key !== last)?.key ?? '';
    const visit = await open(sandbox, page, '[data-triage-row]');
    await mark(visit, [other, last]);
    await visit.app.getByRole('button', { name: 'Defer…' }).click();
    const leftOut = visit.app.getByRole('list', { name: 'Defects that cannot be deferred now' }).getByRole('listitem');
    await leftOut.getByText(`${last} There is no later release to defer it to.`).waitFor();
    expect(await visit.app.getByLabel('Deferred to').locator('option').allInnerTexts()).toContain('99.0.0');
    await visit.app.getByRole('button', { name: 'Ask for deferral' }).waitFor();
    await visit.end();
  });
});

describe('a session', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('300');
  });
  afterEach(() => sandbox.control('faults', {}));
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('the queue is walked by keyboard, a defect opens large, and a decision takes it out', async () => {
    const visit = await open(sandbox, page, '[data-triage-row]');
    const { keyboard } = visit.page;
    await visit.app.getByRole('heading', { name: 'Triage', level: 1 }).click();
    await keyboard.press('j');
    await keyboard.press('j');
    await keyboard.press('k');
    await keyboard.press('j');
    const second = visit.app.locator('[data-triage-row]').nth(1);
    const key = /SHOP-\d+/.exec(await second.innerText())?.[0] ?? '';
    await keyboard.press('Enter');
    await visit.app.locator(`[data-defect="${key}"]`).waitFor();
    await keyboard.press('?');
    await visit.app.getByText('Single keys do this').waitFor();
    await visit.picture('triage-keys');
    await keyboard.press('?');
    await keyboard.press('n');
    await keyboard.type('Works as designed.');
    await keyboard.press('Enter');
    await visit.app.locator('[data-sent="decided"]').getByText(`${key}: `).waitFor();
    await keyboard.press('Escape');
    await visit.app.locator('[data-triage-row]').first().waitFor();
    expect(await visit.app.locator('[data-triage-row]', { hasText: `${key} ` }).count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('two people rate without seeing each other, see both at once, talk about what is far apart, and decide', async () => {
    const { session, rows } = await begin(sandbox, 'Two at a table', 3);
    const path = `${page}/${session.id}`;
    const rhea = await open(sandbox, path, '[data-rating]');
    const dev = await open(sandbox, path, '[data-rating]', undefined, 'dev');
    await dev.app.getByRole('button', { name: 'Development' }).click();
    await dev.app.locator('[data-section="decide"]').waitFor();
    await dev.app.getByRole('heading', { name: 'Take part as' }).waitFor({ state: 'detached' });
    await rhea.app.locator('[aria-label="At the table"] li').nth(1).waitFor();
    await rhea.app.locator('#defect-heading').click();
    await rhea.page.keyboard.press('1');
    await rhea.page.keyboard.press('4');
    await rhea.app.locator('[data-voted="true"]').getByText('You').waitFor();
    // The other one sees that, not what.
    await dev.app.locator('[data-voted="true"]').first().waitFor({ timeout: 10_000 });
    expect(await dev.app.locator('[data-section="ratings"]').count()).toBe(0);
    expect(await dev.app.locator('[data-rating] input:checked').count()).toBe(0);
    for (const look of looks) {
      await rhea.page.emulateMedia({ colorScheme: look.colorScheme });
      expect(await found(rhea, 'triage-voting', look)).toEqual(nothing);
    }
    await rhea.page.setViewportSize({ width: 1280, height: 900 });
    await dev.app.locator('#defect-heading').click();
    await dev.page.keyboard.press('Shift+Digit5');
    await dev.page.keyboard.press('4');
    await dev.app.getByText('Talk about deployment risk').waitFor();
    await rhea.app.getByText('Talk about deployment risk').waitFor({ timeout: 10_000 });
    await rhea.app.locator('.talk-about').getByText('3 steps apart').waitFor();
    for (const look of looks) {
      await rhea.page.emulateMedia({ colorScheme: look.colorScheme });
      expect(await found(rhea, 'triage-revealed', look)).toEqual(nothing);
    }
    await rhea.page.setViewportSize({ width: 1280, height: 900 });
    await rhea.app.locator('#defect-heading').click();
    await rhea.page.keyboard.press('f');
    await rhea.app.getByText(/^In release/).waitFor();
    await rhea.page.keyboard.press('Enter');
    const next = rows[1]?.key ?? '';
    await rhea.app.locator(`[data-defect="${next}"]`).waitFor();
    await dev.app.locator(`[data-defect="${next}"]`).waitFor({ timeout: 10_000 });
    await rhea.app.locator('[data-sent="decided"]').getByText('Fix now, in').waitFor();
    // Who loads the page anew is at the table again.
    await dev.page.reload();
    await dev.app.locator(`[data-defect="${next}"]`).waitFor();
    expect(await dev.app.getByRole('heading', { name: 'Take part as' }).count()).toBe(0);
    expect((await stored(sandbox, session.id)).decided).toBe(1);
    expect([...rhea.complaints, ...dev.complaints]).toEqual([]);
    await rhea.end();
    await dev.end();
  });

  test('a decision that is not taken says so, and is taken when it is tried again', async () => {
    const { session, rows } = await begin(sandbox, 'Broken', 2);
    const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]');
    await visit.app.locator('#defect-heading').click();
    await sandbox.control('faults', { seed: 1, kill: 1 });
    await visit.page.keyboard.press('n');
    const failed = visit.app.locator('[data-sent="failed"]');
    await failed.getByText(`${rows[0]?.key ?? ''} was not decided`).waitFor();
    await visit.picture('triage-failed');
    await sandbox.control('faults', {});
    await failed.getByRole('button', { name: 'Try again' }).click();
    await visit.app.locator('[data-sent="decided"]').waitFor();
    expect(await failed.count()).toBe(0);
    await visit.end();
  });

  test('thirty defects are decided by keyboard alone, and the session is closed', async () => {
    const { session, rows } = await begin(sandbox, 'Thirty', 30);
    expect(rows).toHaveLength(30);
    const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]');
    const { keyboard } = visit.page;
    await visit.app.locator('#defect-heading').click();
    const started = Date.now();
    for (let n = 0; n < rows.length; n += 1) {
      const shown = (await visit.app.locator('[data-defect]').getAttribute('data-defect')) ?? '';
      if (n % 3 === 0) {
        await keyboard.press('3');
        await keyboard.press('4');
        await visit.app.locator('[data-section="ratings"]').waitFor();
        await keyboard.press('f');
        await visit.app.getByText(/^In release/).waitFor();
        await keyboard.press('Enter');
      } else if (n % 3 === 1) await keyboard.press('n');
      else {
        await keyboard.press('i');
        await visit.app.locator('select option:not([value=""])').first().waitFor({ state: 'attached' });
        await keyboard.type('Which browser was it?');
        await keyboard.press('Enter');
      }
      await visit.app.locator(`[data-defect="${shown}"]`).waitFor({ state: 'detached' });
    }
    await visit.app.locator('[data-section="end"]').waitFor();
    await visit.app.locator('[data-progress="30"]').waitFor();
    await visit.app.getByText('Saving…').waitFor({ state: 'detached' });
    console.log(`Thirty defects by keyboard: ${((Date.now() - started) / 1000).toFixed(1)} s of the machine.`);
    expect(await visit.app.locator('[data-sent="failed"]').allInnerTexts()).toEqual([]);
    expect((await stored(sandbox, session.id)).decided).toBe(30);
    await keyboard.press('Enter');
    await visit.app.getByText('30 comments are written').waitFor();
    await visit.picture('triage-closing');
    await keyboard.press('Enter');
    await visit.app.locator('[data-section="closed"]').waitFor();
    await visit.picture('triage-closed');
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('by keyboard alone a defect is deferred, and the next one is there', async () => {
    const { session, rows } = await begin(sandbox, 'Later', 2);
    const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]');
    const { keyboard } = visit.page;
    await visit.app.locator('#defect-heading').click();
    const key = await shownKey(visit);
    await keyboard.press('d');
    await visit.app.getByLabel('Reason').waitFor();
    // The keys of the board are asleep while the dialog is open.
    await keyboard.press('Tab');
    await keyboard.type('A work');
    await keyboard.press('Tab');
    await keyboard.type(rationale);
    await visit.app.getByText('That says enough.').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('Finance refunds doubles every night.');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await visit.app.locator('[data-sent="decided"]').getByText(`${key}: Defer it.`).waitFor();
    await visit.app.locator(`[data-defect="${rows.find((row) => row.key !== key)?.key ?? ''}"]`).waitFor();
    expect((await stored(sandbox, session.id)).decided).toBe(1);
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  describe('with two that are about the same', () => {
    let keys: string[];
    beforeAll(async () => {
      keys = await alike(sandbox);
    });

    test.each(looks)('its forms by keyboard at $width px, $colorScheme', async (look) => {
      const { session } = await begin(sandbox, `Forms ${look.width} ${look.colorScheme}`, keys);
      const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]', look);
      const { keyboard } = visit.page;
      await visit.app.locator('#defect-heading').click();
      await keyboard.press('u');
      await visit.app.locator('[data-candidate]').first().waitFor();
      await keyboard.press('ArrowDown');
      await visit.app.getByRole('option', { selected: true }).waitFor();
      expect(await found(visit, 'triage-duplicate', look)).toEqual(nothing);
      await keyboard.press('Escape');
      await keyboard.press('i');
      await visit.app.locator('select option:not([value=""])').first().waitFor({ state: 'attached' });
      expect(await found(visit, 'triage-ask', look)).toEqual(nothing);
      await keyboard.press('Escape');
      await keyboard.press('d');
      await visit.app.getByLabel('Reason').waitFor();
      expect(await found(visit, 'triage-defer', look)).toEqual(nothing);
      await keyboard.press('Escape');
      await visit.app.getByRole('dialog').waitFor({ state: 'detached' });
      expect((await stored(sandbox, session.id)).decided).toBe(0);
      await visit.end();
    });

    test('by keyboard alone the one that stays is chosen by its number, or its key is typed', async () => {
      const { session, projectId } = await begin(sandbox, 'The same', keys);
      const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]');
      const { keyboard } = visit.page;
      await visit.app.locator('#defect-heading').click();
      const first = await shownKey(visit);
      const other = keys.find((key) => key !== first) ?? '';
      await keyboard.press('u');
      const candidate = visit.app.locator('[data-candidate]').first();
      await candidate.getByText('Both say:').waitFor();
      expect(await candidate.getAttribute('data-candidate')).toBe(other);
      // Enter decides nothing while nothing is chosen.
      await keyboard.press('Enter');
      await visit.app.getByText('Choose the defect that stays').waitFor();
      await keyboard.press('1');
      const field = visit.app.getByRole('combobox', { name: 'Of the defect that stays' });
      expect(await field.inputValue()).toBe(other);
      await keyboard.press('Enter');
      await visit.app.locator('[data-sent="decided"]').getByText(`${first}: It is a duplicate of ${other}.`).waitFor();
      await visit.app.locator(`[data-defect="${other}"]`).waitFor();
      const typed = (await queueOf(sandbox, projectId)).rows.find(({ key }) => !keys.includes(key))?.key ?? '';
      await keyboard.press('u');
      await field.waitFor();
      await keyboard.type(typed.toLowerCase());
      expect(await field.inputValue()).toBe(typed.toLowerCase());
      await keyboard.press('Enter');
      await visit.app.locator('[data-sent="decided"]').getByText(`${other}: It is a duplicate of ${typed}.`).waitFor();
      await visit.app.locator('[data-section="end"]').waitFor();
      expect(visit.complaints).toEqual([]);
      await visit.end();
    });
  });

  test('by keyboard alone one is skipped, one is no defect, one is asked about, and what was left open is in the minutes', async () => {
    const { session } = await begin(sandbox, 'Left open', 3);
    const visit = await open(sandbox, `${page}/${session.id}`, '[data-section="decide"]');
    const { keyboard } = visit.page;
    await visit.app.locator('#defect-heading').click();
    const skipped = await shownKey(visit);
    await keyboard.press('3');
    await keyboard.press('4');
    await visit.app.locator('[data-section="ratings"]').waitFor();
    await keyboard.press('s');
    await visit.app.locator(`[data-defect="${skipped}"]`).waitFor({ state: 'detached' });
    const second = await shownKey(visit);
    await keyboard.press('n');
    await visit.app.locator('[data-sent="decided"]').getByText(`${second}: It is not a defect.`).waitFor();
    const third = await shownKey(visit);
    await keyboard.press('i');
    await keyboard.type('Which browser was it?');
    await keyboard.press('Tab');
    await keyboard.type('Dean');
    await visit.app.locator('select option', { hasText: /Dean/ }).first().waitFor({ state: 'attached' });
    await keyboard.press('Enter');
    await visit.app.locator('[data-sent="decided"]').getByText(`${third}: Information is needed`).waitFor();
    // What was skipped comes back.
    await visit.app.locator(`[data-defect="${skipped}"]`).waitFor();
    expect((await stored(sandbox, session.id)).decided).toBe(2);
    await visit.app.getByRole('button', { name: 'Close the session' }).focus();
    await keyboard.press('Enter');
    await visit.app.getByText('3 comments are written').waitFor();
    await keyboard.press('Enter');
    const left = visit.app.locator('[data-section="closed"] [data-left="true"]');
    await left.getByText('Left open.').waitFor();
    expect(await left.innerText()).toContain('Deployment risk 3 of 5, business impact 4 of 5');
    for (const look of looks) {
      await visit.page.emulateMedia({ colorScheme: look.colorScheme });
      expect(await found(visit, 'triage-closed', look)).toEqual(nothing);
    }
    await visit.end();
  });

  test('the panel says how long there is, takes a decision, and the one who is asked answers there', async () => {
    const projectId = await projectOf(sandbox);
    const versionId = await sandbox.versionId('SHOP', '4.2.0');
    const key = await sandbox.createDefect('SHOP', versionId, 'S1');
    await sandbox.settle();
    await sandbox.advance('1m');
    const row = (await queueOf(sandbox, projectId)).rows.find((one) => one.key === key);
    for (const look of looks) {
      const visit = await open(sandbox, `/browse/${key}`, '[data-section="decision"]', look);
      await visit.app.getByText(/Decide within .* \(S1, normal\)/).waitFor();
      await visit.app.getByRole('button', { name: 'Decide' }).click();
      await visit.app.getByRole('button', { name: 'Need information' }).click();
      expect(await found(visit, 'triage-panel', look)).toEqual(nothing);
      await visit.end();
    }
    const asker = await open(sandbox, `/browse/${key}`, '[data-section="decision"]');
    await asker.app.getByRole('button', { name: 'Decide' }).click();
    await asker.app.getByRole('button', { name: 'Need information' }).click();
    await asker.app.getByLabel('Question').fill('Which cards does it refuse?');
    await asker.app.getByLabel('Find a person').fill('Dean');
    await asker.app.locator('select option', { hasText: /Dean/ }).first().waitFor({ state: 'attached' });
    await asker.app.getByRole('button', { name: 'Ask' }).click();
    await asker.app.locator('[data-question="open"]').waitFor();
    await asker.end();
    const asked = await open(sandbox, `/browse/${key}`, '[data-question="open"]', undefined, 'dev');
    await asked.app.getByRole('textbox', { name: 'Your answer' }).fill('Only those of one bank.');
    await asked.app.getByRole('button', { name: 'Answer' }).click();
    await asked.app.locator('[data-question="answered"]').getByText('Only those of one bank.').waitFor();
    await asked.picture('triage-panel-answered');
    await asked.end();
    const of = await sandbox.screen('rhea', place, 'triageOf', triageOfViewSchema, { issueId: row?.defectId });
    expect(of.row.decision?.state).toBe('lapsed');
    expect((await queueOf(sandbox, projectId)).rows.some((one) => one.key === key)).toBe(true);
  });

  test.each(looks)('its settings at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, '/settings/apps/holdpoint', '#triage', look, 'admin');
    await visit.app.getByRole('heading', { name: 'Triage', exact: true }).click();
    const first = visit.app.getByLabel('Time to decide on an S1, normal');
    expect(await first.inputValue()).toBe('4 h');
    await first.fill('soon');
    const problem = visit.app.locator('#problem-triage-windows-normal-S1');
    await problem.getByText('Write a time such as').waitFor();
    await first.fill('2 min');
    await problem.getByText('Clocks are looked at every five minutes').waitFor();
    await first.fill('3 h');
    const calendar = visit.app.getByLabel('Calendar in which working time is counted');
    expect(await calendar.locator('option').allInnerTexts()).toEqual(['Office hours, Monday to Friday from 9 to 17']);
    await visit.app.getByText('Kind of each release').click();
    await visit.app.getByLabel('Kind of release 4.2.0').waitFor();
    expect(await found(visit, 'triage-settings', look)).toEqual(nothing);
    await visit.end();
  });

  test('a release that is set to be a hotfix has the clock of one', async () => {
    const visit = await open(sandbox, '/settings/apps/holdpoint', '#triage', undefined, 'admin');
    await visit.app.getByRole('heading', { name: 'Triage', exact: true }).click();
    await visit.app.getByText('Kind of each release').click();
    await visit.app.getByLabel('Kind of release 4.2.0').selectOption('hotfix');
    await visit.app.getByRole('button', { name: 'Save' }).click();
    await visit.app.getByText('Unsaved changes').waitFor({ state: 'detached' });
    await sandbox.settle();
    await visit.end();
    const versionId = await sandbox.versionId('SHOP', '4.2.0');
    const rows = (await queueOf(sandbox, await projectOf(sandbox))).rows;
    expect(rows.some(({ clock }) => clock.cycle === 'hotfix')).toBe(true);
    for (const { clock, fixVersions } of rows)
      if (fixVersions.some(({ id }) => id === versionId)) expect(clock.cycle).toBe('hotfix');
  });
});
