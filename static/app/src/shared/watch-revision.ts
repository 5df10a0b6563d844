/** What a screen needs in order to look again when something changed. */
export interface RevisionWatch {
  /** Asks for the revision; null where there was no answer. */
  readonly ask: () => Promise<string | null>;
  /** Called with every answer, and with null where there was none. */
  readonly onAnswer: (revision: string | null) => void;
  readonly isHidden: () => boolean;
}

export const pollMs = 2500;
export const slowestPollMs = 30_000;

/** How long to wait before asking again: twice as long after each failure in a row. */
export function pollDelay(failures: number): number {
  return Math.min(slowestPollMs, pollMs * 2 ** failures);
}

/** Asks again and again while the page can be seen. @returns the way to stop, and to ask at once */
export function watchRevision({ ask, onAnswer, isHidden }: RevisionWatch): { stop: () => void; askNow: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let asking = false;
  let stopped = false;
  const later = (): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void turn(), pollDelay(failures));
  };
  const turn = async (): Promise<void> => {
    if (asking || stopped) return;
    if (isHidden()) return later();
    asking = true;
    const revision = await ask();
    asking = false;
    failures = revision === null ? failures + 1 : 0;
    if (!stopped) onAnswer(revision);
    later();
  };
  later();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
    askNow: () => {
      failures = 0;
      clearTimeout(timer);
      void turn();
    },
  };
}
