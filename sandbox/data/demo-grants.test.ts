import { z } from 'zod';
import { aBench, anApp } from '../jira/jira.fixture';
import { generateShop } from '.';
import { grantPermissions } from './demo-grants';
import { ADMIN } from './people';

const names = ['Override Holdpoint gates', 'Lift Holdpoint holds', 'Approve Holdpoint deferrals'];
const permissions = names.map((name, n) => ({ moduleKey: `permission-${n}`, name, description: '' }));
const grants = z.object({ permissions: z.array(z.object({ permission: z.string(), holder: z.object({ value: z.string() }) })) });

test('the demo’s roles that decide hold the app’s permissions, and its administrators are not locked out', async () => {
  const bench = aBench({ seed: generateShop({ size: 0 }), app: anApp({ permissions }) });
  await grantPermissions(bench.jira);
  const scheme = await bench.call(ADMIN, 'GET', '/rest/api/3/project/SHOP/permissionscheme');
  const { id } = z.object({ id: z.number() }).parse(scheme.body);
  const { body } = await bench.call(ADMIN, 'GET', `/rest/api/3/permissionscheme/${id}/permission`);
  const held = grants.parse(body).permissions;
  expect(names.map((_, n) => held.filter(({ permission }) => permission.endsWith(`permission-${n}`)).length)).toEqual([3, 3, 2]);
});

test('a site without the demo’s project stays as it is', async () => {
  const bench = aBench({ app: anApp({ permissions }) });
  await expect(grantPermissions(bench.jira)).resolves.toBeUndefined();
});
