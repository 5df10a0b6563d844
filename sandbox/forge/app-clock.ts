import type { SandboxClock } from '../system-clock';

/** The sandbox's clock as one installation of the app uses it: what it has waiting goes when the app is uninstalled. */
export class AppClock {
  private readonly waiting = new Set<() => void>();
  private stopped = false;

  constructor(private readonly clock: SandboxClock) {}

  now(): Date {
    return this.clock.now();
  }

  schedule(at: Date, label: string, task: () => Promise<void> | void): void {
    if (this.stopped) return;
    const cancel = this.clock.schedule(at, label, () => {
      this.waiting.delete(cancel);
      return task();
    });
    this.waiting.add(cancel);
  }

  /** Nothing that waits happens, and nothing is taken any more. */
  stop(): void {
    this.stopped = true;
    for (const cancel of this.waiting) cancel();
    this.waiting.clear();
  }
}
