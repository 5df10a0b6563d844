import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { historiesOf, versionsOf } from '../../defects/shell';
import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { admissionOf, admitsWords, exceptionStateAt, frozenAt } from '../../gates';
import type { Freeze } from '../../gates';
import { attemptsOfDefect, exceptionsOfDefect, freezesOfProject, onRecord } from '../../gates/shell';
import type { StoredAttempt, StoredException } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import { viewerMayEdit } from '../../platform/jira';
import { defaultSettings } from '../../settings';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';

type View = BridgeView<'defectFreezes'>;

/** Which releases are frozen, how the defect stands to them, and whether an exception can be asked for. */
export async function defectFreezes({ issueId }: BridgeRequest<'defectFreezes'>, viewer: Viewer): Promise<Answer<View>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const [versions, freezes] = [await versionsOf(defect.projectId), await freezesOfProject(defect.projectId)];
  const frozen = versions.flatMap((version) => frozenOf(version, freezes, settings, viewer.now));
  const { admits, mostHours } = settings.gates.freezes;
  const words = { mostHours, severity: defect.severity, admitsWords: admitsWords(admits) };
  if (frozen.length === 0) return shown({ now: viewer.now, mayAsk: false, ...words, releases: [] });
  const [exceptions, attempts] = [await exceptionsOfDefect(issueId), await attemptsOfDefect(issueId)];
  const fix = (await historiesOf([issueId])).get(issueId)?.fix ?? [];
  const facts = { defect, settings, exceptions, attempts, now: viewer.now };
  const releases = frozen.map((one) => {
    const inSince = fix.find(({ value, to }) => value === one.version.id && to === null)?.from ?? null;
    return releaseOf(one, inSince, facts);
  });
  const mayEdit = releases.some(({ askable }) => askable) ? await viewerMayEdit(issueId) : null;
  return shown({ now: viewer.now, mayAsk: mayEdit?.kind === 'ok' && mayEdit.value, ...words, releases });
}

interface FrozenVersion {
  readonly version: { readonly id: string; readonly name: string };
  readonly since: Instant;
}

function frozenOf(version: StoredVersion, freezes: readonly Freeze[], settings: Settings, now: Instant): FrozenVersion[] {
  const { id, name, released, archived } = version;
  if (released || archived) return [];
  const own = freezes.filter((freeze) => freeze.version.id === id);
  const frozen = frozenAt(settings.forecast.freezes[id]?.day ?? null, own, now);
  return frozen?.standing === true ? [{ version: { id, name }, since: frozen.since }] : [];
}

interface DefectFacts {
  readonly defect: StoredDefect;
  readonly settings: Settings;
  readonly exceptions: readonly StoredException[];
  readonly attempts: readonly StoredAttempt[];
  readonly now: Instant;
}

function releaseOf(
  { version, since }: FrozenVersion,
  inSince: Instant | null,
  { defect, settings, exceptions, attempts, now }: DefectFacts,
): View['releases'][number] {
  const own = exceptions.filter((exception) => exception.version.id === version.id);
  const last = own.at(-1);
  const place = placeOf(inSince, since, () =>
    admissionOf({ severity: defect.severity, at: inSince ?? now }, settings.gates.freezes, own.map(onRecord)),
  );
  const state = last === undefined ? null : exceptionStateAt(last, now);
  const mayComeIn = defect.severity !== null && settings.gates.freezes.admits.includes(defect.severity);
  return {
    ...{ version, since, place },
    moved: attempts.some((attempt) => attempt.version.id === version.id && attempt.result === 'moved'),
    exception:
      last === undefined || state === null ? null : { state, decideBy: last.decideBy, until: last.until, because: last.because },
    askable: !mayComeIn && (place === 'out' || place === 'violation') && state !== 'requested' && state !== 'approved',
  };
}

function placeOf(
  inSince: Instant | null,
  since: Instant,
  admission: () => 'admitted' | 'exception' | 'violation',
): View['releases'][number]['place'] {
  if (inSince === null) return 'out';
  return inSince < since ? 'before' : admission();
}
