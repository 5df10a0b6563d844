/** The sandbox's time. Nothing in the sandbox reads the machine's clock except the implementation of this. */
export interface Clock {
  now(): Date;
  /** Milliseconds to add to the machine's clock to get this one. */
  offset(): number;
  /** Runs `task` when this clock reaches `at`; returns how to cancel it. Tasks due at the same instant run in the order they were set. */
  schedule(at: Date, label: string, task: () => Promise<void> | void): () => void;
  /** Moves the clock; everything due on the way happens in order, each at its own instant, and is awaited. */
  advance(milliseconds: number): Promise<void>;
  /** Labels of tasks that are due by now or under way. */
  busy(): readonly string[];
  stop(): void;
}
