import { z } from 'zod';
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

/** What the packages ask of Atlassian's gateway: queues and web trigger URLs. Null for anything else. */
export function askStargate(call: PlatformCall, origin: Origin, queue: Queue, webTriggers: WebTriggers): PlatformReply | null {
  if (call.path === queuePath('publish')) return queue.push(call.body, origin);
  if (call.path === queuePath('stats')) return queue.stats(call.body);
  if (call.path === queuePath('cancel')) return queue.cancel(call.body);
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
