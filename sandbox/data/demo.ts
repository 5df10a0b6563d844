import { z } from 'zod';
import { parseConnection } from '../../src/contracts/connection';
import type { Clock } from '../clock';
import type { Forge, ModuleView } from '../forge/forge';
import type { SiteSeed } from '../jira/model';
import { sendDeliveries } from './send-deliveries';

/** What the demo sets: SHOP's gates enforce; an import's defects are the work types it was told or found. */
const settingsAnswer = z.object({
  kind: z.literal('ok'),
  view: z.object({
    revision: z.number(),
    settings: z.looseObject({
      stages: z.array(z.looseObject({ key: z.string(), gated: z.boolean() })),
      defectTypes: z.array(z.string()),
    }),
  }),
});
const savedAnswer = z.object({ kind: z.literal('ok'), view: z.object({ kind: z.literal('saved') }) });
const sourceAnswer = z.object({ kind: z.literal('ok'), view: z.object({ kind: z.literal('made'), connection: z.string() }) });

/**
 * Sets what a demo needs as `admin`, through the settings page's own calls: the sandbox never writes the app's tables. Then a pipeline
 * sends what the seed has of deliveries.
 * @returns HOLDPOINT_CONNECTION of that pipeline; null where the site has no admin to make one
 * @throws where the app refuses, with its answer
 */
export async function applyDemo(forge: Forge, seed: SiteSeed, clock: Clock): Promise<string | null> {
  const admin = seed.users.find((user) => user.emailAddress === 'admin@example.com');
  if (admin === undefined) return null;
  const view: ModuleView = {
    moduleKey: 'holdpoint-settings',
    accountId: admin.accountId,
    extension: { type: 'jira:adminPage' },
    localId: 'demo',
  };
  const read = settingsAnswer.parse(await forge.invokeResolver(view, 'settings', {}));
  const { settings, revision } = read.view;
  const shop = seed.projects.find((project) => project.key === 'SHOP');
  const gated = settings.stages.filter((stage) => stage.gated).map((stage) => [stage.key, 'enforce'] as const);
  const wanted = {
    ...settings,
    defectTypes: seed.defectTypes.length === 0 ? settings.defectTypes : seed.defectTypes,
    projects: shop === undefined ? {} : { [shop.id]: Object.fromEntries(gated) },
  };
  savedAnswer.parse(await forge.invokeResolver(view, 'saveSettings', { settings: wanted, revision }));
  const source = { name: 'Demo pipeline', kind: 'holdpoint', projectId: null };
  const { connection: text } = sourceAnswer.parse(await forge.invokeResolver(view, 'createSource', source)).view;
  const connection = parseConnection(text);
  if (connection === null) throw new Error('The app made a connection that cannot be read.');
  await sendDeliveries(forge, connection, seed.deliveries, clock);
  return text;
}
