import { projectById } from '../defects/shell';
import { guardsOf, lockChanges, lockNames } from '../gates';
import type { Guard, LockChange } from '../gates';
import { attachmentOfProject, storeAttachment } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { sha256 } from '../kernel/hash';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { ok, readProject, readTransitions } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { z } from 'zod';
import { typeIds } from './outdated-issues';

/** Who opens the page again and again does not use up the site's budget. */
const freshFor = 5 * minute;

/** Looks whether the gate is attached, unless somebody looked a moment ago. */
export async function checkAttachmentIfOld(projectId: string, now: Instant): Promise<JiraOutcome<null>> {
  const project = await projectById(projectId);
  const last = await attachmentOfProject(projectId);
  if (project?.state !== 'ready' || (last !== null && between(last.checkedAt, now) < freshFor)) return ok(null);
  return checkAttachment(projectId, now);
}

/**
 * Looks which transitions of a project's release tickets carry the rules of the gates, and keeps it. A lock that is gone since the last
 * look, or came back, is an entry in the project's ledger. Two points, and one a workflow.
 */
export async function checkAttachment(projectId: string, now: Instant): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind === 'damaged') return ok(null);
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return jira;
  const types = typeIds(jira.value, settings.settings.releaseTypes);
  const before = await attachmentOfProject(projectId);
  const guards = types.length === 0 ? ok([]) : await readGuards(projectId, types);
  if (guards.kind === 'refused') {
    await storeAttachment(projectId, { kind: 'refused', guards: before?.guards ?? [], checkedAt: now });
    return ok(null);
  }
  if (guards.kind !== 'ok') return guards;
  const changes = before === null ? [] : lockChanges(before.guards, guards.value);
  for (const change of changes) await enter(projectId, change, before?.checkedAt ?? '', now);
  await storeAttachment(projectId, { kind: types.length === 0 ? 'none' : 'looked', guards: guards.value, checkedAt: now });
  return ok(null);
}

const configSchema = z.object({ stage: z.string().min(1) });

async function readGuards(projectId: string, types: readonly string[]): Promise<JiraOutcome<Guard[]>> {
  const read = await readTransitions(projectId, types);
  if (read.kind !== 'ok') return read;
  return ok(
    read.value.flatMap(({ workflow, id, name, to, rules }) =>
      guardsOf(
        { workflow, transition: { id, name }, to },
        rules.map(({ module, config }) => ({ module, stage: configSchema.safeParse(config).data?.stage ?? null })),
      ),
    ),
  );
}

/** @param lookedAt when the last look was: with it, a look that is done again after a crash finds its own entry */
async function enter(projectId: string, change: LockChange, lookedAt: Instant, now: Instant): Promise<void> {
  const { kind, workflow, transition, stage, lock } = change;
  const is = kind === 'lock-removed' ? 'does not carry any more' : 'carries now';
  const sentence = `The transition "${transition.name}" of "${workflow.name}" ${is} ${lockNames[lock]}.`;
  const place = sha256(JSON.stringify([workflow.id, transition.id, stage, lock])).slice(0, 16);
  await appendEntry(projectId, {
    ...{ at: now, kind, subject: `project:${projectId}`, entryKey: `${kind}:${place}:${lookedAt}` },
    ...{ actor: { kind: 'app', rule: null }, settings: null, evidence: null },
    body: { schema: 1, workflow: workflow.name, transition: transition.name, stage, lock, sentence },
  });
}
