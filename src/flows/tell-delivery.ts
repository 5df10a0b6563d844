import type { StoredProject } from '../defects/shell';
import { factId } from '../environments';
import { between, day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { deploymentStep, incidentReported } from '../notifications';
import type { Told } from '../notifications';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import type { PlainDelivery } from './delivery-facts';
import { notify, releasesNamed } from './notify';

/** What is told later is history, and news to nobody. */
const news = day;

/** Tells of a step of a deployment, or of an incident, that a pipeline told a moment ago. */
export async function tellDelivery(project: StoredProject, delivery: PlainDelivery, now: Instant): Promise<void> {
  if (delivery.type !== 'deployment' && delivery.type !== 'incident') return;
  const settings = await readSettings();
  if (settings.kind !== 'ok' || between(delivery.payload.at, now) > news) return;
  await notify([await told(project, delivery, settings.settings, now)], now);
}

async function told(
  project: StoredProject,
  delivery: Extract<PlainDelivery, { type: 'deployment' | 'incident' }>,
  settings: Settings,
  now: Instant,
): Promise<Told> {
  const { payload } = delivery;
  const happening = (id: string) => ({ id, at: now, projectId: project.id });
  if (delivery.type === 'incident') {
    const { incident, title, environment, severity, version } = delivery.payload;
    const releases = await releasesNamed(project.id, [version], settings);
    return incidentReported(happening(`incident:${factId([incident])}:${severity}`), { title, environment, severity }, releases);
  }
  const { service, environment, deployment, step, outcome, version, build, commit, from } = delivery.payload;
  const releases = await releasesNamed(project.id, [version, from], settings);
  const event = eventOf(step, outcome);
  const what = (step === 'rollback' ? from : null) ?? version ?? build ?? commit ?? service;
  const id = `deployment:${factId([service, environment, deployment])}:${event}:${payload.at}`;
  return deploymentStep(happening(id), { event, environment, what }, releases);
}

type DeploymentEvent = Parameters<typeof deploymentStep>[1]['event'];

function eventOf(step: 'start' | 'finish' | 'expose' | 'rollback', outcome: string): DeploymentEvent {
  if (step === 'start') return 'deployment-started';
  if (step === 'rollback') return 'deployment-rolled-back';
  return step === 'finish' && outcome !== 'successful' ? 'deployment-failed' : 'deployment-finished';
}
