import { versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { factId, stageOf } from '../environments';
import { verdictsOf } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { gatedStages } from '../settings';
import { readSettings } from '../settings/shell';
import type { PlainDelivery } from './delivery-facts';
import { passRollback } from './pass-rollback';

/** A deployment that is told later than that is history: what the gate says now is not what it said then. */
const news = 60 * minute;

/**
 * Enters in the ledger what pipelines did that people will ask about: a rollback (which no gate ever blocks), and a deployment to a
 * stage whose gate was not open, which is a rollback too where it puts back what was there before. Told twice, it is entered once.
 */
export async function recordDelivery(project: StoredProject, delivery: PlainDelivery, now: Instant): Promise<void> {
  if (delivery.type !== 'deployment') return;
  const { step, outcome } = delivery.payload;
  if (step === 'rollback') await enterRollback(project, delivery.payload);
  if (step === 'finish' && outcome === 'successful' && between(delivery.payload.at, now) < news)
    await enterHeldDeployment(project, delivery.payload, now);
}

type Deployment = Extract<PlainDelivery, { type: 'deployment' }>['payload'];

function named({ service, environment, deployment }: Deployment): string {
  return factId([service, environment, deployment]);
}

async function enterRollback(project: StoredProject, payload: Deployment): Promise<void> {
  const { at, service, environment, version, from, incident, build } = payload;
  const versions = await versionsOf(project.id);
  const taken = versions.find(({ name }) => name === from);
  const what = from === null ? 'what was there' : from;
  const instead = version ?? build;
  await appendEntry(project.id, {
    ...{ at, kind: 'rolled-back', settings: null, evidence: null },
    subject: taken === undefined ? `environment:${environment.slice(0, 80)}` : `version:${taken.id}`,
    entryKey: `rolled-back:${named(payload)}`,
    actor: { kind: 'app', rule: null },
    body: {
      schema: 1,
      ...{ service, environment, incident, from, to: instead },
      ...(taken === undefined ? {} : { version: { id: taken.id, name: taken.name } }),
      sentence: `${environment}: ${what} was taken back${instead === null ? '' : ` and ${instead} put in its place`}${incident === null ? '' : ` because of ${incident}`}.`,
    },
  });
}

async function enterHeldDeployment(project: StoredProject, payload: Deployment, now: Instant): Promise<void> {
  const { environment, version: name, service, build, at } = payload;
  const settings = await readSettings();
  if (settings.kind !== 'ok' || name === null) return;
  const stage = stageOf(environment, settings.settings.stages);
  if (stage === null || !gatedStages(settings.settings).some(({ key }) => key === stage.key)) return;
  const version = (await versionsOf(project.id)).find((candidate) => candidate.name === name);
  const stored =
    version === undefined ? undefined : (await verdictsOf([version.id])).find(({ verdict }) => verdict.stage.key === stage.key);
  if (version === undefined || stored === undefined || stored.verdict.state === 'open') return;
  const { state, sentence } = stored.verdict;
  const refused = { projectId: project.id, versionId: version.id, stageKey: stage.key, build, state, sentence, settings, now };
  if ((await passRollback({ ...refused, declared: false, deployment: named(payload) })) !== null) return;
  await appendEntry(project.id, {
    ...{ at, kind: 'deployed-while-held', settings: settings.revision, evidence: null },
    subject: `version:${version.id}/${stage.key}`,
    entryKey: `deployed-while-held:${named(payload)}`,
    actor: { kind: 'app', rule: null },
    body: {
      schema: 1,
      version: { id: version.id, name: version.name },
      stage: { key: stage.key, name: stage.name },
      ...{ state: stored.verdict.state, mode: stored.mode, service, build },
      sentence: `${version.name} was deployed to ${stage.name} while its gate was not open: ${stored.verdict.sentence}`,
    },
  });
}
