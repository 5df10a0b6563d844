import { mayNothing } from '../access';
import { aStoredDefect } from '../screen.fixture';
import { doneSplitter, withDone } from './done-defects';

const done = (id: number, parts: Parameters<typeof aStoredDefect>[0] = {}) =>
  aStoredDefect({ id: String(id), key: `SHOP-${id}`, open: false, category: 'done', ...parts });
const access = { mayBrowse: true, levels: [], may: mayNothing };

test('done defects are listed worst first; what the viewer may not see is counted, and open ones are listed elsewhere', () => {
  const defects = [done(1, { severity: 'S3' }), done(2, { severity: 'S1' }), done(3, { securityLevel: '900' }), aStoredDefect()];
  const split = doneSplitter(defects, access)(['1', '2', '3', '7', '99']);
  expect(split.defects.map(({ key }) => key)).toEqual(['SHOP-2', 'SHOP-1']);
  expect(split).toMatchObject({ more: 0, hidden: 1 });
  expect(withDone({ defectIds: ['7'], hidden: 2 }, split)).toMatchObject({ defectIds: ['7'], hidden: 3, done: { more: 0 } });
});

test('of very many the first fifty are listed', () => {
  const many = Array.from({ length: 70 }, (_, n) => done(n));
  expect(doneSplitter(many, access)(many.map(({ id }) => id))).toMatchObject({ more: 20, hidden: 0 });
});

test('where none is done nothing is added', () => {
  expect(withDone({ defectIds: ['7'], hidden: 0 }, doneSplitter([], access)(['7']))).toEqual({ defectIds: ['7'], hidden: 0 });
});
