import type { Answer } from '../../../../src/contracts/screen';

/** What somebody may choose next, and how its answer is asked for. */
export interface Likely<View> {
  readonly choice: string;
  readonly read: () => Promise<Answer<View>>;
}

/** Answers to what somebody is about to choose, asked for before they choose it. */
export interface ReadAhead<View> {
  /** These may be chosen next, the likeliest first; none: nobody is about to choose. What was expected before is not asked for any more. */
  readonly expect: (likely: readonly Likely<View>[]) => void;
  /** What the screen itself asked for comes first: nothing is asked ahead until it is there. */
  readonly after: (own: Promise<unknown>) => void;
  /** The answer to a choice that is on its way already. */
  readonly underWay: (choice: string) => Promise<Answer<View>> | undefined;
}

interface Circumstances<View> {
  readonly isKept: (choice: string) => boolean;
  readonly keep: (choice: string, view: View) => void;
  /** Settles when the browser has nothing else to do. */
  readonly idle: () => Promise<void>;
}

/** A pointer that merely passes means nothing. */
export const restMs = 50;

/**
 * Reads ahead for as long as somebody shows that they may choose: their pointer or their focus is on a control. One question after the
 * other, the likeliest at once, each further one when nothing else is to be done, and none that has an answer.
 */
export function makeReadAhead<View>({ isKept, keep, idle }: Circumstances<View>): ReadAhead<View> {
  let expected: readonly Likely<View>[] = [];
  let asked: { readonly choice: string; readonly answer: Promise<Answer<View>> } | null = null;
  let own: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;

  const ask = async ({ choice, read }: Likely<View>): Promise<void> => {
    asked = { choice, answer: read() };
    const answer = await asked.answer;
    asked = null;
    if (answer.kind === 'ok') keep(choice, answer.view);
    else expected = [];
  };
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (expected.length > 0) {
      await own;
      const [next, ...later] = expected;
      expected = later;
      if (next === undefined || isKept(next.choice)) continue;
      await ask(next);
      await idle();
    }
    isBusy = false;
  };
  return {
    expect: (likely) => {
      clearTimeout(timer);
      expected = [];
      if (likely.length === 0) return;
      timer = setTimeout(() => {
        expected = likely;
        void work();
      }, restMs);
    },
    after: (promise) => {
      own = promise;
    },
    underWay: (choice) => (asked?.choice === choice ? asked.answer : undefined),
  };
}

/** Not every browser tells when it has nothing to do. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: restMs });
    else setTimeout(resolve, 0);
  });
}
