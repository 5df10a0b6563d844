import { defectById, versionById } from '../defects/shell';
import { holdTold } from '../gates';
import type { Drill, Hold, StoppedLine } from '../gates';
import { holdsOf, holdStore } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import { lineStopped, messageAtOnce } from '../notifications';
import { sendAtOnce } from '../notifications/shell';
import { readClock } from '../platform/clock';
import { newId } from '../platform/identity';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import { ownerOf } from '../triage';
import type { OwnedDefect } from '../triage';
import { issueOfSubject, ownedDefects, ownershipConfig } from '../triage/shell';
import { enterHold } from './enter-gate-control';
import { notify, releaseFacts } from './notify';

/** What became of telling the owners; null while it is on its way. */
type TellOutcome = { readonly told: boolean; readonly because: string } | null;

const switchedOff = 'Messages are switched off in the settings, under Notifications.';

/** What the gates of a release said before its line was stopped, by the key of the stage. */
export type GatesBefore = ReadonlyMap<string, VerdictState>;

/**
 * Tells those who answer for a release that its line is stopped, once, and keeps what became of it.
 * @param before left out where nobody knows any more
 */
export async function tellLine({ id, version, line }: Hold, now: Instant, before: GatesBefore = new Map()): Promise<void> {
  if (line === null) return;
  const hold = (await holdsOf(version.id)).find((one) => one.id === id);
  if (hold === undefined) return;
  const outcome = await tellOwners(hold, line, before, now);
  if (outcome === null) return;
  const told = holdTold(hold, { ...outcome, at: readClock() });
  if (told === null || !(await holdStore.update(told))) return;
  const { revision } = await readSettings();
  await enterHold({ ...told, entered: hold.entered }, revision);
}

/** The same for a drill: the message says that it is one. */
export function tellDrill(drill: Drill, now: Instant): Promise<TellOutcome> {
  return tellOwners(drill, { stage: drill.stage, environment: drill.stage.name, build: null, subject: null }, new Map(), now);
}

type Place = Pick<StoppedLine, 'stage' | 'environment' | 'build'> & { readonly subject: string | null };

async function tellOwners(about: Hold | Drill, line: Place, before: GatesBefore, now: Instant): Promise<TellOutcome> {
  const stored = await readSettings();
  const version = await versionById(about.version.id);
  // Nobody can say whom to tell while the settings cannot be read: it waits.
  if (stored.kind !== 'ok' || version === null) return null;
  const { settings } = stored;
  const drill = line.subject === null;
  const issueId = line.subject === null ? null : issueOfSubject(line.subject);
  const defect = issueId === null ? null : await defectById(issueId);
  const facts = await releaseFacts(version, settings);
  const release = { ...facts, gates: facts.gates.map((gate) => ({ ...gate, from: before.get(gate.stage.key) ?? gate.from })) };
  const held = about.stages ?? [];
  const occurrence = lineStopped(
    { id: `${drill ? 'drill' : 'line'}:${about.id}`, at: now, projectId: about.projectId },
    {
      ...{ drill, where: placeWords(line), build: line.build, what: whatWords(line.subject, defect) },
      ...{ severity: defect?.severity ?? null, issueId: defect?.id ?? null },
      held: held.map((key) => settings.stages.find((stage) => stage.key === key)?.name ?? key),
      people: await ownersOf(about.projectId, defect?.id ?? null, settings, now),
    },
    release,
  );
  await notify([occurrence], now);
  const message = messageAtOnce(occurrence, release.ticketId ?? defect?.id ?? null, settings.notifications, now);
  if (message === null) return { told: false, because: switchedOff };
  const sent = await sendAtOnce(about.projectId, message, now);
  if (sent === null) return null;
  return sent.told ? { told: true, because: 'The owners were told on an issue of the release.' } : sent;
}

/** Pseudonyms of those who answer for it: who owns the defect, those who lead its components, the project's lead, the release managers. */
export async function ownersOf(projectId: string, defectId: string | null, settings: Settings, now: Instant): Promise<string[]> {
  const [owned] = defectId === null ? [] : await ownedDefects([defectId]);
  const defect: OwnedDefect = owned ?? { components: [], assignee: null };
  const config = await ownershipConfig(projectId, settings.ownership, { defects: [defect], names: 'none', now });
  const leads = [...config.componentLeads.values(), config.lead];
  const people = new Set([ownerOf(config, defect, now).accountId, ...leads, ...config.releaseManagers]);
  const there = [...people].filter((accountId) => accountId !== '' && (config.people.size === 0 || config.people.has(accountId)));
  return Promise.all(there.map((accountId) => pseudonymOf(accountId, newId())));
}

/** Names nothing that not everybody who sees the release may see. */
function whatWords(subject: string | null, defect: Awaited<ReturnType<typeof defectById>>): string {
  if (subject === null) return 'an S1';
  if (subject.startsWith('incident:')) return `The incident ${subject.slice('incident:'.length)}`;
  if (defect?.securityLevel !== null) return 'A defect that not everybody may see';
  return `The defect ${defect.key} (${defect.severity ?? 'no severity yet, which counts as S1'})`;
}

/** `Production (live-eu)`: the stage, and what pipelines call the place where that is another word. */
export function placeWords({ stage, environment }: Pick<StoppedLine, 'stage' | 'environment'>): string {
  return stage.name.toLowerCase() === environment.toLowerCase() ? stage.name : `${stage.name} (${environment})`;
}
