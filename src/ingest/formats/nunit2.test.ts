import { nunit2 } from './nunit2';
import { numbers, readWith, sample } from './sample.fixture';

test('cases, a fixture that could not clean up', () => {
  const { tally, lines, cases } = readWith(nunit2, sample('nunit2/results.xml'), 100);
  expect(numbers(tally)).toStrictEqual([8, 2, 1, 3, 2, 0, 1.5]);
  expect(lines).toStrictEqual([
    'Shop.CartTests | Adds(2.5,(3)) | failed | Expected: 5.5\n  But was:  5.0',
    'Shop.CartTests | Throws | errored | System.Exception : no cart',
    'Shop.CartTests | Later | skipped | ',
    'Shop.CartTests | Wrong | errored | Method is not public',
    'Shop.CartTests | Unclear | skipped | ',
    'StockTests | StockTests | errored | TearDown : System.IO.IOException : file in use',
  ]);
  expect(cases.find((one) => one.name === 'Counts')?.className).toBe('Shop.StockTests(42)');
});

test('reports from before 2.5, with decimal commas', () => {
  const { tally, lines } = readWith(nunit2, sample('nunit2/before-2.5.xml'));
  expect(numbers(tally)).toStrictEqual([3, 1, 1, 0, 1, 0, 0.25]);
  expect(lines).toStrictEqual(['Shop.CartTests | Counts | failed | got 1', 'Shop.CartTests | Later | skipped | ']);
});
