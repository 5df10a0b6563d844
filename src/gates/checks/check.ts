import { sha256 } from '../../kernel/hash';
import { hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

/** What shows that a check was done: an address to look at, or a few words. */
export const evidenceForms = ['link', 'text'] as const;
export type EvidenceForm = (typeof evidenceForms)[number];

/** Somebody in the role says yes, and shows it. */
export interface Confirmed {
  readonly act: 'confirmed';
  readonly at: Instant;
  /** Pseudonym. */
  readonly who: string;
  /** Name of the project role in which the person was at that moment. */
  readonly role: string;
  readonly form: EvidenceForm;
  readonly evidence: string;
  /** The builds that were judged then; none where none was told. It counts for no other. */
  readonly builds: readonly string[];
}

/** Somebody takes the yes back. */
export interface Withdrawn {
  readonly act: 'withdrawn';
  readonly at: Instant;
  /** Pseudonym. */
  readonly who: string;
  readonly because: string;
}

export type CheckEvent = Confirmed | Withdrawn;
export const checkStates = ['confirmed', 'withdrawn'] as const;

/** What people said to one check of a release and a stage. It is what its events made of it. */
export interface Check {
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly stage: { readonly key: string; readonly name: string };
  /** What was asked, in words. */
  readonly name: string;
  readonly state: (typeof checkStates)[number];
  /** Oldest first; never empty. */
  readonly events: readonly CheckEvent[];
}

/** What a gate asks of a check now. */
export interface CheckAsked {
  /** Name of a project role. */
  readonly role: string;
  readonly evidence: EvidenceForm;
  /** For so many hours a confirmation is good; null: as long as the builds are the same. */
  readonly hours: number | null;
}

/** The name by which a check is known: capitals and blanks make no other one of it. */
export function checkKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** `<id of the version>-<number of the check>`: the number stands for its stage and its name. */
export function checkId(versionId: string, stageKey: string, name: string): string {
  const digits = sha256(JSON.stringify([stageKey, checkKey(name)])).slice(0, 12);
  return `${versionId}-${parseInt(digits, 16)}`;
}

/** What was said last, without who said it and what shows it: as much as a gate decides by. */
export type CheckSaid = Pick<Confirmed, 'act' | 'at' | 'role' | 'form' | 'builds'> | Pick<Withdrawn, 'act'>;

export function lastSaid({ events }: Pick<Check, 'events'>): CheckSaid | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  if (last.act === 'withdrawn') return { act: last.act };
  const { act, at, role, form, builds } = last;
  return { act, at, role, form, builds };
}

type SaidYes = Extract<CheckSaid, { readonly act: 'confirmed' }>;

/** How it stands with a check; all but `confirmed` hold. */
export type CheckStanding =
  | { readonly kind: 'confirmed'; readonly by: SaidYes; readonly until: Instant | null }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'withdrawn' }
  /** It was confirmed by another role, with other evidence, for other builds, or too long ago. */
  | { readonly kind: 'other-role' | 'other-evidence' | 'other-builds' | 'over'; readonly by: SaidYes };

/**
 * Whether a check counts at a moment. What a gate asks may have changed since somebody confirmed it: then it was another question.
 * @param last what was said last; null where nothing was
 * @param builds that are judged now
 */
export function checkStanding(
  last: CheckSaid | null,
  { role, evidence, hours }: CheckAsked,
  builds: readonly string[],
  now: Instant,
): CheckStanding {
  if (last === null) return { kind: 'unconfirmed' };
  if (last.act === 'withdrawn') return { kind: 'withdrawn' };
  if (!sameRole(last.role, role)) return { kind: 'other-role', by: last };
  // Who showed a page to look at has shown no less than words.
  if (evidence === 'link' && last.form !== 'link') return { kind: 'other-evidence', by: last };
  if (!builds.every((build) => last.builds.includes(build))) return { kind: 'other-builds', by: last };
  const until = hours === null ? null : plus(last.at, hours * hour);
  return until !== null && until <= now ? { kind: 'over', by: last } : { kind: 'confirmed', by: last, until };
}

/** Jira tells roles apart whatever their capitals. */
export function sameRole(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * A check as far as it may count: a confirmation that the ledger lacks does not, so that nothing opens off the record; what was withdrawn
 * is so at once. Null where nothing is left.
 */
export function checkOnRecord(check: Check, entered: number): Check | null {
  const { events } = check;
  if (events.at(-1)?.act !== 'confirmed' || entered >= events.length) return check;
  const kept = events.slice(0, -1);
  const state = kept.at(-1)?.act;
  return state === undefined ? null : { ...check, state, events: kept };
}
