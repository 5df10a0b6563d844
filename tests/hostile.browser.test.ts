import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { openBrowser, Visit } from './open-browser';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** Text that would be code if a screen took it for more than text, in all that people and pipelines write. */
jest.setTimeout(180_000);

const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}';
const app = '/projects/SHOP/apps/holdpoint';

let browser: Browser;
let sandbox: RunningSandbox;
let versionId: string;
let filed: string;

beforeAll(async () => {
  browser = await openBrowser();
  sandbox = await RunningSandbox.start('20');
  const project = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
  const version = { name: hostile, projectId: Number(project.id) };
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', version);
  versionId = z.object({ id: z.string() }).parse(made.body).id;
  filed = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${filed}`, { fields: { summary: hostile } });
  const pipeline = new Pipeline(sandbox);
  const about = { service: hostile, version: hostile, build: hostile, branch: hostile };
  const tally = { tests: 1, passed: 0, failed: 1, errors: 0, skipped: 0 };
  const failures = [{ name: hostile, class: hostile, message: hostile, trace: hostile }];
  const deliveries: [string, object][] = [
    ['build', about],
    ['deployment', { ...about, deployment: hostile, environment: hostile, step: 'finish' }],
    [
      'deployment',
      { ...about, deployment: hostile, environment: 'production', step: 'rollback', from: hostile, incident: hostile },
    ],
    ['commits', { branch: hostile, commits: [{ sha: 'abcdef1', at: await sandbox.now(), message: `${filed} ${hostile}` }] }],
    [
      'incident',
      { ...about, incident: hostile, title: hostile, severity: 'S1', environment: hostile, startedAt: await sandbox.now() },
    ],
    [
      'test-results',
      { ...about, kind: 'run', run: hostile, suite: hostile, environment: hostile, tally, failures, log: hostile },
    ],
    ['test-results', { ...about, kind: 'sighting', issue: filed, environment: hostile, segment: hostile, message: hostile }],
  ];
  for (const [trigger, payload] of deliveries) {
    const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), ...payload });
    expect([trigger, sent.status]).toEqual([trigger, 202]);
  }
  await sandbox.settle();
});
afterAll(async () => {
  await browser.close();
  expect(await sandbox.stop()).toEqual([]);
});

test.each([
  ['releases', () => `${app}/releases`],
  ['readiness', () => `${app}/readiness/${versionId}`],
  ['pipelines', () => `${app}/pipelines`],
  ['decisions', () => `${app}/decisions`],
  ['data quality', () => `${app}/data-quality`],
  ['the panel', () => `/browse/${filed}`],
  ['the settings', () => '/settings/apps/holdpoint'],
])('%s shows it as text: nothing runs, nothing is loaded', async (name, path) => {
  const visit = await Visit.begin(browser, sandbox, name === 'the settings' ? 'admin' : 'rhea');
  const dialogs: string[] = [];
  visit.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await visit.open(path());
  await visit.app.locator('h1, h2').first().waitFor();
  await visit.page.waitForTimeout(1500);
  const marks = await Promise.all(
    visit.page.frames().map((frame) => frame.locator('img[src="x"], script:has-text("alert(2)")').count()),
  );
  expect({ dialogs, marks: marks.reduce((sum, count) => sum + count, 0), complaints: visit.complaints }).toEqual({
    dialogs: [],
    marks: 0,
    complaints: [],
  });
  await visit.end();
});
