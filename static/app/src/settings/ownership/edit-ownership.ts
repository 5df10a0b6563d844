import type { OwnershipSettingsDocument } from '../../../../../src/contracts/ownership-settings';
import type { Settings } from '../../../../../src/contracts/settings';
import { moved, replaced, without, type Edit } from '../edit-settings';

export type Ownership = OwnershipSettingsDocument;
export type Rota = Ownership['rotas'][number];
export type Calendar = Ownership['calendars'][number];
export type Hours = Pick<Calendar, 'zone' | 'hours' | 'holidays'>;
export type Span = Calendar['hours'][number];
export type Step = Rota['ladder'][number];

export const changeOwnership =
  (change: Partial<Ownership>): Edit =>
  (settings) => ({ ...settings, ownership: { ...settings.ownership, ...change } });

/** The calendar as it is in most offices, until somebody changes it. @param zone of the person at the screen */
export function newCalendar(name: string, zone: string): Calendar {
  return { name, zone, hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [], handOver: [] };
}

/** Weeks begin on the Monday of this week. @param now the moment at which it is made */
export function newRota(component: string, { calendars }: Ownership, zone: string, now: string): Rota {
  const calendar = calendars[0];
  return {
    ...{ component, calendar: calendar?.name ?? '', members: [], deputies: [], ladder: [] },
    rotation: { kind: 'weekly', start: mondayOf(now), handOver: '09:00', zone: calendar?.zone ?? zone },
  };
}

function mondayOf(now: string): string {
  const today = new Date(`${now.slice(0, 10)}T00:00:00Z`);
  return new Date(today.getTime() - ((today.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a calendar can be known by this name: it is one, and no other calendar has it. */
export function isFreeName({ calendars }: Ownership, at: number, name: string): boolean {
  return name.trim() !== '' && !calendars.some((other, place) => place !== at && other.name.trim() === name.trim());
}

type Naming = Pick<Settings, 'ownership' | 'triage'>;

/**
 * A calendar that is called otherwise is still the one of everything that names it. While it is being typed and cannot be known by what
 * is there, what names it keeps the name from before.
 * @param from the name that it is known by
 */
export function renameCalendar({ ownership, triage }: Naming, at: number, name: string, from: string): Naming {
  const { calendars, rotas, defaultRota } = ownership;
  const named = { ...ownership, calendars: replaced(calendars, at, { name }) };
  if (from === '' || !isFreeName(ownership, at, name)) return { ownership: named, triage };
  const follow = <Follower extends { readonly calendar: string }>(one: Follower): Follower =>
    one.calendar === from ? { ...one, calendar: name } : one;
  return {
    ownership: { ...named, rotas: rotas.map(follow), defaultRota: defaultRota === null ? null : follow(defaultRota) },
    triage: follow(triage),
  };
}

/** Whoever leaves a rota takes along who stood in for that person there. */
export function removeMember(rota: Rota, at: number): Rota {
  const gone = rota.members[at];
  return { ...rota, members: without(rota.members, at), deputies: rota.deputies.filter(({ of }) => of === null || of !== gone) };
}

export function moveMember(rota: Rota, at: number, by: -1 | 1): Rota {
  return { ...rota, members: moved(rota.members, at, by) };
}

/** The next step comes as much later as the last one came after the one before. */
export function addStep(rota: Rota): Rota {
  const [last, before] = [rota.ladder.at(-1)?.afterMinutes ?? 0, rota.ladder.at(-2)?.afterMinutes ?? 0];
  const who: Step['who'] = { kind: rota.ladder.length === 0 ? 'deputy' : 'lead' };
  return { ...rota, ladder: [...rota.ladder, { afterMinutes: last + (last - before || 120), who }] };
}

export const whoChoices = [
  { value: 'deputy', label: 'the deputy' },
  { value: 'lead', label: 'the lead of the project' },
  { value: 'release-managers', label: 'the release managers' },
  { value: 'person', label: 'a person' },
] as const;

/** Everybody whom the settings name. */
export function peopleIn({ rotas, defaultRota, absences, releaseManagers }: Ownership): string[] {
  const all = defaultRota === null ? rotas : [...rotas, defaultRota];
  const found = [
    ...all.flatMap(({ members, deputies, ladder }) => [
      ...members,
      ...deputies.map(({ accountId }) => accountId),
      ...ladder.flatMap(({ who }) => (who.kind === 'person' ? [who.accountId] : [])),
    ]),
    ...absences.map(({ accountId }) => accountId),
    ...releaseManagers,
  ];
  return [...new Set(found)].filter((id) => id !== 'erased');
}
