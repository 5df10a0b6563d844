import type { StoredVersion } from '../defects/shell';
import type { StoredVerdict } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { verdictChanged } from '../notifications';
import type { StoredSettings } from '../settings/shell';
import type { Judged } from './judge-version';
import { notify, releaseFacts } from './notify';

/** Tells that a gate says something else than before. A gate that only observes tells nobody. */
export async function tellTurn(
  { verdict, mode, defects }: Judged,
  before: StoredVerdict | undefined,
  version: StoredVersion,
  settings: StoredSettings,
  now: Instant,
): Promise<void> {
  const from = before?.verdict.state ?? null;
  if (mode === 'observe' || from === verdict.state || settings.kind !== 'ok' || (from === null && verdict.state === 'open'))
    return;
  const { stage, state, sentence } = verdict;
  const id = `verdict:${version.id}:${stage.key}:${(before?.n ?? 0) + 1}:${state}`;
  const breaching = new Set(
    verdict.conditions.flatMap((condition) => (condition.state === 'breached' ? condition.defectIds : [])),
  );
  const worst = worstOf(defects.filter((defect) => breaching.has(defect.id)).map(({ severity }) => severity ?? 'S1'));
  const release = await releaseFacts(version, settings.settings);
  const change = { stage: { key: stage.key, name: stage.name }, from, to: state, sentence };
  await notify([verdictChanged({ id, at: now, projectId: version.projectId }, release, change, worst)], now);
}

function worstOf(found: readonly Severity[]): Severity | null {
  return severities.find((severity) => found.includes(severity)) ?? null;
}
