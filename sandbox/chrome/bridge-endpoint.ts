import { z } from 'zod';
import type { ModuleView } from '../forge/forge';
import type { User } from '../jira/model';
import { isSameOrigin, jsonAnswer } from './exchange';
import type { Answer, Exchange } from './exchange';
import { buildView, ViewRefusal } from './module-view';
import type { ChromeParts } from './parts';
import { placeSchema } from './place';
import { productFetchSchema, productResponse } from './product-fetch';
import { JiraRefusal, viewerJira } from './viewer-jira';
import { findRule } from './workflow-rules';
import { isAdmin } from './permissions';

interface Call {
  readonly parts: ChromeParts;
  readonly exchange: Exchange;
  readonly viewer: User;
  readonly body: unknown;
}

const placed = z.object({ place: placeSchema });
const invocation = placed.extend({ functionKey: z.string(), payload: z.unknown() });
const traceNote = z.object({ kind: z.enum(['bridge', 'unmodelled']), what: z.string().max(500), status: z.string().max(1000) });
const ruleConfig = z.object({ ruleId: z.string(), config: z.string() });
const gadgetConfiguration = placed.extend({ configuration: z.record(z.string(), z.unknown()) });
/** Largest configuration of a rule in the new workflow editor (docs/platform.md A.4). */
const largestConfig = 32 * 1024;

const viewFor = ({ parts, viewer }: Call, place: z.infer<typeof placeSchema>): Promise<ModuleView> =>
  buildView(parts, viewerJira(parts.jira, viewer.accountId), viewer.accountId, place);

/** `view.getContext()`: FullContext of `@forge/bridge/out/types.d.ts` without what only the page knows (theme). */
async function context(call: Call): Promise<unknown> {
  const { parts, viewer, exchange } = call;
  const view = await viewFor(call, placed.parse(call.body).place);
  return {
    accountId: view.accountId,
    cloudId: parts.jira.cloudId,
    extension: view.extension,
    environmentId: parts.forge.environmentId,
    environmentType: 'DEVELOPMENT',
    localId: view.localId,
    locale: 'en-US',
    moduleKey: view.moduleKey,
    siteUrl: exchange.origin,
    timezone: viewer.timeZone,
    permissions: { scopes: parts.forge.scopes, external: {} },
  };
}

async function invoke(call: Call): Promise<unknown> {
  const { place, functionKey, payload } = invocation.parse(call.body);
  return call.parts.forge.invokeResolver(await viewFor(call, place), functionKey, payload);
}

/** `requestJira` runs as the viewer, within the app's scopes. */
async function fetchProduct(call: Call): Promise<unknown> {
  const { place, request } = placed.extend({ request: productFetchSchema }).parse(call.body);
  await viewFor(call, place);
  return productResponse(call.parts, call.viewer.accountId, request);
}

function trace({ parts, body }: Call): unknown {
  parts.trace.add(traceNote.parse(body));
  return true;
}

async function saveRule({ parts, viewer, body }: Call): Promise<unknown> {
  const { ruleId, config } = ruleConfig.parse(body);
  const jira = viewerJira(parts.jira, viewer.accountId);
  if (!(await isAdmin(jira))) throw new ViewRefusal('You need to be a Jira administrator to change workflows.');
  if ((await findRule(jira, parts, ruleId)) === null) throw new ViewRefusal('There is no such rule in the workflows.');
  if (Buffer.byteLength(config) > largestConfig) throw new ViewRefusal('A rule’s configuration may have 32 KB at most.');
  if (!z.record(z.string(), z.unknown()).safeParse(parseJson(config)).success)
    throw new ViewRefusal('onConfigure must give a JSON object as a string.');
  parts.jira.saveRuleConfig(ruleId, config);
  return true;
}

function saveGadget({ parts, body }: Call): unknown {
  const { place, configuration } = gadgetConfiguration.parse(body);
  const gadget = parts.dashboard.find(place.gadgetId ?? '');
  if (gadget === undefined || place.gadgetMode !== 'edit') throw new ViewRefusal('There is no such gadget to configure.');
  parts.dashboard.configure(gadget.id, configuration);
  return true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const calls: Readonly<Record<string, (call: Call) => unknown>> = {
  context,
  invoke,
  'fetch-product': fetchProduct,
  trace,
  'rule-config': saveRule,
  'gadget-config': saveGadget,
};

function failure(error: unknown): { status: number; message: string } {
  if (error instanceof z.ZodError) return { status: 400, message: `The bridge call is malformed: ${z.prettifyError(error)}` };
  if (error instanceof ViewRefusal) return { status: 403, message: error.message };
  if (error instanceof JiraRefusal) return { status: error.status, message: error.message };
  return { status: 500, message: error instanceof Error ? error.message : String(error) };
}

/** POST `/sandbox-chrome/<call>` of the page's script. Answers `{ok, value | message, clockOffset}`. */
export async function bridgeEndpoint(parts: ChromeParts, exchange: Exchange, viewer: User): Promise<Answer> {
  const name = exchange.url.pathname.slice('/sandbox-chrome/'.length);
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (call === undefined) return jsonAnswer({ ok: false, message: `The sandbox has no ${exchange.url.pathname}.` }, 404);
  if (exchange.method !== 'POST') return jsonAnswer({ ok: false, message: 'POST only.' }, 405);
  if (!isSameOrigin(exchange)) return jsonAnswer({ ok: false, message: 'Only the sandbox’s own pages may call this.' }, 403);
  try {
    const value = await call({ parts, exchange, viewer, body: parseJson(exchange.body) });
    return jsonAnswer({ ok: true, value, clockOffset: parts.clock.offset() });
  } catch (error) {
    const { status, message } = failure(error);
    return jsonAnswer({ ok: false, message, clockOffset: parts.clock.offset() }, status);
  }
}
