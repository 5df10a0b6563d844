import { isAvailable } from './absence';
import type { OwnershipConfig, Rota } from './config';
import { turnAt } from './rotation';

/** What decides who owns a defect. */
export interface OwnedDefect {
  /** Their names. */
  readonly components: readonly string[];
  /** Account id; null where nobody is. */
  readonly assignee: string | null;
}

/** Somebody who owns a defect when nobody before can be asked. */
export type Candidate = { readonly accountId: string } & (
  | { readonly kind: 'assignee' | 'lead' | 'release-manager' }
  | { readonly kind: 'component-lead'; readonly component: string }
  | { readonly kind: 'on-duty'; readonly rota: Rota }
  /** `of` is who would have come first: a member or another deputy; `own` whether the deputy is that person's alone. */
  | { readonly kind: 'deputy'; readonly rota: Rota; readonly of: string; readonly own: boolean }
  /** A member of the rota whose turn it is not; `of` is whose turn it is. */
  | { readonly kind: 'member'; readonly rota: Rota; readonly of: string }
);

/** The rotas that count for a defect, in order of precedence. */
export function rotasOf(config: OwnershipConfig, defect: OwnedDefect): readonly Rota[] {
  return [...ownRotas(config, defect), ...otherRotas(config, defect)];
}

/** Those of its components. */
function ownRotas(config: OwnershipConfig, { components }: OwnedDefect): readonly Rota[] {
  return config.rotas.filter(({ component }) => components.includes(component));
}

/** The default rota, where a component has none of its own, or there is no component. */
function otherRotas(config: OwnershipConfig, { components }: OwnedDefect): readonly Rota[] {
  const covered = components.length > 0 && components.every((name) => hasRota(config, name));
  return covered || config.defaultRota === null ? [] : [config.defaultRota];
}

export function hasRota(config: OwnershipConfig, component: string): boolean {
  return config.rotas.some((rota) => rota.component === component);
}

/** The leads of its components, in the order of their names. */
export function leadsOf(
  { componentLeads }: OwnershipConfig,
  { components }: OwnedDefect,
): { readonly component: string; readonly accountId: string }[] {
  return components.toSorted().flatMap((component) => {
    const accountId = componentLeads.get(component);
    return accountId === undefined ? [] : [{ component, accountId }];
  });
}

/** The first who can be asked; the lead where nobody can. */
export function firstAvailable(config: OwnershipConfig, defect: OwnedDefect, now: number): Candidate {
  for (const candidate of candidates(config, defect, now)) if (isAvailable(config, candidate.accountId, now)) return candidate;
  return { kind: 'lead', accountId: config.lead };
}

/** Everybody who may own a defect, the first first; some may come twice. */
export function* candidates(config: OwnershipConfig, defect: OwnedDefect, now: number): Generator<Candidate> {
  if (defect.assignee !== null) yield { kind: 'assignee', accountId: defect.assignee };
  for (const rota of ownRotas(config, defect)) yield* ofRota(rota, now);
  for (const lead of leadsOf(config, defect)) yield { kind: 'component-lead', ...lead };
  for (const rota of otherRotas(config, defect)) yield* ofRota(rota, now);
  yield { kind: 'lead', accountId: config.lead };
  for (const accountId of config.releaseManagers) yield { kind: 'release-manager', accountId };
}

function* ofRota(rota: Rota, now: number): Generator<Candidate> {
  const index = turnAt(rota, now)?.index ?? null;
  const onDuty = index === null ? undefined : rota.members[index];
  if (index === null || onDuty === undefined) return;
  yield { kind: 'on-duty', accountId: onDuty, rota };
  yield* ownDeputies(rota, onDuty);
  for (const { accountId, of } of rota.deputies)
    if (of === null) yield { kind: 'deputy', accountId, rota, of: onDuty, own: false };
  for (const accountId of [...rota.members.slice(index + 1), ...rota.members.slice(0, index)])
    yield { kind: 'member', accountId, rota, of: onDuty };
}

/** A person's deputies, then theirs, and so on: a set goes through each person once, so two who stand in for each other are no circle. */
function* ownDeputies(rota: Rota, member: string): Generator<Candidate> {
  const seen = new Set([member]);
  for (const of of seen)
    for (const deputy of rota.deputies) {
      if (deputy.of !== of) continue;
      seen.add(deputy.accountId);
      yield { kind: 'deputy', accountId: deputy.accountId, rota, of, own: true };
    }
}
