import { createClock, type SandboxClock } from '../system-clock';
import { AppClock } from './app-clock';

describe('the clock of an installation', () => {
  let clock: SandboxClock;
  beforeEach(() => {
    clock = createClock({ start: new Date('2026-11-02T09:00:00Z') });
  });
  afterEach(() => clock.stop());

  it('does nothing of what waits once the app is uninstalled, and leaves the others’ tasks alone', async () => {
    const app = new AppClock(clock);
    const done: string[] = [];
    const inSeconds = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1_000);
    app.schedule(inSeconds(10), 'first', () => void done.push('first'));
    app.schedule(inSeconds(30), 'second', () => void done.push('second'));
    clock.schedule(inSeconds(30), 'other', () => void done.push('other'));
    await clock.advance(20_000);
    app.stop();
    app.schedule(inSeconds(1), 'late', () => void done.push('late'));
    await clock.advance(60_000);
    expect(done).toEqual(['first', 'other']);
  });
});
