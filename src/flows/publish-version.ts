import type { PublishedStage, PublishedVerdict } from '../contracts/published-verdict';
import { isPassable, publishedStage } from '../gates';
import type { Override } from '../gates';
import { approvedOverrides, publish, verdictsOf } from '../gates/shell';
import type { StoredOverride, StoredVerdict } from '../gates/shell';
import { ledgerHead } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { lettingBack } from './let-back';

/** After so many changes in a row while publishing, whoever made the last one publishes it. */
const mostRounds = 5;

/**
 * Publishes what is stored of a version's verdicts. Reads them again afterwards and publishes once more where they changed meanwhile,
 * so that of two who publish at once the newer verdict is the one that stays.
 */
export async function publishVersion(projectId: string, version: { id: string; name: string }): Promise<JiraOutcome<null>> {
  const inOrder = await promotionOrder();
  let verdicts = await verdictsOf([version.id]);
  for (let round = 0; round < mostRounds && verdicts.length > 0; round += 1) {
    const overrides = await approvedOverrides([version.id]);
    const { hash } = await ledgerHead(projectId);
    const property = propertyOf(version, inOrder(verdicts), passing(overrides, readClock()), hash);
    const written = await publish(projectId, await lettingBack(projectId, property, await readSettings()));
    if (written.kind !== 'ok') return written;
    const again = await verdictsOf([version.id]);
    if (JSON.stringify(again) === JSON.stringify(verdicts)) break;
    verdicts = again;
  }
  return ok(null);
}

/** Stages are published in promotion order, for readers that have nothing but the property. */
async function promotionOrder(): Promise<(verdicts: readonly StoredVerdict[]) => readonly StoredVerdict[]> {
  const stored = await readSettings();
  const keys = stored.kind === 'ok' ? stored.settings.stages.map(({ key }) => key) : [];
  const place = ({ verdict }: StoredVerdict) => keys.indexOf(verdict.stage.key);
  return (verdicts) => [...verdicts].sort((a, b) => place(a) - place(b));
}

/** The override by which a held gate may be passed now. */
function passing(overrides: readonly StoredOverride[], now: Instant): (verdict: StoredVerdict['verdict']) => Override | null {
  return (verdict) =>
    verdict.state === 'open'
      ? null
      : (overrides.find((override) => override.stage.key === verdict.stage.key && isPassable(override, verdict, now)) ?? null);
}

function propertyOf(
  version: { id: string; name: string },
  verdicts: readonly StoredVerdict[],
  overrideOf: (verdict: StoredVerdict['verdict']) => Override | null,
  head: string,
): PublishedVerdict {
  const stages: Record<string, PublishedStage> = {};
  for (const { verdict, mode, at, until } of verdicts) {
    stages[verdict.stage.key] = publishedStage(verdict, {
      mode,
      at,
      until,
      build: verdict.builds[0] ?? null,
      override: overrideOf(verdict),
    });
  }
  const ats = verdicts.map(({ at }) => at).sort();
  const untils = Object.values(stages)
    .map(({ until }) => until)
    .sort();
  return {
    schema: 1,
    version: version.id,
    name: version.name,
    head,
    at: ats.at(-1) ?? '',
    until: untils[0] ?? '',
    stages,
  };
}
