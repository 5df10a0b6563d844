import { consequences, evidenceLine } from './duplicate-words';

const plan = { canonical: 'SHOP-3', duplicate: 'SHOP-9', closes: true, raise: null };

test('a merge says what goes where and that the duplicate is closed', () => {
  const said = consequences('merge', plan, 'SHOP-9', 'SHOP-3').join(' ');
  for (const words of ['SHOP-9 duplicates SHOP-3', 'watchers', 'SHOP-9 is closed']) expect(said).toContain(words);
  expect(consequences('merge', { ...plan, closes: false }, 'SHOP-9', 'SHOP-3').join(' ')).not.toContain('is closed');
});

test('a link can be taken back, a refusal cannot', () => {
  expect(consequences('link', plan, 'SHOP-9', 'SHOP-3').join(' ')).toContain('takes it back');
  expect(consequences('refuse', plan, 'SHOP-9', 'SHOP-3').join(' ')).toContain('for ever');
});

test('what speaks for a candidate stands in one line', () => {
  const suggestion = {
    ...{ id: '1', key: 'SHOP-3', summary: 'Paid twice', open: true, confidence: 'Alike', likely: false, status: 'Open' },
    ...{ released: [], words: ['paid', 'twice'], frames: ['Cart.pay', 'Cart.buy'], environments: ['Staging'] },
    ...{ sameFailure: true, sameComponent: true, plan, reopened: null },
  };
  expect(evidenceLine(suggestion)).toBe(
    'Filed for the same failure of tests. Both say: paid, twice. Both seen in Staging. In the same component. The same calls: Cart.pay and 1 more.',
  );
  const nothing = { words: [], frames: [], environments: [], sameFailure: false, sameComponent: false };
  expect(evidenceLine({ ...suggestion, ...nothing })).toBe('');
});
