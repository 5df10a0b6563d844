import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { DeferralState } from '../deferral';
import type { Basis, Choice } from './decision';

/** A defect and what belongs to it, as they are now. */
export interface FactsNow {
  readonly at: Instant;
  readonly open: boolean;
  readonly severity: Severity | null;
  readonly fixVersionIds: readonly string[];
  /** Whether it was closed at some moment after the decision. */
  readonly wasClosed: boolean;
  /** The release that it is to be fixed in; null where that is gone or the decision names none. */
  readonly release: { readonly released: boolean; readonly archived: boolean } | null;
  /** The newest deferral that was asked for after the decision, or a little before it; null where nobody asked for any. */
  readonly deferral: DeferralState | null;
  readonly question: 'open' | 'answered' | 'expired' | null;
}

export interface StandingDecision {
  readonly choice: Choice;
  readonly basis: Basis;
  readonly decidedAt: Instant;
}

/** So long after it was decided to defer, the deferral has to be asked for. */
const deferralWithin = 3 * day;

/**
 * Why a decision does not stand any more, as a finished sentence; null where it stands. Who is assigned has no say in it. A defect that
 * is closed needs no decision, and one that was reopened needs another.
 */
export function lapses(decision: StandingDecision, now: FactsNow): string | null {
  if (!now.open) return null;
  if (now.wasClosed) return 'It was reopened.';
  const { severity } = decision.basis;
  if (severity !== now.severity) return `Its severity changed from ${severity ?? 'none'} to ${now.severity ?? 'none'}.`;
  const { choice } = decision;
  switch (choice.kind) {
    case 'fix-now':
      return releaseLapsed(choice.release, now);
    case 'defer':
      return deferralLapsed(decision.decidedAt, now);
    case 'need-information':
      return questionLapsed(choice.expiresAt, now);
    case 'duplicate':
    case 'not-a-defect':
      return null;
  }
}

function releaseLapsed({ id, name }: { readonly id: string; readonly name: string }, now: FactsNow): string | null {
  if (now.release === null) return `${name}, in which it was to be fixed, is gone.`;
  if (now.release.released) return `${name}, in which it was to be fixed, was released without it.`;
  if (now.release.archived) return `${name}, in which it was to be fixed, was archived.`;
  return now.fixVersionIds.includes(id) ? null : `It was taken out of ${name}.`;
}

function deferralLapsed(decidedAt: Instant, { deferral, at }: FactsNow): string | null {
  switch (deferral) {
    case 'refused':
      return 'Its deferral was refused.';
    case 'withdrawn':
      return 'Its deferral was withdrawn.';
    case 'expired':
      return 'Its deferral expired.';
    case 'requested':
    case 'approved':
    case 'fulfilled':
      return null;
    case null:
      return between(decidedAt, at) > deferralWithin ? 'Nobody asked for the deferral within three days.' : null;
  }
}

function questionLapsed(expiresAt: Instant, { question, at }: FactsNow): string | null {
  if (question === 'answered') return 'The question was answered.';
  return question === 'expired' || expiresAt <= at ? 'The question was not answered in time.' : null;
}
