import { createClock, type SandboxClock, type TimeSource } from './system-clock';

/** A machine whose time stands still until it is moved; timers fire on the way. */
class HandMovedTime implements TimeSource {
  private instant = 1_000_000;
  private timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.instant;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.instant + milliseconds, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  pass(milliseconds: number): void {
    const end = this.instant + milliseconds;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.instant = next.at;
      next.callback();
    }
    this.instant = end;
  }
}

const start = new Date('2026-11-02T09:00:00.000Z');
const minute = 60_000;
const quickly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the clock of the sandbox', () => {
  let machine: HandMovedTime;
  let clock: SandboxClock;
  let diary: string[];
  const note = (text: string) => (): void => void diary.push(`${clock.now().toISOString().slice(11, 19)} ${text}`);
  const inMinutes = (minutes: number): Date => new Date(clock.now().getTime() + minutes * minute);

  beforeEach(() => {
    machine = new HandMovedTime();
    clock = createClock({ start, source: machine });
    diary = [];
  });

  it('starts where it is told and runs with the machine', () => {
    machine.pass(90_000);
    expect(clock.now().toISOString()).toBe('2026-11-02T09:01:30.000Z');
    expect(machine.now() + clock.offset()).toBe(clock.now().getTime());
  });

  it('runs what comes due while time passes by itself', () => {
    clock.schedule(inMinutes(2), 'b', note('b'));
    clock.schedule(inMinutes(1), 'a', note('a'));
    const cancel = clock.schedule(inMinutes(1), 'never', note('never'));
    cancel();
    machine.pass(3 * minute);
    expect(diary).toEqual(['09:01:00 a', '09:02:00 b']);
  });

  it('runs what is due on the way in order, each at its own instant', async () => {
    clock.schedule(inMinutes(30), 'second', note('second'));
    clock.schedule(inMinutes(30), 'third', note('third'));
    clock.schedule(inMinutes(10), 'first', note('first'));
    await clock.advance(60 * minute);
    expect(diary).toEqual(['09:10:00 first', '09:30:00 second', '09:30:00 third']);
    expect(clock.now().toISOString()).toBe('2026-11-02T10:00:00.000Z');
  });

  it('runs what those tasks schedule, too', async () => {
    const tick = (): void => {
      note('tick')();
      clock.schedule(inMinutes(5), 'tick', tick);
    };
    clock.schedule(inMinutes(5), 'tick', tick);
    await clock.advance(16 * minute);
    expect(diary).toEqual(['09:05:00 tick', '09:10:00 tick', '09:15:00 tick']);
  });

  it('waits for a task before it moves further', async () => {
    clock.schedule(inMinutes(1), 'slow', async () => {
      await quickly();
      note('slow done')();
    });
    clock.schedule(inMinutes(2), 'next', note('next'));
    await clock.advance(3 * minute);
    expect(diary).toEqual(['09:01:00 slow done', '09:02:00 next']);
  });

  it('waits for work that a task began and did not wait for', async () => {
    clock.schedule(inMinutes(1), 'begins', () => {
      const end = clock.begin('function');
      void quickly().then(note('function done')).then(end);
    });
    clock.schedule(inMinutes(2), 'next', note('next'));
    await clock.advance(3 * minute);
    expect(diary).toEqual(['09:01:00 function done', '09:02:00 next']);
  });

  it('finishes what follows at once from the last task, even past its goal', async () => {
    clock.schedule(inMinutes(1), 'change', () => {
      clock.schedule(new Date(clock.now().getTime() + 5), 'event', note('event'));
    });
    await clock.advance(minute);
    expect(diary).toEqual(['09:01:00 event']);
  });

  it('makes two moves one after the other', async () => {
    clock.schedule(inMinutes(10), 'a', async () => {
      await quickly();
      note('a')();
    });
    clock.schedule(inMinutes(70), 'b', note('b'));
    await Promise.all([clock.advance(60 * minute), clock.advance(60 * minute)]);
    expect(diary).toEqual(['09:10:00 a', '10:10:00 b']);
    expect(clock.now().toISOString()).toBe('2026-11-02T11:00:00.000Z');
  });

  it('names what is under way or follows at once, and not what is due later', () => {
    clock.schedule(inMinutes(5), 'tick', note('tick'));
    clock.schedule(new Date(clock.now().getTime() + 5), 'event', note('event'));
    const end = clock.begin('function');
    expect(clock.busy()).toEqual(['function', 'event']);
    end();
    machine.pass(10);
    return quickly().then(() => expect(clock.busy()).toEqual([]));
  });

  it('goes on after a task that threw', async () => {
    const failures: string[] = [];
    const tolerant = createClock({ start, source: machine, onError: (label) => failures.push(label) });
    tolerant.schedule(new Date(start.getTime() + minute), 'broken', () => Promise.reject(new Error('broken')));
    tolerant.schedule(new Date(start.getTime() + 2 * minute), 'next', () => void diary.push('next'));
    await tolerant.advance(3 * minute);
    expect([failures, diary]).toEqual([['broken'], ['next']]);
  });
});
