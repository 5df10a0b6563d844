import { settleOverride } from '../gates';
import type { Verdict } from '../gates';
import { overridesOf, overrideStore, verdictsOf } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { readSettings } from '../settings/shell';
import { enterOverride } from './enter-gate-control';

/**
 * Ends overrides of a release that are over, by their time or by a new reason, and has the ledger say so.
 * @param newest what its gates say now, where that is not stored yet
 */
export async function settleOverrides(versionId: string, now: Instant, newest?: readonly Verdict[]): Promise<void> {
  const overrides = await overridesOf(versionId);
  if (overrides.length === 0) return;
  const verdicts = newest ?? (await verdictsOf([versionId])).map(({ verdict }) => verdict);
  for (const override of overrides) {
    const settled = settleOverride(override, verdicts.find(({ stage }) => stage.key === override.stage.key) ?? null, now);
    if (settled !== null) await overrideStore.update(settled);
  }
  await enterOverrides(versionId);
}

/** Enters what the ledger does not have yet of the overrides of a release. */
export async function enterOverrides(versionId: string): Promise<void> {
  const { revision } = await readSettings();
  for (const override of await overridesOf(versionId)) await enterOverride(override, revision);
}
