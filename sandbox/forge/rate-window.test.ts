import { RateWindow } from './rate-window';

describe('a rate', () => {
  it('takes up to its limit, and again when the oldest is out of the window', () => {
    const window = new RateWindow(3, 1_000);
    expect([window.take(0), window.take(500, 2), window.take(999), window.take(1_000), window.take(1_001)]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect([window.used(1_400), window.used(1_500), window.used(2_000)]).toEqual([3, 1, 0]);
  });

  it('counts what is known only afterwards, beyond the limit too', () => {
    const window = new RateWindow(10, 1_000);
    window.add(0, 9.5);
    expect(window.isFull(1)).toBe(false);
    window.add(2, 5);
    expect([window.isFull(3), window.take(3), window.isFull(1_000), window.isFull(1_002)]).toEqual([true, false, false, false]);
  });
});
