import { z } from 'zod';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { readAccounts, readComponentLeads, readProjectLead } from '../../platform/jira';
import { readKey, writeFleeting } from '../../platform/key-value';
import { firstAvailable } from '../ownership';
import type { OwnedDefect, OwnershipConfig, OwnershipSettings, Person, Rota } from '../ownership';

/** How long Jira's word of who has an active account, and who leads a project, is believed. */
const life = day;
const accountsKey = 'owner-accounts';
const accountsSchema = z.object({ at: z.string(), active: z.record(z.string(), z.boolean()) });
const leadSchema = z.object({ at: z.string(), lead: z.string().nullable() });
const componentLeadsSchema = z.object({ at: z.string(), leads: z.array(z.tuple([z.string(), z.string()])) });
/** A value of the key-value store has 240 KiB. */
const mostKept = 1500;

/** Everybody whom the settings name. */
export function peopleOfOwnership(
  settings: Pick<OwnershipSettings, 'rotas' | 'defaultRota' | 'absences' | 'releaseManagers'>,
): string[] {
  const rotas = rotasIn(settings);
  const found = [
    ...rotas.flatMap(({ members }) => members),
    ...rotas.flatMap(({ deputies }) => deputies.flatMap(({ accountId, of }) => (of === null ? [accountId] : [accountId, of]))),
    ...rotas.flatMap(({ ladder }) => ladder.flatMap(({ who }) => (who.kind === 'person' ? [who.accountId] : []))),
    ...settings.absences.map(({ accountId }) => accountId),
    ...settings.releaseManagers,
  ];
  return [...new Set(found)];
}

function rotasIn({ rotas, defaultRota }: Pick<OwnershipSettings, 'rotas' | 'defaultRota'>): readonly Rota[] {
  return defaultRota === null ? rotas : [...rotas, defaultRota];
}

/**
 * The settings and what Jira says of people. Where Jira does not answer, everybody counts as active: a name that may be out of date is
 * better than none.
 * @param defects that it is for
 * @param names whose names are asked for, as the viewer; `none` asks for no names, and then reasons name nobody
 */
export async function ownershipConfig(
  projectId: string,
  settings: OwnershipSettings,
  { defects, names, now }: { defects: readonly OwnedDefect[]; names: 'viewer' | 'none'; now: Instant },
): Promise<OwnershipConfig> {
  const lead = await leadOf(projectId, now);
  const componentLeads = await componentLeadsOf(projectId, defects, now);
  const assignees = defects.flatMap(({ assignee }) => assignee ?? []);
  const leads = [...componentLeads.values(), ...(lead === null ? [] : [lead])];
  const ids = [...new Set([...peopleOfOwnership(settings), ...assignees, ...leads])];
  const active = await activeAmong(ids, now);
  const known = names === 'none' ? new Map<string, string>() : await namesOf(ids);
  const calendars = calendarsByPerson(settings);
  const people = ids
    .filter((id) => active[id] !== false)
    .map((id): [string, Person] => [id, { name: known.get(id) ?? 'somebody', calendar: calendars.get(id) ?? null }]);
  return { ...settings, people: new Map(people), componentLeads, lead: lead ?? '' };
}

/** Which of these people have no active account, as far as Jira says. */
export async function inactiveAmong(accountIds: readonly string[], now: Instant): Promise<string[]> {
  const active = await activeAmong(accountIds, now);
  return accountIds.filter((id) => active[id] === false);
}

/** Names of people for the person at the screen, asked now; none where Jira does not let that person look others up. */
async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await readAccounts('viewer', ids);
  return new Map(found.kind === 'ok' ? found.value.map(({ accountId, name }) => [accountId, name]) : []);
}

/** Whoever is on a rota works by its calendar; the first rota counts. */
function calendarsByPerson(settings: OwnershipSettings): Map<string, string> {
  const found = new Map<string, string>();
  for (const { calendar, members, deputies } of rotasIn(settings))
    for (const accountId of [...members, ...deputies.map((deputy) => deputy.accountId)])
      if (calendar !== '' && !found.has(accountId)) found.set(accountId, calendar);
  return found;
}

async function leadOf(projectId: string, now: Instant): Promise<string | null> {
  const key = `owner-lead:${projectId}`;
  const cached = leadSchema.safeParse(await readKey(key));
  if (cached.success && Math.abs(between(cached.data.at, now)) < life) return cached.data.lead;
  const lead = await readProjectLead(projectId);
  if (lead.kind !== 'ok') return cached.success ? cached.data.lead : null;
  await writeFleeting(key, { at: now, lead: lead.value }, life / 1000);
  return lead.value;
}

/** Those who lead components of these defects, by the component's name. Where Jira does not answer, they are those of the last answer. */
async function componentLeadsOf(
  projectId: string,
  defects: readonly OwnedDefect[],
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(defects.flatMap(({ components }) => components));
  if (wanted.size === 0) return new Map();
  const key = `owner-component-leads:${projectId}`;
  const cached = componentLeadsSchema.safeParse(await readKey(key));
  const isFresh = cached.success && Math.abs(between(cached.data.at, now)) < life;
  const read = isFresh ? null : await readComponentLeads(projectId);
  const leads = read?.kind === 'ok' ? [...read.value] : cached.success ? cached.data.leads : [];
  if (read?.kind === 'ok' && leads.length <= mostKept) await writeFleeting(key, { at: now, leads }, life / 1000);
  return new Map(leads.filter(([component]) => wanted.has(component)));
}

async function activeAmong(ids: readonly string[], now: Instant): Promise<Readonly<Record<string, boolean>>> {
  const cached = accountsSchema.safeParse(await readKey(accountsKey));
  const fresh = cached.success && Math.abs(between(cached.data.at, now)) < life;
  const known = fresh ? cached.data.active : {};
  const unknown = ids.filter((id) => !Object.hasOwn(known, id));
  if (unknown.length === 0) return known;
  const asked = await readAccounts('app', unknown);
  if (asked.kind !== 'ok') return known;
  const answered = Object.fromEntries([
    ...unknown.map((id) => [id, false] as const),
    ...asked.value.map(({ accountId, active }) => [accountId, active] as const),
  ]);
  const all = { ...known, ...answered };
  const at = fresh ? cached.data.at : now;
  if (Object.keys(all).length <= mostKept) await writeFleeting(accountsKey, { at, active: all }, life / 1000);
  return all;
}

/**
 * Who owns each of many defects, by its id: once for those that have the same components and assignee. Those that nobody owns, because the
 * project has no lead either, are missing.
 */
export function ownersOf(
  config: OwnershipConfig,
  defects: readonly (OwnedDefect & { readonly id: string })[],
  now: Instant,
): Map<string, string> {
  const at = Date.parse(now);
  const known = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const defect of defects) {
    const key = JSON.stringify([defect.assignee, ...defect.components]);
    const owner = known.get(key) ?? firstAvailable(config, defect, at).accountId;
    known.set(key, owner);
    if (owner !== '') owners.set(defect.id, owner);
  }
  return owners;
}
