import { overtaken } from './overtaken';

const [earlier, then, later] = ['2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.500Z', '2026-11-02T09:00:01.000Z'];
const read = [{ id: '20001', updatedAt: then }];
const stands = (updatedAt: string, removed = false, id = '20001') => [{ id, updatedAt, removed }];

test.each([
  ['as it was read', stands(then), []],
  ['in a later state', stands(later), []],
  ['in an earlier one', stands(earlier), ['20001']],
  ['as gone', stands(earlier, true), []],
  ['as a defect that is gone and a release ticket that stands', [...stands(later, true), ...stands(earlier)], ['20001']],
  ['not at all', [], []],
  ['nothing but another', stands(earlier, false, '20002'), []],
])('the store has it %s', (_, stored, ids) => expect(overtaken(read, stored)).toEqual(ids));
