import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import { ownershipSettingsSchema } from '../../contracts/ownership-settings';
import type { RotaPreview } from '../../contracts/ownership';
import type { Answer } from '../../contracts/screen';
import type { Instant } from '../../kernel/instant';
import { ownerOf } from '../../triage';
import type { OwnershipConfig, Rota } from '../../triage';
import { inactiveAmong, peopleOfOwnership } from '../../triage/shell';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';

/** Whose turn it would be now by rotas as the screen has them, and who comes next. Changes nothing. */
export async function previewRotas(
  { ownership }: BridgeRequest<'previewRotas'>,
  { now }: Viewer,
): Promise<Answer<BridgeView<'previewRotas'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const parsed = ownershipSettingsSchema.safeParse(ownership);
  if (!parsed.success) return shown({ kind: 'invalid' });
  const settings = parsed.data;
  const people = peopleOfOwnership(settings);
  const inactive = await inactiveAmong(people, now);
  const active = people.filter((id) => !inactive.includes(id));
  const calendarOf = (id: string) => settings.rotas.find(({ members }) => members.includes(id))?.calendar ?? null;
  const known = new Map(active.map((id) => [id, { name: id, calendar: calendarOf(id) }]));
  // Without leads and release managers, nobody outside the rota is named.
  const config: OwnershipConfig = { ...settings, releaseManagers: [], people: known, componentLeads: new Map(), lead: '' };
  return shown({
    ...{ kind: 'preview', now, inactive },
    rotas: settings.rotas.map((rota) => turnOf(config, rota, now)),
    defaultRota: settings.defaultRota === null ? null : turnOf(config, settings.defaultRota, now),
  });
}

function turnOf(config: OwnershipConfig, rota: Rota, now: Instant): RotaPreview['rotas'][number] {
  const alone = { ...config, rotas: [{ ...rota, component: 'this' }], defaultRota: null };
  const defect = { components: ['this'], assignee: null };
  const { accountId, kind, until } = ownerOf(alone, defect, now);
  const next = until === null ? '' : ownerOf(alone, defect, until).accountId;
  const orNull = (id: string) => (id === '' ? null : id);
  return { now: orNull(accountId), standsIn: kind === 'deputy' || kind === 'member', until, next: orNull(next) };
}
