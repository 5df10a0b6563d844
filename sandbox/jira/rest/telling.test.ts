import { z } from 'zod';
import { aBench } from '../jira.fixture';
import { anIssue, aSeed } from '../seed.fixture';

const R = '/rest/api/3';
const confidential = anIssue({ id: '10190', key: 'SHOP-90', securityLevelId: '10400' });
const aSite = () => {
  const seed = aSeed();
  return aBench({
    seed: { ...seed, issues: [...seed.issues, anIssue({ id: '10191', key: 'SHOP-91' }), confidential] },
    refereed: true,
  });
};
const words = (...content: unknown[]) => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content }] });
const mention = (id: string) => ({ type: 'mention', attrs: { id } });

test('a mail goes to people who may see the issue, and to nobody else', async () => {
  const bench = aSite();
  const users = ['dev', 'viewer', 'outsider', 'app-holdpoint'].map((accountId) => ({ accountId }));
  const sent = { subject: 'Held', textBody: '<b>plain</b>', to: { users } };
  await bench.call(null, 'POST', `${R}/issue/SHOP-91/notify`, sent);
  await bench.call(null, 'POST', `${R}/issue/SHOP-90/notify`, sent);
  expect(bench.jira.mail().map(({ issueKey, to, textBody }) => [issueKey, to, textBody])).toEqual([
    ['SHOP-91', ['dev', 'viewer'], '<b>plain</b>'],
    ['SHOP-90', ['dev'], '<b>plain</b>'],
  ]);
  expect(bench.findings).toEqual([]);
});

test('whom a comment mentions gets a mail where they may see the issue', async () => {
  const bench = aSite();
  const body = words(mention('dev'), { type: 'text', text: ' look' }, mention('viewer'));
  await bench.call(null, 'POST', `${R}/issue/SHOP-90/comment`, { body });
  expect(bench.jira.mail()).toMatchObject([
    { issueKey: 'SHOP-90', to: ['dev'], subject: 'The app-holdpoint mentioned you on SHOP-90' },
  ]);
});

test('a comment keeps what an app wrote beside it, and shows it to who asks', async () => {
  const bench = aSite();
  const properties = [{ key: 'holdpoint.message', value: { id: 'm1' } }];
  const made = await bench.call(null, 'POST', `${R}/issue/SHOP-91/comment`, {
    body: words({ type: 'text', text: 'x' }),
    properties,
  });
  const id = Number(z.object({ id: z.string() }).parse(made.body).id);
  const plain = await bench.call(null, 'POST', `${R}/comment/list`, { ids: [id] });
  const full = await bench.call(null, 'POST', `${R}/comment/list?expand=properties`, { ids: [id] });
  const kept = z.object({ values: z.array(z.object({ properties: z.unknown().optional() })) });
  expect([plain, full].map(({ body }) => kept.parse(body).values[0]?.properties)).toEqual([undefined, properties]);
  expect(bench.findings).toEqual([]);
});

test('the reporter and who commented watch, others by being added, and who left does not', async () => {
  const bench = aSite();
  const watchers = async () => {
    const { body } = await bench.call('dev', 'GET', `${R}/issue/SHOP-91/watchers`);
    const watching = z.object({ watchers: z.array(z.object({ accountId: z.string() })) }).parse(body);
    return watching.watchers.map(({ accountId }) => accountId);
  };
  expect(await watchers()).toEqual(['dev']);
  await bench.call('dev', 'POST', `${R}/issue/SHOP-91/watchers`, 'viewer');
  expect(await watchers()).toEqual(['dev', 'viewer']);
  await bench.call('dev', 'DELETE', `${R}/issue/SHOP-91/watchers?accountId=dev`);
  expect(await watchers()).toEqual(['viewer']);
});

test('a component names its lead', async () => {
  const seed = aSeed();
  const components = seed.components.map((component) => ({ ...component, leadAccountId: 'dev' }));
  const { body } = await aBench({ seed: { ...seed, components } }).call('dev', 'GET', `${R}/component/10020`);
  expect(body).toMatchObject({ name: 'Checkout', lead: { accountId: 'dev' } });
});
