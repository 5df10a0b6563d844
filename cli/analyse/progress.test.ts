import { progressOn } from './progress';

function shownOn(isTTY: boolean, reached: readonly (readonly [number, number, number | null])[]): string[] {
  const written: string[] = [];
  let clock = 0;
  const progress = progressOn({ isTTY, write: (text) => written.push(text) }, () => clock);
  for (const [time, bytes, total] of reached) {
    clock = time;
    progress.reached(bytes, total);
  }
  progress.end();
  return written;
}

test('long work shows a bar on a terminal, and takes it away', () => {
  const bar = (full: number, text: string) => `\rReading [${'#'.repeat(full)}${'.'.repeat(30 - full)}] ${text}\u001b[K`;
  expect(
    shownOn(true, [
      [500, 1e6, 8e6],
      [800, 4e6, 8e6],
      [850, 5e6, 8e6],
      [950, 8e6, 8e6],
    ]),
  ).toEqual([...[bar(15, '50 %, 4 MB'), bar(30, '100 %, 8 MB'), '\r\u001b[K']]);
  expect(shownOn(true, [[800, 4e6, null]])).toEqual(['\rReading: 4 MB\u001b[K', '\r\u001b[K']);
});

test('short work, and work that nobody watches, shows nothing', () => {
  expect(
    shownOn(true, [
      [100, 1, 2],
      [600, 2, 2],
    ]),
  ).toEqual([]);
  expect(shownOn(false, [[5_000, 1, 2]])).toEqual([]);
});
