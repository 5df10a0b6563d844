import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { issuesById, versionById } from '../../defects/shell';
import type { StoredVersion } from '../../defects/shell';
import { drillsOf, holdsOf, overridesOf, verdictsOf } from '../../gates/shell';
import type { Hold } from '../../gates';
import { peopleBehind } from '../../governance/shell';
import { defaultSettings, gatedStages } from '../../settings';
import { readSettings } from '../../settings/shell';
import { issueOfSubject } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { OpenProject } from '../open-project';
import type { Viewer } from '../viewer';
import { gateControlView } from './view-model';

type OpenRelease =
  (Extract<OpenProject, { kind: 'open' }> & { readonly version: StoredVersion }) | Exclude<Answer<never>, { kind: 'ok' }>;

const noRelease = {
  kind: 'refused',
  title: 'No such release',
  message: 'This project has no such version. It may have been deleted or merged into another.',
} as const;

/** A release that the viewer may see, or why not. */
export async function openRelease(place: { projectId: string; versionId: string }, viewer: Viewer): Promise<OpenRelease> {
  const opened = await openProject(place.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(place.versionId);
  return version?.projectId === place.projectId ? { ...opened, version } : noRelease;
}

export async function gateControl(
  request: BridgeRequest<'gateControl'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'gateControl'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { versionId } = request;
  const [holds, drills, overrides, verdicts, stored] = await Promise.all([
    holdsOf(versionId),
    drillsOf(versionId),
    overridesOf(versionId),
    verdictsOf([versionId]),
    readSettings(),
  ]);
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const names = [...holds, ...drills, ...overrides].flatMap(({ events }) => events.flatMap(({ who }) => who ?? []));
  const people = names.length === 0 ? new Map<string, string>() : await peopleBehind([...new Set(names)]);
  return shown(
    gateControlView({
      ...{ stages: gatedStages(settings), allStages: settings.stages, verdicts, holds, drills, overrides },
      ...{ policy: settings.gates.overrides, people, defects: await stoppedBy(holds, opened.access) },
      ...{ may: opened.access.may, accountId: viewer.accountId, now: viewer.now },
    }),
  );
}

/** Keys of the defects that stopped the line, by their ids, as far as the viewer may see them. */
async function stoppedBy(holds: readonly Hold[], access: Access): Promise<Map<string, string>> {
  const ids = holds.flatMap(({ line }) => (line === null ? [] : (issueOfSubject(line.subject) ?? [])));
  const issues = ids.length === 0 ? [] : [...(await issuesById([...new Set(ids)])).values()];
  return new Map(issues.filter(({ securityLevel }) => maySee(access, securityLevel)).map(({ id, key }) => [id, key]));
}

type ControlActions = Pick<Actions, 'placeHold' | 'liftHold' | 'requestOverride' | 'decideOverride'>;

export async function placeHold(
  request: BridgeRequest<'placeHold'>,
  actions: ControlActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'placeHold'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { version } = opened;
  if (version.released) return refused('Already released', `${version.name} is released: there is nothing to hold.`);
  const { projectId, stages, because } = request;
  const named = { id: version.id, name: version.name };
  const done = await actions.placeHold({ projectId, version: named, stages, because, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

export async function liftHold(
  request: BridgeRequest<'liftHold'>,
  actions: ControlActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'liftHold'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.liftHold({ ...request, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

export async function requestOverride(
  request: BridgeRequest<'requestOverride'>,
  actions: ControlActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'requestOverride'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { projectId, versionId, stage: stageKey, reason, rationale, hours } = request;
  const wish = { reason, rationale, hours };
  const done = await actions.requestOverride({ projectId, versionId, stageKey, wish, ...viewer });
  if (done.kind !== 'ok') return inTrouble(done);
  return shown(done.value.kind === 'done' ? done.value : { kind: 'refused', problems: [...done.value.problems] });
}

export async function decideOverride(
  request: BridgeRequest<'decideOverride'>,
  actions: ControlActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decideOverride'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { projectId, versionId, overrideId } = request;
  const command = request.act === 'approve' ? { act: request.act } : { act: request.act, because: request.because };
  const done = await actions.decideOverride({ projectId, versionId, overrideId, command, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}
