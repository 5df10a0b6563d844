import { publishedFreezesSchema } from '../../contracts/published-freezes';
import type { Freeze } from './freeze';
import { toldFreezes } from './told';

const freeze = (id: string, name = `4.${id}`): Freeze => ({
  ...{ id: `${id}-1`, projectId: '1', version: { id, name }, state: 'standing', cause: 'hand', mark: '' },
  ...{ since: '2026-11-02T09:00:00.000Z', actsFrom: '2026-11-02T09:00:00.000Z' },
  events: [{ act: 'began', at: '2026-11-02T09:00:00.000Z', who: null, because: '' }],
});
const ids = (count: number) => Array.from({ length: count }, (_, n) => String(9_000_000_000 + n));

test('what is told is the same, whatever order it is read in', () => {
  const told = toldFreezes([freeze('10'), freeze('9')], (id) => (id === '9' ? ['12', '3'] : []));
  expect(told).toEqual({
    schema: 1,
    releases: [
      { version: { id: '9', name: '4.9' }, since: '2026-11-02T09:00:00.000Z', keptOut: ['3', '12'] },
      { version: { id: '10', name: '4.10' }, since: '2026-11-02T09:00:00.000Z', keptOut: [] },
    ],
    isWhole: true,
  });
  expect(publishedFreezesSchema.parse(told)).toEqual(told);
});

test.each([
  ['many defects', [freeze('1'), freeze('2')], 900, false],
  ['as many as there is room for', [freeze('1'), freeze('2')], 600, true],
  ['many releases with long names', Array.from({ length: 31 }, (_, n) => freeze(`${n + 1}`, 'x'.repeat(255))), 1000, false],
])('it fits into a property with %s, and says whether it is all', (_what, standing, count, isWhole) => {
  const told = toldFreezes(standing, () => ids(count));
  expect(JSON.stringify(told).length).toBeLessThan(32_768);
  expect(told.isWhole).toBe(isWhole);
});
