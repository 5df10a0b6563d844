import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit, type Look } from './open-browser';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import { exportPath } from './shared-material';

/** What people see of deliveries: the page Pipelines, deployments and traceability of a release, the trail of a defect. */
jest.setTimeout(240_000);

const page = '/projects/SHOP/apps/holdpoint/pipelines';
const nothing = { overflow: 0, barriers: [], complaints: [] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const section = (visit: Visit, name: string) => visit.app.locator(`[data-section="${name}"]`);

/** Takes the picture of all of it and says what is wrong with the page. */
async function found(visit: Visit, name: string, { width, colorScheme }: Look) {
  await visit.page.setViewportSize({ width, height: 2400 });
  await visit.page.waitForTimeout(300);
  await visit.picture(`${name}-${width}-${colorScheme}`);
  return { overflow: await visit.overflow(), barriers: await visit.barriers(), complaints: visit.complaints };
}

async function open(sandbox: RunningSandbox, path: string, sign: string, look?: Look, who = 'rhea'): Promise<Visit> {
  const visit = await Visit.begin(browser, sandbox, who, look);
  await visit.open(path);
  await visit.app.locator(sign).first().waitFor();
  return visit;
}

/** Sends a run of a hundred tests of which some failed. */
async function sendRun(pipeline: Pipeline, run: string, failed: readonly string[], environment = 'staging'): Promise<void> {
  const failures = failed.map((of) => ({
    ...{ name: `works in ${of}`, class: `${of}Test`, message: `${of}Error: broken` },
    trace: `${of}Error: broken\n    at ${of}.run (/ci/src/${of.toLowerCase()}.ts:7:3)`,
  }));
  const tally = { tests: 100, passed: 100 - failed.length, failed: failed.length, errors: 0, skipped: 0, flaky: 0 };
  const sent = await pipeline.send('test-results', {
    ...(await pipeline.envelope()),
    ...{ kind: 'run', run, suite: 'nightly', environment, service: 'shop', version: '4.2.0', build: `b-${run}`, tally, failures },
  });
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
}

describe.each(['600', '1', '0'])('SHOP with %s defects', (size) => {
  let sandbox: RunningSandbox;
  let version: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(size);
    version = await sandbox.versionId('SHOP', '4.2.0');
    const pipeline = new Pipeline(sandbox);
    await sendRun(pipeline, 'night-1', ['Basket']);
    await sendRun(
      pipeline,
      'night-2',
      Array.from({ length: 14 }, (_, n) => `Page${'ABCDEFGHIJKLMN'[n] ?? ''}`),
      'test',
    );
    await sandbox.settle();
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test.each(looks)('Pipelines at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, page, '[data-section="failures"] [data-failure-state]', look);
    expect(await found(visit, `told-${size}`, look)).toEqual(nothing);
    await visit.end();
  });

  test.each(looks)('deployments and traceability of a release at $width px, $colorScheme', async (look) => {
    const visit = await open(sandbox, `/projects/SHOP/apps/holdpoint/readiness/${version}`, '[data-trace]', look);
    await section(visit, 'traceability').locator('summary').first().click();
    expect(await found(visit, `release-told-${size}`, look)).toEqual(nothing);
    await visit.end();
  });
});

describe('what pipelines told of SHOP', () => {
  let sandbox: RunningSandbox;
  let pipeline: Pipeline;
  let version: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('600');
    pipeline = new Pipeline(sandbox);
    version = await sandbox.versionId('SHOP', '4.2.0');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('an open page shows a new run, in words, and the defect that came of it', async () => {
    const visit = await open(sandbox, page, '[data-section="runs"] [data-run-state="passed"]');
    await section(visit, 'failures').getByText('No test has failed').waitFor();
    await sendRun(pipeline, 'night-1', ['Basket']);
    await sandbox.settle();
    await visit.app.locator('[data-run-state="failed"]').getByText('Failed').waitFor({ timeout: 20_000 });
    const fate = visit.app.locator('[data-failure-state="filed"]');
    expect(await fate.innerText()).toMatch(/Defect SHOP-\d+/);
    await visit.app.getByRole('button', { name: 'Copy the fingerprint' }).first().click();
    await visit.end();
  });

  test('a failure whose defect somebody may not see is a number to them', async () => {
    const [defect] = await sandbox.search('project = SHOP AND summary ~ "BasketError"', 'admin');
    const restricted = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel');
    const level = /"id":"(\d+)"/.exec(JSON.stringify(restricted.body))?.[1];
    const path = `/rest/api/3/issue/${defect?.key ?? ''}`;
    const set = await sandbox.rest('admin', 'PUT', path, { fields: { security: { id: level } } });
    expect(set.status).toBe(204);
    await sandbox.settle();
    await sandbox.advance('6m');
    const visit = await open(sandbox, page, '[data-section="failures"]', undefined, 'viewer');
    await section(visit, 'failures').getByText('There is 1 more that you may not see').waitFor();
    expect(await visit.app.getByText('BasketError').count()).toBe(0);
    await visit.end();
  });

  test('the fix of a defect is followed into its build and deployments, below the verdicts', async () => {
    const [defect] = await sandbox.search(
      `project = SHOP AND issuetype = Bug AND fixVersion = ${version} AND statusCategory != Done`,
    );
    const key = defect?.key ?? '';
    const at = await sandbox.now();
    const sha = 'ab'.repeat(20);
    const about = { service: 'shop', version: '4.2.0', build: 'fix-1', commit: sha, branch: 'release/4.2.0' };
    const sent = [
      await pipeline.send('commits', {
        ...(await pipeline.envelope()),
        ...{
          repository: 'shop',
          branch: 'release/4.2.0',
          commits: [{ sha, at, message: `${key} Ask the gateway twice`, author: 'dev', parents: 1 }],
        },
      }),
      await pipeline.send('build', { ...(await pipeline.envelope()), ...about, changes: [sha] }),
      await pipeline.send('deployment', {
        ...(await pipeline.envelope()),
        ...{ ...about, deployment: 'staging-fix-1', environment: 'staging', step: 'finish', outcome: 'successful' },
      }),
      await pipeline.send('test-results', {
        ...(await pipeline.envelope()),
        ...{ kind: 'sighting', issue: key, environment: 'production', message: 'Seen by a customer', count: 7 },
      }),
    ];
    expect(sent.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    await sandbox.settle();
    for (const look of looks) {
      const visit = await open(sandbox, `/browse/${key}`, '[data-trail="builds"]', look, 'dev');
      expect(await visit.app.locator('[data-reach="live"]').first().innerText()).toBe('Deployed');
      await visit.app.getByText('First in build fix-1').waitFor();
      expect(await visit.app.locator('[data-trail="sightings"]').innerText()).toContain('7 times');
      for (const summary of await visit.app.locator('[data-trail] summary').all()) await summary.click();
      await visit.app.getByText('Ask the gateway twice').waitFor();
      expect(await found(visit, 'panel-trail', look)).toEqual(nothing);
      await visit.end();
    }
  });

  test('a rollback says what it took back and for which incident', async () => {
    const taken = await sandbox.versionId('SHOP', '4.1.0');
    const visit = await open(
      sandbox,
      `/projects/SHOP/apps/holdpoint/readiness/${taken}`,
      '[data-section="deployments"] [data-state]',
    );
    const back = visit.app.locator('[data-state="rolled-back"]');
    await back.getByText(/because of INC-7: Orders are charged twice/).waitFor();
    await visit.picture('release-rolled-back');
    await visit.end();
  });

  test('a number opens: its definition, what it was counted from, and the list behind it', async () => {
    const visit = await open(sandbox, `/projects/SHOP/apps/holdpoint/readiness/${version}`, '[data-trace="landed"]');
    const landed = visit.app.locator('[data-trace="landed"]');
    await landed.locator('summary').click();
    await landed.getByText('Counted from').waitFor();
    const count = Number(await landed.locator('summary strong').innerText());
    expect(count).toBeGreaterThan(0);
    expect(await landed.getByRole('link', { name: /^SHOP-\d+$/ }).count()).toBe(Math.min(10, count));
    await landed.getByRole('link', { name: 'Open in Jira' }).waitFor();
    await visit.end();
  });
});

const onExport = existsSync(exportPath) ? describe : describe.skip;
onExport('an imported export', () => {
  test('says calmly that no pipeline has told of it', async () => {
    const sandbox = await RunningSandbox.start(`import:${exportPath}`);
    const visit = await Visit.begin(browser, sandbox, 'admin');
    await visit.open('/');
    await visit.app.getByRole('link', { name: 'Pipelines' }).click();
    await visit.app.getByRole('heading', { name: 'Pipelines', level: 1 }).waitFor();
    await visit.page.waitForTimeout(1500);
    expect(await found(visit, 'told-import', looks[0] ?? { width: 1280, colorScheme: 'light' })).toEqual(nothing);
    await visit.end();
    expect(await sandbox.stop()).toEqual([]);
  });
});

test.each(looks)('an empty project says what to do at $width px, $colorScheme', async (look) => {
  const sandbox = await RunningSandbox.start('empty');
  const visit = await Visit.begin(browser, sandbox, 'rhea', look);
  await visit.open('/');
  await visit.app.getByRole('link', { name: 'Pipelines' }).click();
  await visit.app.getByText('An admin connects one').waitFor();
  expect(await found(visit, 'told-empty', look)).toEqual(nothing);
  await visit.end();
  expect(await sandbox.stop()).toEqual([]);
});
