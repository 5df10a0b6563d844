import { allProjects, countChange, issueByKey, waitingChanges } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { keysIn, newnessOf } from '../environments';
import { storeFacts } from '../environments/shell';
import { completeWholes, deliveryDone, deliveryUnusable, partsOf, waitingDeliveries } from '../ingest/shell';
import type { DeliveryPlace, StoredDelivery } from '../ingest/shell';
import { sha256 } from '../kernel/hash';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { readClock } from '../platform/clock';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { defectSubject, defectsSeenBy, mergedInto, storeSightings } from '../triage/shell';
import { checkPush } from './check-push';
import { deriveAfterDeliveries } from './derive-behaviours';
import { factsOfDelivery } from './delivery-facts';
import { defectsOfIncident } from './incident-users';
import { deliveryUnusable as unusableDelivery } from '../notifications';
import { joinRun } from './join-run';
import { movesAnything } from './move-defects';
import { notify } from './notify';
import { parseDelivery } from './parse-delivery';
import type { Delivery } from './parse-delivery';
import { recordDelivery } from './record-delivery';
import { rescoreDefects, rescoreProject } from './rescore';
import { stopLineFor, stopLineOfProject } from './stop-line';
import { runId, takeRun } from './take-run';
import { tellDelivery } from './tell-delivery';
import { wake } from './wake';

/** An issue that a sighting names may be so new that its event is still on its way, for so long. */
const mostDelayOfEvents = 10 * minute;

/**
 * Works off what pipelines sent about a project. A delivery is done when everything that follows from it is stored; until then it
 * waits, whatever dies, and doing it again changes nothing. One that fails leaves the others alone.
 */
export async function workOffDeliveries(project: StoredProject): Promise<JiraOutcome<null>> {
  const round = await Round.begin(project);
  for (let after: DeliveryPlace | null = null; ;) {
    const waiting = await waitingDeliveries(project.id, after);
    for (const delivery of waiting) await round.take([delivery]);
    after = waiting.at(-1) ?? null;
    if (after === null) break;
  }
  for (const { source, whole } of await completeWholes(project.id)) await round.take(await partsOf(project.id, source, whole));
  return round.end();
}

class Round {
  private worked = 0;
  private deployed = false;
  private built = false;
  /** Defects that were seen, or stand for an incident. */
  private readonly seen = new Set<string>();
  private trouble: JiraOutcome<null> = ok(null);
  private failure: Error | null = null;

  private constructor(
    private readonly project: StoredProject,
    private readonly projectKeys: ReadonlySet<string>,
  ) {}

  static async begin(project: StoredProject): Promise<Round> {
    return new Round(project, new Set((await allProjects()).map(({ key }) => key)));
  }

  async take(parts: readonly StoredDelivery[]): Promise<void> {
    // Where Jira asks to be left alone, what needs it would only ask again.
    if (parts.length === 0 || this.trouble.kind === 'busy') return;
    try {
      const outcome = await workOff(this.project, parts, this.projectKeys, readClock());
      if (outcome.kind === 'waits') return;
      if (outcome.kind === 'trouble') this.trouble = outcome.trouble;
      else {
        this.worked += 1;
        this.deployed ||= outcome.deployed;
        this.built ||= parts[0]?.type === 'build';
        for (const id of outcome.seen) this.seen.add(id);
      }
    } catch (error) {
      logFailure('delivery-not-worked-off', error, { project: this.project.id, type: parts[0]?.type ?? '' });
      this.failure = error instanceof Error ? error : new Error('A delivery could not be worked off.');
    }
  }

  async end(): Promise<JiraOutcome<null>> {
    if (this.worked > 0) {
      // Of which release a build is may be told after it was deployed. There are many builds, so it is asked once for all of them.
      if (this.built) await stopLineOfProject(this.project.id, readClock());
      await countChange(this.project.id);
      await deriveAfterDeliveries(this.project, readClock());
      // Another exposure is one for every defect of its stage.
      if (this.deployed) await rescoreProject(this.project);
      else await rescoreDefects(this.project.id, [...this.seen]);
      if (await movesAnything(this.project.id)) await pushMessages([{ kind: 'move-defects', projectId: this.project.id }]);
      // Gates may rest on what was told, and every verdict names the build that it judged.
      await pushMessages([{ kind: 'evaluate', projectId: this.project.id }]);
      // Issues that were made or moved on the way are read by the next message; no event tells of what the app did itself.
      if ((await waitingChanges(this.project.id)) > 0) await wake(this.project.id, readClock());
    }
    if (this.failure !== null) throw this.failure;
    return this.trouble;
  }
}

interface Done {
  readonly kind: 'done';
  readonly deployed: boolean;
  readonly seen: readonly string[];
}

type Worked =
  Done | { readonly kind: 'waits' } | { readonly kind: 'trouble'; readonly trouble: Exclude<JiraOutcome<null>, { kind: 'ok' }> };

async function workOff(
  project: StoredProject,
  parts: readonly StoredDelivery[],
  projectKeys: ReadonlySet<string>,
  now: Instant,
): Promise<Worked> {
  const read = parts.map(readStored);
  const whole = read.every((delivery) => delivery !== null) ? joinRun(read) : null;
  const first = parts[0];
  if (whole === null || first === undefined) return unusable(parts, 'It no longer keeps to the contract of its address.', now);
  const outcome = await act(project, whole, first, projectKeys, now);
  if (typeof outcome === 'string') return unusable(parts, outcome, now);
  if (outcome.kind !== 'done') return outcome;
  // Before it counts as done: whoever dies here does it again.
  await stopLines(project, whole, outcome, now);
  for (const part of parts) await deliveryDone(part);
  return outcome;
}

/** What was seen, or deployed dark after it was seen, may stop the line of a release. */
async function stopLines(project: StoredProject, { type }: Delivery, { seen }: Done, now: Instant): Promise<void> {
  // Of what was seen before, these may say that it was seen in a dark deployment.
  if (type === 'deployment' || type === 'incident') await stopLineOfProject(project.id, now);
  else await stopLineFor(project.id, seen, now);
}

async function unusable(parts: readonly StoredDelivery[], because: string, now: Instant): Promise<Worked> {
  for (const part of parts) {
    const { projectId, source, keyHash } = part;
    await deliveryUnusable(part, because);
    const happening = { id: `delivery:${source}:${keyHash}`, at: now, projectId };
    await notify([unusableDelivery(happening, { source, because }, null)], now);
  }
  return doneWith([]);
}

function readStored({ type, body }: StoredDelivery): Delivery | null {
  switch (type) {
    case 'build':
    case 'deployment':
    case 'incident':
    case 'commits':
    case 'test-run':
    case 'sighting':
      return parseDelivery(type, JSON.parse(body));
    default:
      return null;
  }
}

/** @returns a sentence where it can never be used */
async function act(
  project: StoredProject,
  delivery: Delivery,
  stored: StoredDelivery,
  projectKeys: ReadonlySet<string>,
  now: Instant,
): Promise<Worked | string> {
  if (delivery.type === 'sighting') return takeSighting(project, delivery, stored, now);
  if (delivery.type === 'test-run') {
    const taken = await takeRun(project, delivery.payload, now);
    if (taken.kind !== 'ok') return { kind: 'trouble', trouble: taken };
    return doneWith(await defectsSeenBy(project.id, [runId(delivery.payload)]));
  }
  const { incident = null, issue = null } = delivery.type === 'incident' ? delivery.payload : {};
  const reached = incident === null ? [] : await defectsOfIncident(project.id, incident, issue);
  await storeFacts(
    project.id,
    factsOfDelivery(delivery, (message) => keysIn(message, projectKeys)),
  );
  await recordDelivery(project, delivery, now);
  await tellDelivery(project, delivery, now);
  if (delivery.type !== 'commits') return { ...doneWith(reached), deployed: delivery.type === 'deployment' };
  const checked = await checkPush(project, delivery.payload, projectKeys, now);
  return checked.kind === 'ok' ? doneWith([]) : { kind: 'trouble', trouble: checked };
}

function doneWith(seen: readonly string[]) {
  return { kind: 'done', deployed: false, seen } as const;
}

/** What users, support or monitoring saw of a defect that Jira has. */
async function takeSighting(
  project: StoredProject,
  { payload }: Extract<Delivery, { type: 'sighting' }>,
  { source, keyHash, receivedAt }: StoredDelivery,
  now: Instant,
): Promise<Worked | string> {
  if (project.state !== 'ready') return { kind: 'waits' };
  const issue = await issueByKey(project.id, payload.issue.toUpperCase());
  if (issue === null && between(receivedAt, now) < mostDelayOfEvents) return { kind: 'waits' };
  if (issue === null) return `${project.key} has no defect ${payload.issue.slice(0, 40)} that Holdpoint knows.`;
  const { at, sequence, environment, segment, version, build, count, message, service } = payload;
  const stays = await mergedInto(issue.id);
  const detail = { message, service };
  await storeSightings(project.id, [
    {
      ...{ subject: defectSubject(stays), origin: sha256(canonical([source, keyHash])), at },
      newness: newnessOf(sequence, at, { ...detail, environment, segment, version, build, count }),
      ...{ suite: '', environment, segment, version, build, times: count, flaky: 0, detail: canonical(detail) },
    },
  ]);
  return doneWith([stays]);
}
