import type { Instant } from '../../kernel/instant';
import { checkId, checkStanding, lastSaid } from './check';
import type { Check, CheckAsked } from './check';
import { proofOf } from './proof';

/** Why somebody has a hand in what is checked: in a fix of the release, or in what its gates ask for. */
export type Authorship = 'fix' | 'policy';

export interface ConfirmFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  /** Whether Jira has the person in the role that the gate asks for; null where the project has no such role. */
  readonly inRole: boolean | null;
  /** Null for somebody who has no hand in it. */
  readonly authorship: Authorship | null;
  readonly asked: CheckAsked;
  readonly evidence: string;
  /** The builds that the person saw, and those that are judged now. */
  readonly seen: readonly string[];
  readonly builds: readonly string[];
  readonly now: Instant;
}

export type CheckOutcome =
  | { readonly kind: 'done'; readonly check: Check }
  /** Nothing changes; `message` says why, for a person. */
  | { readonly kind: 'refused'; readonly field: 'check' | 'evidence'; readonly message: string };

const refused = (message: string, field: 'check' | 'evidence' = 'check'): CheckOutcome => ({ kind: 'refused', field, message });

const authorWords: Readonly<Record<Authorship, string>> = {
  fix: 'You worked on a fix of this release, so somebody else in the role confirms it.',
  policy: 'You changed what gates ask for in the last 90 days, so somebody else in the role confirms it.',
};

/** Confirms a check for the builds that are judged. @param before what was said to it so far; null where nothing was */
export function confirmCheck(
  place: Pick<Check, 'projectId' | 'version' | 'stage' | 'name'>,
  before: Check | null,
  { who, inRole, authorship, asked, evidence: text, seen, builds, now: at }: ConfirmFacts,
): CheckOutcome {
  const { role, evidence: form } = asked;
  if (inRole === null)
    return refused(`This project has no role ${role}, so nobody can confirm it. A Jira admin names another role in the gate.`);
  if (!inRole) return refused(`Somebody in the project role ${role} confirms this, and you are not in it.`);
  if (authorship !== null) return refused(authorWords[authorship]);
  const said = before === null ? null : lastSaid(before);
  if (checkStanding(said, asked, builds, at).kind === 'confirmed') return refused('It is confirmed already.');
  if (!sameBuilds(seen, builds))
    return refused(`Meanwhile ${builds.join(', ') || 'no build'} is judged. Look at that, and confirm it then.`);
  const proof = proofOf(form, text);
  if (proof.kind === 'lacking') return refused(proof.message, 'evidence');
  const event = { act: 'confirmed', at, who, role, form, evidence: proof.evidence, builds } as const;
  const id = checkId(place.version.id, place.stage.key, place.name);
  return { kind: 'done', check: { id, ...place, state: 'confirmed', events: [...(before?.events ?? []), event] } };
}

function sameBuilds(some: readonly string[], others: readonly string[]): boolean {
  return some.every((build) => others.includes(build)) && others.every((build) => some.includes(build));
}

export interface WithdrawFacts {
  /** Pseudonym of the person who acts. */
  readonly who: string;
  readonly inRole: boolean;
  readonly because: string;
  readonly now: Instant;
}

/** Takes a confirmation back: whoever gave it, and whoever is in the role. Saying no needs no distance from the work. */
export function withdrawCheck(check: Check, { who, inRole, because, now: at }: WithdrawFacts): CheckOutcome {
  const last = check.events.at(-1);
  if (last?.act !== 'confirmed') return refused('It is not confirmed, so there is nothing to take back.');
  if (!inRole && last.who !== who) return refused('Only who confirmed it, or somebody in its role, may take that back.');
  if (because.trim() === '') return refused('Say why it does not hold any more.', 'evidence');
  const event = { act: 'withdrawn', at, who, because: because.trim() } as const;
  return { kind: 'done', check: { ...check, state: 'withdrawn', events: [...check.events, event] } };
}
