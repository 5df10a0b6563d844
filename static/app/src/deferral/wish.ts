import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { sensibleDay } from './deferral-words';

/** What somebody asks for in the dialog. */
export interface Wish {
  readonly reason: string;
  readonly rationale: string;
  readonly targetVersionId: string;
  readonly control: string;
  /** Null for the day that the dialog proposes. */
  readonly expiresOn: string | null;
}

const typed = new Map<string, Wish>();

/** What was typed for these issues and not sent, so that a dialog that was left by mistake loses nothing. */
export function wishFor(key: string, { releases }: DeferralOptionsView): Wish {
  const kept = typed.get(key);
  if (kept !== undefined && releases.some(({ id }) => id === kept.targetVersionId)) return kept;
  return { reason: '', rationale: '', targetVersionId: releases[0]?.id ?? '', control: '', expiresOn: null };
}

/** @param wish null once it was sent */
export function keepWish(key: string, wish: Wish | null): void {
  if (wish === null) typed.delete(key);
  else typed.set(key, wish);
}

/** The day that is asked for. */
export function dayOf({ targetVersionId, expiresOn }: Wish, options: DeferralOptionsView): string {
  const target = options.releases.find(({ id }) => id === targetVersionId);
  return expiresOn ?? sensibleDay(options, target?.releaseDate ?? null);
}

/** The request as the back end takes it. */
export function requestOf(wish: Wish, options: DeferralOptionsView, issueIds: readonly string[]) {
  const { reason, rationale, targetVersionId, control } = wish;
  return {
    ...{ projectId: options.project.id, issueIds: [...issueIds], reason, rationale, targetVersionId },
    control: options.needsControl && control.trim() !== '' ? control : null,
    expiresOn: dayOf(wish, options),
  };
}
