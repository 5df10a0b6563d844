import { z } from 'zod';
import { previewNotificationsViewSchema } from '../src/contracts/notification-settings';
import { settingsViewSchema } from '../src/contracts/settings';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** From what happens to what people read: gates that turn, defects that come, a deployment that fails, once and with a count. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let versionId: string;
let ticket: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('20');
  versionId = await sandbox.versionId('SHOP', '4.1.3');
  ticket = (await sandbox.search('project = SHOP AND issuetype = Release AND fixVersion = 4.1.3'))[0]?.key ?? '';
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

async function comments(): Promise<string[]> {
  const schema = z.object({ comments: z.array(z.object({ body: z.unknown() })) });
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${ticket}/comment`);
  return schema.parse(body).comments.map((comment) => JSON.stringify(comment.body));
}

let rules = 0;
/** One rule, with windows of its own. */
async function change(rule: object): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  rules += 1;
  const usual = {
    id: `rule-${rules}`,
    name: 'All of it',
    active: true,
    severity: null,
    stream: { kind: 'any' },
    place: 'release',
  };
  const one = { ...usual, to: [{ kind: 'owner' }], channels: ['comment'], windowMinutes: 15, ...rule };
  const notifications = { on: true, quiet: null, rules: [one] };
  const saved = await sandbox.invoke('admin', settingsPage, 'saveSettings', {
    settings: { ...settings, notifications },
    revision,
  });
  expect(JSON.stringify(saved)).toContain('"saved"');
  await sandbox.settle();
}

test('nobody is told anything until an admin switches it on, and the preview says what would have been told', async () => {
  const before = await comments();
  const key = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.until('SHOP', versionId, 'production', 'held');
  await sandbox.advance('3m');
  expect(await comments()).toEqual(before);
  const { settings } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const changed = {
    ...settings.notifications,
    rules: settings.notifications.rules.map((rule) => ({ ...rule, stream: { kind: 'any' } })),
  };
  const preview = await sandbox.screen('admin', settingsPage, 'previewNotifications', previewNotificationsViewSchema, {
    rules: changed,
  });
  expect(preview.kind === 'preview' ? preview.messages : 0).toBeGreaterThan(0);
  await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`);
  await sandbox.until('SHOP', versionId, 'production', 'open');
  await sandbox.advance('3m');
});

test('a gate that turns to held is told on the release ticket, with a mention and the reason', async () => {
  await change({ events: ['gate-held', 'gate-opened'] });
  const before = (await comments()).length;
  const key = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.until('SHOP', versionId, 'production', 'held');
  await sandbox.advance('2m');
  const [told, ...others] = (await comments()).slice(before);
  expect(others).toEqual([]);
  expect(told).toContain('"type":"mention"');
  expect(told).toContain('1 open S1 defect');
  expect(told).not.toContain(key);
  await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`);
  await sandbox.advance('20m');
});

test('forty defects at once are one message with their number', async () => {
  await change({ events: ['defect-created'] });
  const before = (await comments()).length;
  for (let n = 0; n < 40; n += 1) await sandbox.createDefect('SHOP', versionId, 'S2');
  await sandbox.settle();
  await sandbox.advance('2m');
  const told = (await comments()).slice(before);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('40 defects were reported');
  await sandbox.advance('20m');
  expect((await comments()).length).toBe(before + 1);
});

test('a deployment that failed is told by mail, to people who may see the ticket', async () => {
  await change({ events: ['deployment-failed'], channels: ['mail'], to: [{ kind: 'owner' }, { kind: 'watchers' }] });
  const pipeline = new Pipeline(sandbox);
  const step = { deployment: 'd-1', environment: 'production', version: '4.1.3', step: 'finish', outcome: 'failed' };
  expect((await pipeline.send('deployment', { ...(await pipeline.envelope()), ...step })).status).toBe(202);
  await sandbox.settle();
  await sandbox.advance('2m');
  const mail = z
    .array(z.object({ issueKey: z.string(), to: z.array(z.string()), textBody: z.string() }))
    .parse(await sandbox.control('mail'));
  const mine = mail.filter(({ issueKey, textBody }) => issueKey === ticket && textBody.includes('could not be deployed'));
  expect(mine).toHaveLength(1);
  expect(mine[0]?.to).not.toContain('outsider');
});
