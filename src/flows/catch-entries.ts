import { defectsById, fixSpansOf, historiesOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { admissionOf, attemptId, catchAttempt, consequenceOf } from '../gates';
import type { Freeze } from '../gates';
import { attemptsOf, attemptStore, exceptionsOf, onRecord } from '../gates/shell';
import type { StoredAttempt, StoredException } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { enteredBy, ok, ownAccountId } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { finishAttempts, settleFlags } from './act-on-attempt';
import type { Unfinished } from './act-on-attempt';
import { publishFreezes } from './publish-freezes';
import { settleFreezes } from './settle-freezes';
import type { FrozenReleases } from './settle-freezes';

/** A defect that came into a frozen release and is still in it, as far as the store knows. */
interface Found {
  readonly defect: StoredDefect;
  readonly freeze: Freeze;
  readonly at: Instant;
}

/**
 * Catches defects that were put into a frozen release although they may not come in, by whatever way: on a screen, by REST, in a bulk edit.
 * Each edit is caught once, and what the settings ask for is done. Done twice, it changes nothing.
 * @param defectIds those that changed; all of the project where a whole reading comes to its end
 */
export async function catchEntries(
  projectId: string,
  defectIds: readonly string[] | 'all',
  now: Instant,
): Promise<JiraOutcome<null>> {
  const settled = await settleFreezes(projectId, now);
  if (settled.kind !== 'ok' || settled.value === null) return settled.kind === 'ok' ? ok(null) : settled;
  const frozen = settled.value;
  const found = await entriesOf(frozen.standing, defectIds);
  const exceptions = found.length === 0 ? [] : await exceptionsOf(frozen.standing.map(({ version }) => version.id));
  const known = new Map<string, StoredAttempt>();
  for (const { version } of found.length === 0 ? [] : frozen.standing)
    for (const attempt of await attemptsOf(version.id)) known.set(attempt.id, attempt);
  const knownOf = ({ freeze, defect, at }: Found) => known.get(attemptId(freeze.version.id, defect.id, at));
  // What Jira had no answer for the last time.
  const caught: Unfinished[] = found.flatMap((entry) => {
    const attempt = knownOf(entry);
    return attempt?.state === 'caught' || attempt?.state === 'acted' ? [{ id: attempt.id, fresh: false }] : [];
  });
  const wrong = found.filter((entry) => knownOf(entry) === undefined && !mayStay(entry, frozen, exceptions));
  const own = wrong.length === 0 ? ok('') : await ownAccountId();
  if (own.kind !== 'ok') return own;
  for (const entry of wrong) {
    const one = await catchOne(entry, { frozen, own: own.value, now });
    if (one.kind !== 'ok') return one;
    if (one.value !== null) caught.push(one.value);
  }
  const finished = await finishAttempts(caught, now);
  const flagged = finished.kind === 'ok' ? await settleFlags(projectId, frozen, now) : finished;
  return flagged.kind === 'ok' ? publishFreezes(projectId) : flagged;
}

function mayStay({ defect, freeze, at }: Found, { settings }: FrozenReleases, exceptions: readonly StoredException[]): boolean {
  const own = exceptions.filter(({ version, defectId }) => version.id === freeze.version.id && defectId === defect.id);
  return admissionOf({ severity: defect.severity, at }, settings.gates.freezes, own.map(onRecord)) !== 'violation';
}

async function entriesOf(standing: readonly Freeze[], defectIds: readonly string[] | 'all'): Promise<Found[]> {
  const byVersion = new Map(standing.map((freeze) => [freeze.version.id, freeze]));
  const spans =
    defectIds === 'all'
      ? await fixSpansOf([...byVersion.keys()])
      : [...(await historiesOf(defectIds))].flatMap(([defectId, { fix }]) =>
          fix.map(({ value, from, to }) => ({ versionId: value ?? '', defectId, from, to })),
        );
  const late = spans.filter(({ versionId, from, to }) => to === null && from >= (byVersion.get(versionId)?.actsFrom ?? '~'));
  const defects = new Map<string, StoredDefect>();
  for (let n = 0; n < late.length; n += perQuery)
    for (const defect of await defectsById(late.slice(n, n + perQuery).map(({ defectId }) => defectId)))
      defects.set(defect.id, defect);
  return late.flatMap(({ versionId, defectId, from }) => {
    const [defect, freeze] = [defects.get(defectId), byVersion.get(versionId)];
    // A release that several projects share is looked after by its own.
    return defect === undefined || freeze === undefined ? [] : [{ defect, freeze, at: from }];
  });
}

const perQuery = 300;

interface Catching {
  readonly frozen: FrozenReleases;
  /** Account id of the app. */
  readonly own: string;
  readonly now: Instant;
}

/** Looks in Jira who did it, and keeps what is to be done. @returns the attempt; null where there is none after all */
async function catchOne({ defect, freeze, at }: Found, { frozen, own, now }: Catching): Promise<JiraOutcome<Unfinished | null>> {
  const { version, projectId } = freeze;
  const made = await enteredBy(defect.id, version.id);
  if (made.kind !== 'ok') return made;
  // Somebody took it out meanwhile: the event of that is on its way.
  if (made.value === null || !made.value.fixVersions.includes(version.id)) return ok(null);
  // What the app does itself is no attempt: it stands in the report with what came in anyway.
  if (made.value.who === own) return ok(null);
  const { action } = frozen.settings.gates.freezes;
  const attempt = catchAttempt(
    {
      ...{ projectId, version, defectId: defect.id, at: made.value.at ?? at, severity: defect.severity },
      who: made.value.who === null ? null : await pseudonymOf(made.value.who, newId()),
      consequence: consequenceOf({
        ...{ action, open: defect.open, versionId: version.id, releases: frozen.releases, before: made.value.before },
        frozen: new Set(frozen.standing.map((one) => one.version.id)),
      }),
    },
    now,
  );
  // Where it was kept already, another function may be half-way through with it.
  return ok({ id: attempt.id, fresh: await attemptStore.insert(attempt) });
}
