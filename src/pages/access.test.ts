import { mayDecide, mayNothing, maySee } from './access';
import type { Access } from './access';

test.each([
  [false, false, false, false],
  [false, false, true, true],
  [false, true, false, false],
  [false, true, true, true],
  [true, false, false, false],
  [true, false, true, false],
  [true, true, false, true],
  [true, true, true, true],
])('granted to anybody: %s, the person has it: %s, is project admin: %s; so may decide: %s', (granted, has, admin, may) => {
  expect(mayDecide({ granted, has, admin })).toBe(may);
});

const access: Access = { mayBrowse: true, levels: ['1'], may: mayNothing };

test.each([
  [access, null, true],
  [access, '1', true],
  [access, '2', false],
  [{ ...access, mayBrowse: false }, null, false],
])('an issue is shown only to who may see its level', (given, level, seen) => {
  expect(maySee(given, level)).toBe(seen);
});
