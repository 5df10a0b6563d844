import { inspect } from 'node:util';
import type { Clock } from './clock';

/** The machine's side of a clock; tests hand in their own. */
export interface TimeSource {
  now(): number;
  /** Calls back once after so many milliseconds; gives how to cancel. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A clock that the sandbox's own parts also report unscheduled work to. */
export interface SandboxClock extends Clock {
  /** Marks something as under way until the returned function is called. `advance` waits for it before it moves further. */
  begin(label: string): () => void;
}

interface Task {
  readonly at: number;
  readonly order: number;
  readonly label: string;
  /** Set for a moment so near that it counts as happening now: an event's delivery, JQL search catching up. */
  readonly immediate: boolean;
  readonly run: () => Promise<void> | void;
}

/** What is scheduled no further off than this counts as under way: it follows from what just happened. */
const immediateMilliseconds = 1_000;
const longestTimer = 2 ** 31 - 1;
/** A function that always causes another at once would keep `advance` busy for ever. */
const mostTasksInARow = 50_000;

const machineTime: TimeSource = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface ClockOptions {
  readonly start: Date;
  readonly source?: TimeSource;
  /** Told of a task that threw; the clock goes on. */
  readonly onError?: (label: string, error: unknown) => void;
}

/** A clock that starts at a given instant and runs with real time from then on. */
export function createClock(options: ClockOptions): SandboxClock {
  return new RunningClock(options);
}

class RunningClock implements SandboxClock {
  private readonly source: TimeSource;
  private readonly onError: (label: string, error: unknown) => void;
  private shift: number;
  private tasks: Task[] = [];
  private readonly underWay = new Map<number, string>();
  private quietListeners: (() => void)[] = [];
  private order = 0;
  private cancelTimer: () => void = () => undefined;
  private advancing: Promise<void> | null = null;
  private stopped = false;

  constructor(options: ClockOptions) {
    this.source = options.source ?? machineTime;
    this.onError =
      options.onError ?? ((label, error) => void process.stderr.write(`sandbox: ${label} failed: ${inspect(error)}\n`));
    this.shift = options.start.getTime() - this.source.now();
  }

  now(): Date {
    return new Date(this.milliseconds());
  }

  offset(): number {
    return this.shift;
  }

  schedule(at: Date, label: string, run: () => Promise<void> | void): () => void {
    const immediate = at.getTime() - this.milliseconds() <= immediateMilliseconds;
    const task: Task = { at: at.getTime(), order: this.order++, label, immediate, run };
    const after = this.tasks.findIndex((other) => other.at > task.at);
    this.tasks.splice(after === -1 ? this.tasks.length : after, 0, task);
    this.arm();
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task);
      this.arm();
    };
  }

  begin(label: string): () => void {
    const id = this.order++;
    this.underWay.set(id, label);
    return () => {
      this.underWay.delete(id);
      if (this.underWay.size > 0) return;
      const listeners = this.quietListeners;
      this.quietListeners = [];
      for (const listener of listeners) listener();
    };
  }

  busy(): readonly string[] {
    const now = this.milliseconds();
    const waiting = this.tasks.filter((task) => task.immediate || task.at <= now).map((task) => task.label);
    return [...this.underWay.values(), ...waiting];
  }

  advance(milliseconds: number): Promise<void> {
    const before = this.advancing ?? Promise.resolve();
    const move = before
      .then(() => this.moveBy(milliseconds))
      .finally(() => {
        if (this.advancing !== move) return;
        this.advancing = null;
        this.arm();
      });
    this.advancing = move;
    return move;
  }

  stop(): void {
    this.stopped = true;
    this.tasks = [];
    this.cancelTimer();
  }

  private milliseconds(): number {
    return this.source.now() + this.shift;
  }

  private async moveBy(milliseconds: number): Promise<void> {
    const target = this.milliseconds() + milliseconds;
    let left = mostTasksInARow;
    await this.quiet();
    for (;;) {
      const next = this.tasks.find((task) => task.at <= target || task.immediate);
      if (this.stopped || !next) break;
      if (left-- === 0)
        throw new Error(`The clock ran ${mostTasksInARow} tasks without reaching its goal; the last was ${next.label}.`);
      this.moveTo(next.at);
      await this.run(next);
      await this.quiet();
    }
    this.moveTo(target);
  }

  /** Never backwards: a task that took real time may have passed the next one's instant. */
  private moveTo(instant: number): void {
    this.shift += Math.max(0, instant - this.milliseconds());
  }

  private quiet(): Promise<void> {
    if (this.underWay.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.quietListeners.push(resolve));
  }

  private async run(task: Task): Promise<void> {
    this.tasks = this.tasks.filter((other) => other !== task);
    const end = this.begin(task.label);
    try {
      await task.run();
    } catch (error) {
      this.onError(task.label, error);
    } finally {
      end();
    }
  }

  /** While time runs by itself, what comes due starts in order and does not wait for what started before. */
  private arm(): void {
    this.cancelTimer();
    const next = this.tasks[0];
    if (this.stopped || this.advancing || !next) return;
    const wait = Math.min(longestTimer, Math.max(0, next.at - this.milliseconds()));
    this.cancelTimer = this.source.after(wait, () => {
      if (this.advancing) return;
      const now = this.milliseconds();
      for (const task of this.tasks.filter((other) => other.at <= now)) void this.run(task);
      this.arm();
    });
  }
}
