import { z } from 'zod';
import type { AccountReports } from './account-reports';
import type { PlatformCall, PlatformReply } from './backend/wire';
import type { Queue } from './events/queue';
import type { Origin } from './function-calls';
import { answer } from './platform-answer';
import type { WebTriggers } from './web-triggers';

const graphqlRequest = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const createVariables = z.object({
  input: z.object({
    triggerKey: z.string(),
    secretKeyConfig: z.undefined({ error: 'signed web trigger URLs (secretKeyConfig) are not modelled' }).optional(),
  }),
});
const deleteVariables = z.object({ id: z.string() });

/** Placeholders that the real platform fills in itself (events/out/queries.js). */
const queuePath = (verb: string): string => `/webhook/queue/${verb}/{contextAri}/{environmentId}/{appId}/{appVersion}`;

export interface StargateServices {
  readonly queue: Queue;
  readonly webTriggers: WebTriggers;
  readonly accounts: AccountReports;
  readonly scopes: readonly string[];
}

/** What the packages ask of Atlassian's gateway: queues, web trigger URLs, reports of personal data. Null for anything else. */
export function askStargate(call: PlatformCall, origin: Origin, services: StargateServices): PlatformReply | null {
  const { queue, webTriggers, accounts, scopes } = services;
  if (call.path === queuePath('publish')) return queue.push(call.body, origin);
  if (call.path === queuePath('stats')) return queue.stats(call.body);
  if (call.path === queuePath('cancel')) return queue.cancel(call.body);
  if (call.path === '/app/report-accounts' && call.method === 'POST') return accounts.report(call.body, scopes);
  return call.path === '/graphql' ? askWebTriggers(call.body, webTriggers) : null;
}

/** The three operations of api/out/webTrigger.js, known by their names. */
function askWebTriggers(body: string, webTriggers: WebTriggers): PlatformReply | null {
  const { query, variables } = graphqlRequest.parse(JSON.parse(body));
  if (query.includes('forge_app_createWebTriggerUrl')) {
    const parsed = createVariables.safeParse(variables);
    if (!parsed.success) return null;
    const url = webTriggers.url(parsed.data.input.triggerKey);
    if (url !== null) return answer(200, { data: { createWebTriggerUrl: { url } } });
    return answer(200, {
      data: { createWebTriggerUrl: null },
      errors: [{ message: 'There is no such web trigger in manifest.yml.' }],
    });
  }
  if (query.includes('forge_app_deleteWebTriggerUrl')) {
    const success = webTriggers.delete(deleteVariables.parse(variables).id);
    return answer(200, { data: { deleteWebTriggerUrl: { success, message: success ? null : 'There is no such URL.' } } });
  }
  if (!query.includes('forge_app_webTriggerUrlsByAppContext')) return null;
  return answer(200, { data: { webTriggerUrlsByAppContext: webTriggers.urls() } });
}
