import { mostBytes, nonceSeconds } from '../contracts/deliveries';
import type { DeliveryOutput, DeliveryType } from '../contracts/deliveries';
import { countingPoints, projectById, projectByKey } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { githubProblem, gitlabProblem, signatureProblem, validAt } from '../ingest';
import type { Source } from '../ingest';
import { sourceById, takeDelivery } from '../ingest/shell';
import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { readClock } from '../platform/clock';
import { claimFleeting } from '../platform/key-value';
import { logFailure, logInfo } from '../platform/log';
import { readOutsideRequest } from '../platform/web-trigger';
import type { OutsideRequest, StaticAnswer } from '../platform/web-trigger';
import { readSettings } from '../settings/shell';
import { deliveryMask } from './delivery-mask';
import { maskDelivery } from './mask-delivery';
import { notInFuture } from './not-in-future';
import { isOverloaded } from './overloaded';
import { parseDelivery, parseWebhook } from './parse-delivery';
import type { Delivery } from './parse-delivery';
import { wake } from './wake';

export type DeliveryTrigger = DeliveryType | 'generic' | 'github' | 'gitlab';

/**
 * A web trigger that takes deliveries: prove who sends, parse, mask, store, wake. What is answered as accepted is stored; working it off
 * is the queue's business.
 */
export function receiver(trigger: DeliveryTrigger): (event: unknown) => Promise<StaticAnswer<DeliveryOutput>> {
  return async (event) => {
    try {
      const outputKey = await countingPoints(() => receive(trigger, readOutsideRequest(event)));
      if (outputKey !== 'accepted') logInfo('delivery-not-taken', { trigger, answer: outputKey });
      return { outputKey };
    } catch (error) {
      logFailure('delivery-failed', error, { trigger });
      return { outputKey: isOverloaded(error) ? 'busy' : 'unavailable' };
    }
  };
}

async function receive(trigger: DeliveryTrigger, request: OutsideRequest): Promise<DeliveryOutput> {
  const now = readClock();
  const { body } = request;
  if (Buffer.byteLength(body) > mostBytes) return 'too-large';
  const source = await sourceOf(trigger, request, now);
  if (source === null) return 'unauthorized';
  const json = parseJson(body);
  if (json === undefined) return 'malformed';
  const read = await readDelivery(trigger, request, source, json);
  if (read === 'ignored') return 'duplicate';
  if (read === null) return 'malformed';
  const project = await projectByKey(read.payload.project);
  if (source.projectId !== null && project?.id !== source.projectId) return 'unauthorized';
  if (project === null) return 'malformed';
  return take(source, project, read, now);
}

/** Who sent this, where it proves itself; null where it does not, or where the very same message came before. */
async function sourceOf(trigger: DeliveryTrigger, request: OutsideRequest, now: Instant): Promise<Source | null> {
  const native = trigger === 'github' || trigger === 'gitlab';
  const id = native ? request.parameter('source') : request.header('x-holdpoint-source');
  const source = id === null ? null : await sourceById(id);
  if (source === null || source.kind !== (native ? trigger : 'holdpoint')) return null;
  const problem = problemOf(trigger, request, validAt(source, 'secrets', now), now);
  if (problem !== null) {
    logInfo('delivery-not-proven', { trigger, source: source.id, because: problem });
    return null;
  }
  if (native) return source;
  const nonce = request.header('x-holdpoint-nonce') ?? '';
  return (await claimFleeting(`nonce:${source.id}:${nonce}`, { at: now }, nonceSeconds)) ? source : null;
}

function problemOf(trigger: DeliveryTrigger, request: OutsideRequest, secrets: readonly string[], now: Instant): string | null {
  if (trigger === 'github') return githubProblem(request.header('x-hub-signature-256'), request.body, secrets);
  if (trigger === 'gitlab') return gitlabProblem(request.header('x-gitlab-token'), secrets);
  const proof = {
    timestamp: request.header('x-holdpoint-timestamp'),
    nonce: request.header('x-holdpoint-nonce'),
    signature: request.header('x-holdpoint-signature'),
  };
  return signatureProblem(proof, request.body, secrets, now);
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readDelivery(
  trigger: DeliveryTrigger,
  request: OutsideRequest,
  source: Source,
  json: unknown,
): Promise<Delivery | 'ignored' | null> {
  if (trigger !== 'github' && trigger !== 'gitlab') return parseDelivery(trigger, json);
  const project = source.projectId === null ? null : await projectById(source.projectId);
  if (project === null) return null;
  // A webhook has no key of ours; the same body sent again is the same delivery, whatever its unsigned headers say.
  const named = { event: request.header('x-github-event'), key: sha256(request.body), project: project.key };
  const webhook = parseWebhook(trigger, json, named);
  if (webhook.kind === 'malformed') return null;
  return webhook.kind === 'ignored' ? 'ignored' : webhook.delivery;
}

async function take(source: Source, project: StoredProject, delivery: Delivery, now: Instant): Promise<DeliveryOutput> {
  const settings = await readSettings();
  const masked = maskDelivery(notInFuture(delivery, now), await deliveryMask(settings, delivery));
  const part = delivery.type === 'test-run' ? delivery.payload.part : { n: 1, of: 1 };
  const whole = delivery.type === 'test-run' && part.of > 1 ? sha256(canonical([project.id, delivery.payload.run])) : '';
  const taken = await takeDelivery({
    ...{ source: source.id, keyHash: sha256(delivery.payload.key), projectId: project.id, type: delivery.type },
    ...{ whole, part: part.n, parts: part.of, receivedAt: now, body: JSON.stringify(masked.payload) },
  });
  // Also for one that is there already: whoever took it may have died before it woke anybody.
  await wake(project.id, now);
  return taken ? 'accepted' : 'duplicate';
}
