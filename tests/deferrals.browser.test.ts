import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { bridgeCalls, type BridgeCall, type BridgeView } from '../src/contracts/bridge';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { RunningSandbox, type Person } from './running-sandbox';

/** Deferrals as people see them: asked for and decided in the panel, listed in the register, ruled in the settings. */
jest.setTimeout(300_000);

const register = '/projects/SHOP/apps/holdpoint/deferrals';
const nothing = { overflow: 0, barriers: [], complaints: [] };
const section = '[data-section="deferral"]';
const rationale =
  'Seven French shoppers paid twice in October when the provider answered late; support refunds each within one day, and finance reconciles nightly.';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(sandbox: RunningSandbox, path: string, sign: string, who: Person, look?: Look): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2000 });
  await visit.page.waitForTimeout(400);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

function call<Call extends BridgeCall>(sandbox: RunningSandbox, who: Person, name: Call, payload: unknown) {
  const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const view: z.ZodType<BridgeView<Call>> = viewOf(name);
  return sandbox.screen(who, place, name, view, payload);
}

function viewOf<Call extends BridgeCall>(name: Call): z.ZodType<BridgeView<Call>> {
  const calls: { readonly [Name in BridgeCall]: { readonly view: z.ZodType<BridgeView<Name>> } } = bridgeCalls;
  return calls[name].view;
}

async function projectOf(sandbox: RunningSandbox): Promise<string> {
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  return z.object({ id: z.string() }).parse(body).id;
}

/** @returns its id */
async function makeVersion(sandbox: RunningSandbox, name: string): Promise<string> {
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId: Number(await projectOf(sandbox)), name });
  if (made.status !== 201) throw new Error(`The version ${name} answered ${made.status}.`);
  return sandbox.versionId('SHOP', name);
}

/** The label of the field that has the focus, or the words of the button. */
async function focusedLabel({ page }: Visit): Promise<string> {
  const frame = page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  const words = 'document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent';
  return z.string().parse(await frame?.evaluate(words));
}

describe('a defect that holds a release', () => {
  let sandbox: RunningSandbox;
  let version: string;
  let key: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('40');
    version = await makeVersion(sandbox, '8.0.0');
    await makeVersion(sandbox, '9.0.0');
    key = await sandbox.createDefect('SHOP', version, 'S1', 'qa');
    await sandbox.settle();
    await sandbox.advance('6m');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('in the panel the way to defer it is in sight, and Escape leaves the dialog without losing a word', async () => {
    const visit = await open(sandbox, `/browse/${key}`, section, 'dev');
    const defer = visit.app.getByRole('button', { name: 'Defer…' });
    await defer.waitFor();
    const place = await defer.boundingBox();
    expect(place !== null && place.y < 500).toBe(true);
    await defer.focus();
    await visit.page.keyboard.press('Enter');
    await visit.app.getByLabel('Why can it wait?').fill('Shoppers in Lyon');
    await visit.page.keyboard.press('Escape');
    await visit.app.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await visit.app.locator('*:focus').innerText()).toBe('Defer…');
    await visit.page.keyboard.press('Enter');
    expect(await visit.app.getByLabel('Why can it wait?').inputValue()).toBe('Shoppers in Lyon');
    await visit.end();
  });

  test('the focus stays in the dialog, all the way round', async () => {
    const visit = await open(sandbox, `/browse/${key}`, section, 'dev');
    await visit.app.getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByLabel('Reason').waitFor();
    await visit.page.keyboard.press('Shift+Tab');
    expect(await focusedLabel(visit)).toBe('Cancel');
    await visit.page.keyboard.press('Tab');
    expect(await focusedLabel(visit)).toBe('Reason');
    await visit.end();
  });

  test.each(looks)(
    'what is missing is said while it is typed, and at its field when it is sent, at $width px, $colorScheme',
    async (look) => {
      const visit = await open(sandbox, `/browse/${key}`, section, 'dev', look);
      await visit.app.getByRole('button', { name: 'Defer…' }).click();
      await visit.app.getByLabel('Why can it wait?').fill('We fix this later because customers rarely pay twice');
      await visit.app
        .getByText('3 of its words say something of this defect (customers, pay, twice), and 8 are needed')
        .waitFor();
      await visit.app.getByRole('button', { name: 'Ask for deferral' }).click();
      await visit.app.getByText('Choose one of the classes of reasons.').waitFor();
      expect(await focusedLabel(visit)).toBe('Reason');
      expect(await visit.app.locator('[aria-invalid="true"]').count()).toBe(3);
      expect(await found(visit, 'defer-dialog', look)).toEqual(nothing);
      await visit.end();
    },
  );

  test('with the keyboard alone a developer asks for its deferral', async () => {
    const visit = await open(sandbox, `/browse/${key}`, section, 'dev');
    const { keyboard } = visit.page;
    await visit.app.getByRole('button', { name: 'Defer…' }).focus();
    await keyboard.press('Enter');
    await visit.app.getByLabel('Reason').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('A work');
    await keyboard.press('Tab');
    await keyboard.type(rationale);
    await visit.app.getByText('That says enough.').waitFor();
    await keyboard.press('Tab');
    await keyboard.type('Finance refunds doubles every night.');
    await keyboard.press('Tab');
    expect(await focusedLabel(visit)).toBe('Deferred to');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await visit.app.locator(`${section} [data-deferral-state="requested"]`).waitFor();
    // Whoever asked does not approve.
    expect(await visit.app.locator(section).getByRole('button').allInnerTexts()).toEqual(['Withdraw']);
    expect((await sandbox.published('SHOP', version)).stages['production']?.state).toBe('held');
    await visit.end();
  });

  test('somebody else approves it with the keyboard alone, and the gate opens', async () => {
    const list = await open(sandbox, register, '[data-deferral]', 'admin');
    await list.app.getByText('1 deferral waits for your approval.').waitFor();
    await list.end();
    const visit = await open(sandbox, `/browse/${key}`, `${section} [data-deferral-state="requested"]`, 'admin');
    await visit.app.getByRole('button', { name: `Approve the deferral of ${key}` }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.app.getByRole('form', { name: `Approve the deferral of ${key}` }).waitFor();
    await visit.page.keyboard.press('Space');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await visit.app.locator(`${section} [data-deferral-state="approved"]`).waitFor();
    await visit.app.getByText('approved by Ada').waitFor();
    await sandbox.until('SHOP', version, 'production', 'open');
    await visit.app.locator('[data-version="8.0.0"] [data-stage="production"]').getByText('Open', { exact: true }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.end();
    const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}/comment`);
    expect(JSON.stringify(body)).toContain('9.0.0');
  });

  test.each(looks)('the panel of a deferred defect at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `/browse/${key}`, `${section} [data-deferral-state="approved"]`, 'admin', look);
    await visit.app.getByRole('button', { name: `Withdraw the deferral of ${key}` }).click();
    await visit.app.getByLabel('Why is it withdrawn?').waitFor();
    expect(await found(visit, 'panel-deferral', look)).toEqual(nothing);
    await visit.end();
  });

  test('a reason is asked for where it is withdrawn; then it is history that can be opened, and the gate holds again', async () => {
    const visit = await open(sandbox, `/browse/${key}`, `${section} [data-deferral-state="approved"]`, 'admin');
    await visit.app.getByRole('button', { name: `Withdraw the deferral of ${key}` }).click();
    await visit.app.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await visit.app.getByText('Say why').waitFor();
    await visit.page.keyboard.type('The provider repaired it.');
    await visit.app.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await visit.app.getByText('Deferred once so far').waitFor();
    await visit.app.getByText('1 earlier deferral').click();
    await visit.app.getByText('The provider repaired it.').waitFor();
    await visit.app.getByRole('button', { name: `Reinstate the deferral of ${key}` }).waitFor();
    await sandbox.until('SHOP', version, 'production', 'held');
    await visit.end();
  });

  test('who may not edit the issue is told why there is no button', async () => {
    const visit = await open(sandbox, `/browse/${key}`, section, 'viewer');
    await visit.app.locator(section).getByText('Jira does not let you edit this issue').waitFor();
    expect(await visit.app.getByRole('button', { name: 'Defer…' }).count()).toBe(0);
    await visit.end();
  });

  test('a request that gets no answer says so, and what was typed stays', async () => {
    const visit = await open(sandbox, `/browse/${key}`, section, 'dev');
    await visit.app.getByRole('button', { name: 'Defer…' }).click();
    await visit.app.getByLabel('Reason').selectOption('low-impact');
    await visit.app.getByLabel('Why can it wait?').fill(`${rationale} Since Tuesday their gateway recovered.`);
    await sandbox.control('faults', { functions: 'fail' });
    await visit.app.getByRole('button', { name: 'Ask for deferral' }).click();
    await visit.app.getByRole('alert').filter({ hasText: 'Try again' }).waitFor();
    expect(await visit.app.getByLabel('Why can it wait?').inputValue()).toContain('recovered');
    await sandbox.control('faults', {});
    await visit.end();
  });
});

describe('the register', () => {
  let sandbox: RunningSandbox;
  let projectId: string;
  let version: string;
  let count: number;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600', false);
    projectId = await projectOf(sandbox);
    version = await sandbox.versionId('SHOP', '4.2.0');
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  test.each(looks)('without a deferral it says how one comes about, at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, register, 'h1', 'rhea', look);
    await visit.app.getByText('No defect is deferred').waitFor();
    expect(await found(visit, 'register-empty', look)).toEqual(nothing);
    await visit.end();
  });

  test('many deferrals with one rationale: each is asked for by itself', async () => {
    const planned = await sandbox.search(
      `project = SHOP AND issuetype = Bug AND fixVersion = ${version} AND statusCategory != Done`,
    );
    const issueIds = planned.slice(0, 100).map(({ id }) => id);
    const { releases, earliestDay } = await call(sandbox, 'dev', 'deferralOptions', { projectId, issueIds });
    const made = await call(sandbox, 'dev', 'requestDeferrals', {
      ...{ projectId, issueIds, reason: 'workaround', rationale, control: 'Finance refunds doubles every night.' },
      ...{
        targetVersionId: releases[0]?.id ?? '',
        expiresOn: new Date(Date.parse(earliestDay) + 864e6).toISOString().slice(0, 10),
      },
    });
    count = made.requested;
    expect(count).toBeGreaterThan(20);
    for (const { deferralId } of made.results.slice(0, 6))
      await call(sandbox, 'admin', 'decideDeferral', { act: 'approve', projectId, deferralId });
  });

  test.each(looks)('shows what waits, what ends soon and what a release carries, at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, register, '[data-deferral]', 'admin', look);
    await visit.app.getByText('wait for your approval').waitFor();
    const carried = visit.app.locator('[data-carried="4.2.0"]');
    const place = await carried.boundingBox();
    expect(place !== null && place.y < 900).toBe(true);
    expect(await carried.innerText()).toMatch(/4\.2\.0 goes out with 6 deferred defects, risk \d+/);
    expect(await found(visit, 'register', look)).toEqual(nothing);
    await visit.end();
  });

  test('a figure opens the rows behind it, in an address that can be passed on', async () => {
    const visit = await open(sandbox, register, '[data-deferral]', 'rhea');
    await visit.app.locator('[data-carried="4.2.0"] a').click();
    await visit.page.waitForURL(/show=active&release=/);
    expect(await visit.app.locator('[data-deferral]').count()).toBe(6);
    const passedOn = await open(sandbox, visit.page.url(), '[data-deferral]', 'qa');
    expect(await passedOn.app.locator('[data-deferral]').count()).toBe(6);
    await passedOn.app.getByRole('button', { name: 'Clear filters' }).click();
    await passedOn.app.getByRole('button', { name: /^Show \d+ more/ }).click();
    expect(await passedOn.app.locator('[data-deferral]').count()).toBe(Math.min(50, count));
    await passedOn.end();
    await visit.end();
  });

  test('several are approved at once, by name of each, and the sentence counts down', async () => {
    const visit = await open(sandbox, `${register}?show=waiting`, '[data-deferral]', 'admin');
    for (const row of (await visit.app.locator('[data-deferral]').all()).slice(0, 2)) await row.getByRole('checkbox').check();
    await visit.app.getByRole('button', { name: 'Approve 2' }).click();
    await visit.app.getByText('2 deferrals approved.').waitFor();
    expect(await visit.app.locator('*:focus').innerText()).toBe('2 deferrals approved.');
    await visit.app.getByText(`${count - 8} deferrals wait for your approval.`).waitFor();
    await visit.end();
  });

  test('one is refused in place, with a reason', async () => {
    const visit = await open(sandbox, `${register}?show=waiting`, '[data-deferral]', 'admin');
    const row = visit.app.locator('[data-deferral]').first();
    const key = await row.getAttribute('data-deferral');
    await row.getByRole('button', { name: 'Refuse' }).click();
    await visit.page.keyboard.type('It is repaired in an hour.');
    await row.getByRole('button', { name: 'Refuse', exact: true }).click();
    await visit.app.getByText(`${count - 9} deferrals wait for your approval.`).waitFor();
    await visit.app.getByRole('button', { name: /^Over/ }).click();
    await visit.app.locator(`[data-deferral="${key ?? ''}"] [data-deferral-state="refused"]`).waitFor();
    await visit.end();
  });

  test('it is taken away as a file, whole', async () => {
    const visit = await open(sandbox, register, '[data-deferral]', 'rhea');
    const download = visit.page.waitForEvent('download');
    await visit.app.getByRole('button', { name: 'Export CSV' }).click();
    const file = await (await download).path();
    expect(
      readFileSync(file, 'utf8')
        .split('\r\n')
        .filter((line) => /^\d+-\d+,|^"\d+-\d+"/.test(line)).length,
    ).toBe(count);
    await visit.app.getByText(`${count} rows`).waitFor();
    await visit.end();
  });

  test('a defect that Jira hides is a number and in no sum', async () => {
    const { rows, hidden } = await call(sandbox, 'viewer', 'deferrals', { projectId });
    const [first] = rows.filter(({ state }) => state === 'requested');
    const levels = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel');
    const level = /"id":"(\d+)"/.exec(JSON.stringify(levels.body))?.[1];
    const path = `/rest/api/3/issue/${first?.defect.key ?? ''}`;
    expect((await sandbox.rest('admin', 'PUT', path, { fields: { security: { id: level } } })).status).toBe(204);
    await sandbox.settle();
    await sandbox.advance('6m');
    const visit = await open(sandbox, register, '[data-deferral]', 'viewer');
    await visit.app.getByText(new RegExp(`(is|are) ${hidden + 1} more that you may not see`)).waitFor();
    expect(await visit.app.locator(`[data-deferral="${first?.defect.key ?? ''}"]`).count()).toBe(0);
    await visit.end();
  });
});

describe('the register, with one deferral and with 600', () => {
  let sandbox: RunningSandbox;
  let projectId: string;
  let target: string;
  let open600: readonly { readonly id: string; readonly key: string }[];
  beforeAll(async () => {
    // About a seventh of these defects are open.
    sandbox = await RunningSandbox.start('4800', false);
    projectId = await projectOf(sandbox);
    target = await makeVersion(sandbox, '99.0.0');
    await sandbox.settle();
    await sandbox.advance('6m');
    open600 = (await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done ORDER BY key', 'dev')).slice(
      0,
      600,
    );
    expect(open600).toHaveLength(600);
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  async function ask(some: typeof open600): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let start = 0; start < some.length; start += 100) {
      const issueIds = some.slice(start, start + 100).map(({ id }) => id);
      const { earliestDay } = await call(sandbox, 'dev', 'deferralOptions', { projectId, issueIds });
      const { results } = await call(sandbox, 'dev', 'requestDeferrals', {
        ...{ projectId, issueIds, reason: 'workaround', rationale, control: 'Finance refunds doubles every night.' },
        ...{ targetVersionId: target, expiresOn: new Date(Date.parse(earliestDay) + 864e6).toISOString().slice(0, 10) },
      });
      ids.push(...results.flatMap(({ deferralId }) => deferralId ?? []));
    }
    return ids;
  }
  const waiting = (visit: Visit, words: string | RegExp) => visit.app.locator('.summary').getByText(words).waitFor();

  test('one is asked for', async () => {
    expect(await ask(open600.slice(0, 1))).toHaveLength(1);
  });

  test.each(looks)('one deferral at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, register, '[data-deferral]', 'admin', look);
    await waiting(visit, '1 deferral waits for your approval.');
    expect(await visit.app.getByRole('group', { name: 'Approve several' }).count()).toBe(0);
    expect(await found(visit, 'register-one', look)).toEqual(nothing);
    await visit.end();
  });

  test('what others ask for comes up by itself, and leaves what is being typed alone', async () => {
    const visit = await open(sandbox, register, '[data-deferral]', 'admin');
    const row = visit.app.locator('[data-deferral]').first();
    await row.getByRole('button', { name: 'Refuse' }).click();
    await visit.page.keyboard.type('It is repaired');
    const [second] = await ask(open600.slice(1, 2));
    await waiting(visit, '2 deferrals wait for your approval.');
    expect(await visit.app.locator('*:focus').inputValue()).toBe('It is repaired');
    await call(sandbox, 'dev', 'decideDeferral', { act: 'withdraw', projectId, deferralId: second, because: 'Not needed.' });
    await waiting(visit, '1 deferral waits for your approval.');
    expect(await visit.app.locator('*:focus').inputValue()).toBe('It is repaired');
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('the panel follows what others ask for and decide', async () => {
    const [, , third] = open600;
    const visit = await open(sandbox, `/browse/${third?.key ?? ''}`, section, 'admin');
    await visit.app.getByRole('button', { name: 'Defer…' }).waitFor();
    const [deferralId] = await ask(open600.slice(2, 3));
    await visit.app.locator(`${section} [data-deferral-state="requested"]`).waitFor();
    await call(sandbox, 'admin', 'decideDeferral', { act: 'refuse', projectId, deferralId, because: 'It hurts too many.' });
    await visit.app.getByText('1 earlier deferral').waitFor();
    await visit.app.getByRole('button', { name: 'Defer…' }).waitFor();
    await visit.end();
  });

  test('600 are asked for', async () => {
    // One waits already, and one each was withdrawn and refused, and is asked for anew.
    expect(await ask(open600.slice(1))).toHaveLength(599);
  });

  test.each(looks)('600 deferrals begin with 25, at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, register, '[data-deferral]', 'admin', look);
    await waiting(visit, '600 deferrals wait for your approval.');
    expect(await visit.app.locator('[data-deferral]').count()).toBe(25);
    await visit.app.getByRole('button', { name: 'Show 25 more of 577 deferrals' }).click();
    expect(await visit.app.locator('[data-deferral]').count()).toBe(50);
    await visit.app.getByText('All 600 that you may approve').waitFor();
    expect(await found(visit, 'register-600', look)).toEqual(nothing);
    await visit.end();
  });

  test('of several that are approved at once some are refused with their reasons, and none is lost', async () => {
    const visit = await open(sandbox, `${register}?show=waiting`, '[data-deferral]', 'admin');
    // What the others do reaches this page only with the next answer to its question for news, and it gets none.
    await visit.page.route('**/sandbox-chrome/invoke', (route) =>
      /"functionKey":"revision"/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
    );
    const rows = (await visit.app.locator('[data-deferral]').all()).slice(0, 4);
    const keys = await Promise.all(rows.map(async (row) => (await row.getAttribute('data-deferral')) ?? ''));
    for (const row of rows) await row.getByRole('checkbox').check();
    const register600 = await call(sandbox, 'dev', 'deferrals', { projectId });
    const idOf = (key: string | undefined) =>
      register600.rows.find(({ defect, state }) => defect.key === key && state === 'requested')?.id;
    await call(sandbox, 'dev', 'decideDeferral', {
      act: 'withdraw',
      projectId,
      deferralId: idOf(keys[1]),
      because: 'Not needed.',
    });
    const assigned = { fields: { assignee: { accountId: 'sandbox:admin' } } };
    expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${keys[2] ?? ''}`, assigned)).status).toBe(204);
    await visit.app.getByRole('button', { name: 'Approve 4' }).click();
    await visit.app.getByText('2 deferrals approved; 2 could not be.').waitFor();
    const against = visit.app.getByRole('alert').getByRole('listitem');
    expect(await against.count()).toBe(2);
    expect(await against.nth(0).innerText()).toMatch(new RegExp(`^${keys[1] ?? ''}: .*withdrawn`));
    expect(await against.nth(1).innerText()).toMatch(new RegExp(`^${keys[2] ?? ''}: .*assigne`));
    await waiting(visit, /^59[67] deferrals wait for your approval/);
    await visit.end();
    const { rows: after } = await call(sandbox, 'admin', 'deferrals', { projectId });
    const states = keys.map((key) => after.find(({ defect }) => defect.key === key)?.state);
    expect(states).toEqual(['approved', 'withdrawn', 'requested', 'approved']);
    expect(after.filter(({ state }) => state === 'requested')).toHaveLength(597);
  });
});

describe('the settings', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('40');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));
  const region = (visit: Visit) => visit.app.getByRole('region', { name: 'Deferrals', exact: true });

  test.each(looks)('of deferrals are calm at first, and open without a barrier, at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, '/settings/apps/holdpoint', '#deferrals', 'admin', look);
    await region(visit)
      .getByText('At most S1 14, S2 30, S3 90, S4 180 days; 2 levels of approval; rationales of 8 words')
      .waitFor();
    await region(visit).locator('summary').first().click();
    await region(visit).scrollIntoViewIfNeeded();
    expect(await found(visit, 'settings-deferrals', look)).toEqual(nothing);
    await visit.end();
  });

  test('people approve by name: who is named stands in the dialog', async () => {
    const visit = await open(sandbox, '/settings/apps/holdpoint', '#deferrals', 'admin');
    await region(visit).locator('summary').first().click();
    await region(visit).getByLabel('The first: who approves').selectOption('people');
    await region(visit).getByText('Name at least one person.').waitFor();
    await region(visit).getByLabel('Name somebody, The first').fill('Lea (t');
    await region(visit).getByRole('button', { name: 'Lea (team lead)' }).waitFor();
    await visit.page.keyboard.press('Enter');
    await region(visit).getByRole('button', { name: 'Remove Lea (team lead)' }).waitFor();
    await region(visit).getByLabel('Words that a rationale needs').fill('2');
    await region(visit).getByText('At least 3.').waitFor();
    await region(visit).getByLabel('Words that a rationale needs').fill('12');
    await visit.app.getByRole('button', { name: 'Save', exact: true }).click();
    await visit.app.getByText('Unsaved changes').waitFor({ state: 'detached' });
    await visit.end();
    const version = await sandbox.versionId('SHOP', '4.2.0');
    const key = await sandbox.createDefect('SHOP', version, 'S3', 'qa');
    await sandbox.settle();
    const panel = await open(sandbox, `/browse/${key}`, section, 'dev');
    await panel.app.getByRole('button', { name: 'Defer…' }).click();
    await panel.app.locator('[data-approver]').getByText('Lea (team lead).').waitFor();
    await panel.app.getByText('in at least 12 different words').waitFor();
    // An S3 may wait without a control: nothing asks for one.
    expect(await panel.app.getByLabel('What protects users until then?').count()).toBe(0);
    await panel.end();
  });
});
