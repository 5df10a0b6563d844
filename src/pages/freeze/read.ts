import { fixSpansOf } from '../../defects/shell';
import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { admissionOf, frozenAt } from '../../gates';
import { attemptsOf, exceptionsOf, freezesOf, onRecord } from '../../gates/shell';
import type { StoredAttempt, StoredException, StoredFreeze } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { defectsBy } from '../deferrals/read';

/** What is known of the freeze of a release. */
export interface FreezeFacts {
  readonly settings: Settings;
  readonly version: StoredVersion;
  readonly freezes: readonly StoredFreeze[];
  readonly attempts: readonly StoredAttempt[];
  readonly exceptions: readonly StoredException[];
  /** What came in after it and is still there. */
  readonly inside: readonly {
    readonly defectId: string;
    readonly at: Instant;
    readonly admission: 'admitted' | 'exception' | 'violation';
  }[];
  readonly defects: ReadonlyMap<string, StoredDefect>;
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
}

export async function freezeFacts(version: StoredVersion, now: Instant): Promise<FreezeFacts> {
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const [freezes, attempts, exceptions] = await Promise.all([
    freezesOf([version.id]),
    attemptsOf(version.id),
    exceptionsOf([version.id]),
  ]);
  const frozen = frozenAt(settings.forecast.freezes[version.id]?.day ?? null, freezes, now);
  const since = frozen?.since ?? freezes.at(-1)?.since ?? '~';
  const spans = since === '~' ? [] : (await fixSpansOf([version.id])).filter(({ from, to }) => to === null && from >= since);
  const ids = [...spans, ...attempts, ...exceptions].map(({ defectId }) => defectId);
  const defects = await defectsBy([...new Set(ids)]);
  const known = exceptions.map(onRecord);
  const inside = spans.flatMap(({ defectId, from: at }) => {
    const defect = defects.get(defectId);
    if (defect === undefined) return [];
    const own = known.filter((exception) => exception.defectId === defectId);
    return [{ defectId, at, admission: admissionOf({ severity: defect.severity, at }, settings.gates.freezes, own) }];
  });
  const names = [
    ...attempts.flatMap(({ who }) => who ?? []),
    ...exceptions.flatMap(({ events }) => events.flatMap(({ who }) => who ?? [])),
  ];
  const people = names.length === 0 ? new Map<string, string>() : await peopleBehind([...new Set(names)]);
  return { settings, version, freezes, attempts, exceptions, inside, defects, people };
}
