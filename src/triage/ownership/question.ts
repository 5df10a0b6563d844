import type { Instant } from '../../kernel/instant';

/** Something that a named person was asked about a defect. */
export interface Question {
  readonly askedAt: Instant;
  /** From this moment on the person is no longer waited for. */
  readonly expiresAt: Instant;
  readonly answeredAt: Instant | null;
}

/** Where a question stands, whom the defect waits for, and that as a sentence. */
export type QuestionState =
  | { readonly kind: 'open'; readonly waitsFor: 'asked'; readonly until: Instant; readonly sentence: string }
  | {
      readonly kind: 'answered';
      readonly waitsFor: 'owner';
      readonly at: Instant;
      readonly late: boolean;
      readonly sentence: string;
    }
  | { readonly kind: 'expired'; readonly waitsFor: 'owner'; readonly at: Instant; readonly sentence: string };

/** As known at `now`: an answer counts from when it was given, late ones too. At its expiry the defect goes back to its owner. */
export function questionState({ expiresAt, answeredAt }: Question, now: Instant): QuestionState {
  if (answeredAt !== null && answeredAt <= now) {
    const late = answeredAt >= expiresAt;
    const sentence = late ? 'It was answered after it had expired.' : 'It was answered in time.';
    return { kind: 'answered', waitsFor: 'owner', at: answeredAt, late, sentence };
  }
  if (now >= expiresAt)
    return {
      kind: 'expired',
      waitsFor: 'owner',
      at: expiresAt,
      sentence: 'Nobody answered in time, so it is with the owner again.',
    };
  return { kind: 'open', waitsFor: 'asked', until: expiresAt, sentence: 'It waits for an answer.' };
}
