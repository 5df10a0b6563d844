import type { StoredProject } from '../defects/shell';
import { breached, isPassable } from '../gates';
import { approvedOverrides, breachStore, verdictsOf } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { Json } from '../kernel/json';
import { readSettings } from '../settings/shell';
import type { StoredSettings } from '../settings/shell';
import { gateEvidence } from './gate-evidence';
import { judgeVersion } from './judge-version';
import type { Judged } from './judge-version';
import { passRollback } from './pass-rollback';
import type { NamedVersion } from './version-ledger';

interface Place {
  readonly version: NamedVersion;
  /** Place in the ledger of what was said of the version last. */
  readonly after: number;
  readonly now: Instant;
}

/**
 * Enters a release whose last gate did not let it, and keeps it as a breach where the gate does more than observe. A live override and a
 * rollback let it.
 */
export async function recordHeldRelease(project: StoredProject, place: Place): Promise<void> {
  const settings = await readSettings();
  const { version, after, now } = place;
  const factsOf = await gateEvidence({ projectId: project.id, versionIds: [version.id], settings: [settings], now });
  const before = await verdictsOf([version.id]);
  const judged = judgeVersion({ project, version, facts: factsOf(version.id), settings, before, now });
  const last = judged.at(-1);
  if (last === undefined || last.verdict.state === 'open' || (await isLet(project.id, version.id, last, settings, now))) return;
  const breaching = breachingIssues(last);
  await appendEntry(
    project.id,
    {
      ...{ at: now, kind: 'released-while-held', subject: `version:${version.id}` },
      entryKey: `released-while-held:${version.id}:released:${after}`,
      ...{ actor: { kind: 'app', rule: null }, settings: settings.revision },
      body: heldBody(project, version, last),
      evidence: { issues: breaching.map(({ id, key, severity, level }) => ({ id, key, severity, level })) },
    },
    breaching.map(({ id }) => id),
  );
  const { stage, state, sentence } = last.verdict;
  if (last.mode === 'observe') return;
  const named = { projectId: project.id, version, stage: { key: stage.key, name: stage.name } };
  await breachStore.insert(breached({ ...named, verdict: { state, sentence, mode: last.mode } }, after, now));
}

async function isLet(
  projectId: string,
  versionId: string,
  { verdict, mode }: Judged,
  settings: StoredSettings,
  now: Instant,
): Promise<boolean> {
  if (mode === 'observe') return false;
  const overrides = await approvedOverrides([versionId]);
  if (overrides.some((override) => override.stage.key === verdict.stage.key && isPassable(override, verdict, now))) return true;
  const { stage, state, sentence } = verdict;
  const refused = { projectId, versionId, stageKey: stage.key, build: null, declared: false, state, sentence, settings, now };
  return (await passRollback(refused)) !== null;
}

function heldBody({ readUpTo }: StoredProject, version: NamedVersion, { verdict, mode }: Judged): Json {
  const { stage, state, sentence } = verdict;
  const named = { version: { id: version.id, name: version.name }, stage: { key: stage.key, name: stage.name } };
  return { schema: 1, ...named, state, sentence, mode, readUpTo };
}

function breachingIssues({ verdict, defects }: Judged) {
  const ids = new Set(verdict.conditions.flatMap(({ state, defectIds }) => (state === 'breached' ? defectIds : [])));
  return defects
    .filter(({ id }) => ids.has(id))
    .map(({ id, key, severity, securityLevel }) => ({ id, key, severity, level: securityLevel }));
}
