import { defectsById, fixSpansOf, historiesOf } from '../defects/shell';
import { admissionOf, frozenAt } from '../gates';
import type { EnteredDefect, Facts, Freeze, Frozen } from '../gates';
import { exceptionsOf, freezesOf, freezesOfProject, onRecord } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import type { Settings } from '../settings';

/**
 * What came into releases after their freezes and is still there. A release of which only the day of a freeze is set says so; one whose
 * freeze was ended by hand has none.
 * @returns the facts of a release by its id
 */
export async function freezeEvidence(
  versionIds: readonly string[],
  settings: Settings,
  now: Instant,
): Promise<(versionId: string) => Facts['freeze']> {
  const { admits } = settings.gates.freezes;
  const dayOf = (id: string) => settings.forecast.freezes[id]?.day ?? null;
  const kept = await freezesOf(versionIds);
  const since = new Map<string, Frozen>();
  for (const id of versionIds) {
    const own = kept.filter(({ version }) => version.id === id);
    const frozen = frozenAt(dayOf(id), own, now);
    if (frozen !== null) since.set(id, frozen);
  }
  const entered = await enteredSince(since, admits);
  return (id) => {
    const [frozen, day] = [since.get(id), dayOf(id)];
    if (frozen !== undefined) return { day: frozen.since.slice(0, 10), admits, entered: entered.get(id) ?? [] };
    return day === null || day <= now.slice(0, 10) ? null : { day, admits, entered: [] };
  };
}

/**
 * Which defects freezes keep out that are in their releases nevertheless.
 * @returns their ids, by the id of the release
 */
export async function keptOutOf(standing: readonly Freeze[], settings: Settings): Promise<(versionId: string) => string[]> {
  const { admits } = settings.gates.freezes;
  const entered = await enteredSince(
    new Map(standing.map(({ version, since }) => [version.id, { since, standing: true }])),
    admits,
  );
  return (versionId) =>
    (entered.get(versionId) ?? [])
      .filter(({ severity, excepted }) => excepted !== true && (severity === null || !admits.includes(severity)))
      .map(({ id }) => id);
}

const perQuery = 300;

async function enteredSince(
  since: ReadonlyMap<string, Frozen>,
  admits: Settings['gates']['freezes']['admits'],
): Promise<Map<string, EnteredDefect[]>> {
  const frozen = [...since.keys()];
  const spans = (await fixSpansOf(frozen)).filter(
    ({ versionId, from, to }) => to === null && from >= (since.get(versionId)?.since ?? '~'),
  );
  const exceptions = (await exceptionsOf(frozen)).map(onRecord);
  const severities = new Map<string, EnteredDefect['severity']>();
  for (let n = 0; n < spans.length; n += perQuery)
    for (const { id, severity } of await defectsById(spans.slice(n, n + perQuery).map(({ defectId }) => defectId)))
      severities.set(id, severity);
  const entered = new Map<string, EnteredDefect[]>(frozen.map((id) => [id, []]));
  for (const { versionId, defectId: id, from: at } of spans) {
    const severity = severities.get(id);
    if (severity === undefined) continue;
    const own = exceptions.filter(({ version, defectId }) => version.id === versionId && defectId === id);
    const excepted = admissionOf({ severity, at }, { admits }, own) === 'exception';
    entered.get(versionId)?.push({ id, severity, at, ...(excepted ? { excepted } : {}) });
  }
  return entered;
}

/**
 * Which of these issues were put into a release after its freeze although they may not come in, and are still there.
 * @returns what that release is called, by the ids of the issues
 */
export async function keptOutBy(
  projectId: string,
  settings: Settings,
  issueIds: readonly string[],
  now: Instant,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const standing = (await freezesOfProject(projectId)).filter(({ state, since }) => state === 'standing' && since <= now);
  if (standing.length === 0 || issueIds.length === 0) return kept;
  const exceptions = (await exceptionsOf(standing.map(({ version }) => version.id))).map(onRecord);
  const histories = await historiesOf(issueIds);
  for (const { id, severity } of await defectsById(issueIds))
    for (const { version, since } of standing) {
      const at = histories.get(id)?.fix.find(({ value, to }) => value === version.id && to === null)?.from;
      if (at === undefined || at < since) continue;
      const own = exceptions.filter((exception) => exception.version.id === version.id && exception.defectId === id);
      if (admissionOf({ severity, at }, settings.gates.freezes, own) === 'violation') kept.set(id, version.name);
    }
  return kept;
}
