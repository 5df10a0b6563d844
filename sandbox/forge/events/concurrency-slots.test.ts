import { ConcurrencySlots } from './concurrency-slots';

describe('concurrency of a queue', () => {
  it('lets so many of a key in at a time and calls the next when one leaves', () => {
    const slots = new ConcurrencySlots();
    const called: string[] = [];
    const enter = (name: string, key = 'k'): boolean => slots.enter({ key, limit: 2 }, () => called.push(name));
    expect([enter('a'), enter('b'), enter('c'), enter('d'), enter('e', 'other')]).toEqual([true, true, false, false, true]);
    slots.leave('k');
    expect(called).toEqual(['c']);
    expect(enter('c')).toBe(true);
    slots.leave('k');
    expect(called).toEqual(['c', 'd']);
  });
});
