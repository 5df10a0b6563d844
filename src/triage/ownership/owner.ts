import type { Instant } from '../../kernel/instant';
import { day } from '../../kernel/instant';
import { absenceChanges, isAvailable } from './absence';
import { firstAvailable, hasRota, leadsOf, rotasOf } from './candidates';
import type { Candidate, OwnedDefect } from './candidates';
import type { OwnershipConfig, Rota } from './config';
import { turnAt } from './rotation';
import { nameOf, rotaWords, unavailableWords } from './words';

/** Who owns a defect at a moment. */
export interface Ownership {
  readonly accountId: string;
  readonly kind: Candidate['kind'];
  /** Reads on after the person's name and a comma: `on the rota of Payments this week`. */
  readonly why: string;
  /** When it will be somebody else, as things are planned; null where that isn't planned for the next five weeks. */
  readonly until: Instant | null;
}

const outlook = 35 * day;

/**
 * Who owns a defect now: always somebody. The first who can be asked of: the assignee, whose turn it is on the rota, that person's deputies
 * and theirs, the rota's deputies, its other members, the same for the rotas of further components, those who lead its components in Jira,
 * the same for the default rota, the project's lead, the release managers. Where nobody can, the lead all the same.
 */
export function ownerOf(config: OwnershipConfig, defect: OwnedDefect, now: Instant): Ownership {
  const at = Date.parse(now);
  const owner = firstAvailable(config, defect, at);
  const until = nextOwnerAt(config, defect, at, owner.accountId);
  const why = `${whyOwner(config, defect, owner, at)}${whyNotAssignee(config, defect, owner, at)}`;
  return { accountId: owner.accountId, kind: owner.kind, why, until: until === null ? null : new Date(until).toISOString() };
}

/** Looks at each moment at which a turn ends or somebody concerned leaves or is back: nothing changes between them. */
function nextOwnerAt(config: OwnershipConfig, defect: OwnedDefect, now: number, owner: string): number | null {
  const rotas = rotasOf(config, defect);
  const onRotas = rotas.flatMap(({ members, deputies }) => [...members, ...deputies.map(({ accountId }) => accountId)]);
  const concerned = new Set([
    ...onRotas,
    ...leadsOf(config, defect).map(({ accountId }) => accountId),
    config.lead,
    ...config.releaseManagers,
    ...(defect.assignee === null ? [] : [defect.assignee]),
  ]);
  const moments = [
    ...rotas.flatMap((rota) => turnsUntil(rota, now, now + outlook)),
    ...[...concerned].flatMap((accountId) => absenceChanges(config, accountId)),
  ].filter((at) => at > now && at <= now + outlook);
  const changed = (at: number) => firstAvailable(config, defect, at).accountId !== owner;
  return moments.sort((a, b) => a - b).find(changed) ?? null;
}

function turnsUntil(rota: Rota, now: number, end: number): readonly number[] {
  const ends: number[] = [];
  for (let turn = turnAt(rota, now); turn !== null && turn.until <= end; turn = turnAt(rota, turn.until)) ends.push(turn.until);
  return ends;
}

function whyOwner(config: OwnershipConfig, defect: OwnedDefect, owner: Candidate, at: number): string {
  const away = (accountId: string) => unavailableWords(config, accountId, at);
  switch (owner.kind) {
    case 'assignee':
      return 'assigned to it';
    case 'on-duty':
      return `on ${rotaWords(config, owner.rota)} ${owner.rota.rotation.kind === 'weekly' ? 'this week' : 'today'}`;
    case 'deputy': {
      const absent = nameOf(config, owner.of);
      if (owner.own) return `deputy of ${absent}, who ${away(owner.of)}`;
      return `deputy on ${rotaWords(config, owner.rota)}, because ${absent}, whose turn it is, ${away(owner.of)}`;
    }
    case 'member':
      return `on ${rotaWords(config, owner.rota)}, because ${nameOf(config, owner.of)}, whose turn it is, ${away(owner.of)}`;
    case 'component-lead': {
      const why = hasRota(config, owner.component) ? 'because nobody on its rota is available' : 'which has no rota of its own';
      return `lead of the component ${owner.component}, ${why}`;
    }
    case 'lead':
      if (!isAvailable(config, owner.accountId, at))
        return `lead of the project, who ${away(owner.accountId)}, because nobody is available`;
      return `lead of the project, because ${noRota(config, defect)}`;
    case 'release-manager':
      return `release manager, because the lead of the project ${away(config.lead)} and ${noRota(config, defect)}`;
  }
}

function noRota(config: OwnershipConfig, defect: OwnedDefect): string {
  return rotasOf(config, defect).length === 0 ? 'no rota covers it' : 'nobody on the rota is available';
}

function whyNotAssignee(config: OwnershipConfig, { assignee }: OwnedDefect, owner: Candidate, at: number): string {
  if (assignee === null || owner.kind === 'assignee' || owner.accountId === assignee) return '';
  return `; ${nameOf(config, assignee)}, who is assigned, ${unavailableWords(config, assignee, at)}`;
}
