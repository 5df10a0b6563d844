import { countChange } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { originWords } from '../triage';
import type { OriginChange } from '../triage';
import { originOf, storeOrigin } from '../triage/shell';

/** What a person says of where a defect came from. Whether the person may has been asked before. */
export interface SaysOrigin {
  readonly defect: Pick<StoredDefect, 'id' | 'key' | 'projectId' | 'securityLevel'>;
  readonly change: OriginChange | null;
  readonly version: { readonly id: string; readonly name: string } | null;
  readonly accountId: string;
  readonly now: Instant;
}

/** Keeps which change or release brought a defect in, or takes it back, and enters it in the ledger. */
export async function setOrigin({ defect, change, version, accountId, now }: SaysOrigin): Promise<void> {
  const { id, key, projectId, securityLevel: level } = defect;
  const by = await pseudonymOf(accountId, newId());
  const before = await originOf(id);
  const same = before?.change?.value === change?.value && (before?.versionId ?? null) === (version?.id ?? null);
  if (same && (before !== null || (change === null && version === null))) return;
  const taken = change === null && version === null;
  // A change is an issue that not everybody may see: the ledger tells its key to those who may.
  const shown = change?.kind === 'issue' ? null : change;
  const words = originWords(shown, version?.name ?? null);
  const sentence = taken
    ? 'What brought a defect in is not known any more.'
    : `A defect was brought in by ${words === '' ? 'another issue' : words}.`;
  await appendEntry(
    projectId,
    {
      ...{ at: now, kind: 'origin-set', subject: `issue:${id}`, settings: null },
      entryKey: `origin-set:${id}:${now}:${by}`,
      actor: { kind: 'person', pseudonym: by },
      body: {
        schema: 1,
        change: change === null ? null : { kind: change.kind, value: change.value },
        version: version === null ? null : { id: version.id, name: version.name },
        from: before === null ? null : { change: before.change?.value ?? null, version: before.versionId },
        sentence,
      },
      evidence: { issues: [{ id, key, level }] },
    },
    [id],
  );
  await storeOrigin(projectId, { defectId: id, change, versionId: version?.id ?? null, setAt: now, setBy: by });
  await countChange(projectId);
}
