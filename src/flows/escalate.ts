import { defectById, fixVersionsOf, versionById } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { ownerEscalated } from '../notifications';
import { newId } from '../platform/identity';
import { logFailure } from '../platform/log';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { escalationOf } from '../triage';
import type { EscalationStep, Escalation } from '../triage';
import { escalationsSince, noteEscalated } from '../triage/shell';
import { notify, releaseFacts } from './notify';
import { escalatedSince, hasLadder, ownersOfWaiting } from './owner-facts';

/** More of them at once are news to nobody; the next round goes on. */
const mostSteps = 200;

/** Every five minutes: tells the next people on the ladders of defects that nobody decides. One project's failure leaves the others alone. */
export async function escalateAll(projects: readonly StoredProject[], now: Instant): Promise<void> {
  const stored = await readSettings();
  if (stored.kind !== 'ok' || !hasLadder(stored.settings)) return;
  for (const project of projects) {
    if (project.state !== 'ready') continue;
    try {
      await escalateIn(project, stored.settings, stored.revision, now);
    } catch (error) {
      logFailure('escalation-failed', error, { project: project.id });
    }
  }
}

/** Each step once: the highest that is reached, where a later one was reached meanwhile. */
async function escalateIn(project: StoredProject, settings: Settings, revision: number, now: Instant): Promise<void> {
  const since = await escalatedSince(project.id, now);
  const { config, waiting } = await ownersOfWaiting(project, settings, since, now);
  if (waiting.length === 0) return;
  const told = await escalationsSince(project.id, since);
  let taken = 0;
  for (const { candidate, waiting: defect } of waiting) {
    const escalation = escalationOf(config, defect, now);
    if (escalation.kind === 'none' || escalation.due === null || escalation.since < since) continue;
    const known = told.get(candidate.id);
    if (known?.since === escalation.since && known.step >= escalation.due.step) continue;
    await escalate({ project, settings, revision, now }, candidate.id, escalation, escalation.due);
    taken += 1;
    if (taken >= mostSteps) return;
  }
}

interface Acting {
  readonly project: StoredProject;
  readonly settings: Settings;
  readonly revision: number;
  readonly now: Instant;
}

/** Entered and told first, and noted last: what dies in between is done again, and found done. */
async function escalate(
  { project, settings, revision, now }: Acting,
  defectId: string,
  { since }: Extract<Escalation, { kind: 'running' }>,
  { step, to, why }: EscalationStep,
): Promise<void> {
  const defect = await defectById(defectId);
  if (defect === null || !defect.open) return;
  const people = await Promise.all(
    to.filter((accountId) => accountId !== '').map((accountId) => pseudonymOf(accountId, newId())),
  );
  const name = `owner-escalated:${defectId}:${since}:${step}`;
  await appendEntry(
    project.id,
    {
      ...{ at: now, kind: 'owner-escalated', subject: `issue:${defectId}`, settings: revision, entryKey: name },
      actor: { kind: 'app', rule: 'ownership' },
      body: { schema: 1, step, since, to: people, sentence: `An undecided defect was taken to ${why}.` },
      evidence: { issues: [{ id: defectId, key: defect.key, level: defect.securityLevel }] },
    },
    [defectId],
  );
  const versions = await Promise.all((await fixVersionsOf([defectId])).map(versionById));
  const releases = await Promise.all(versions.flatMap((version) => (version === null ? [] : [releaseFacts(version, settings)])));
  await notify([ownerEscalated({ id: name, at: now, projectId: project.id }, defect, why, people, releases)], now);
  await noteEscalated(project.id, defectId, { since, step });
}
